"""Equity: each measure by subgroup, the gap to a reference group, and where the gap arises.

A gap is first shown as it is. What adjusting for intake facts leaves of it stands beside it and
never in its place, because adjusting can explain a disparity away that nobody has ended.
"""
