"""A bargain: every contract the two sides could agree on, and what each is worth to either.

The group's worth is settled on simulated years; the plan's is the group's estimate, and is varied.
"""
