"""A list of members that came again: who was added or dropped, and what that moves in dollars.

A list is read as it was sent. What it changes in months that had already begun is told apart from
what it changes in months to come, and where a list is final, a difference is for a dispute and not
for an edit.
"""
