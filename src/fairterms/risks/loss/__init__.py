"""What a risk may cost: how often, how much each time, and so how much a year, with its tail.

Every figure comes from simulated years that can be asked again by name: the same seed, impact and
component give the same numbers, whatever the stage and whichever other risks are counted.
"""
