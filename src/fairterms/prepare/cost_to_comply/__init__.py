"""What a contract asks of the group, in hours, people, tools and dollars.

A duty is a sentence that obliges the group to do work, or a term that cannot be met without work.
Each is of a kind with editable hours; what the group has costed itself is set beside it, what it
has not is a missed duty, and what the contract pays for the work is taken off.
"""
