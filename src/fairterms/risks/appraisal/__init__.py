"""The register with its numbers: what each impact may cost, before controls and after them.

The losses that the contract computes come from simulated years; the others from estimates. All
stages of an impact are drawn on the same numbers, so that what lies between two stages is the
control, and never chance.
"""
