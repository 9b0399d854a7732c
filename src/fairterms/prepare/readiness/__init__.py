"""Whether a group is ready for a contract: criteria, each with evidence found or missing.

Nothing is assumed: what nobody said is evidence missing. There is no total score, because one gap
that stops a contract is not made good by ten strengths.
"""
