"""Pooling: several groups learn their results together, and none learns another's.

Only counts of results go in. Prices, fees and what a group would accept are refused: groups that
compete must not share them.
"""
