"""The brief: everything for one talk with the plan, its first page enough to sit down with.

It is for the group alone. What may be handed over, the questions and the redline, says so.
"""
