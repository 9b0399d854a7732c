"""Asks: what to ask the plan for, what each is worth, and what comes second.

Every finding and every clause that costs the group is an ask. Its price is worked out on the same
simulated years as the rest of the report, so that anybody can work it out again.
"""
