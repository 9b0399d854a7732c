"""What drives a year's result, and what would break it.

One thing is changed at a time (a figure, a term, a factor, the group's size), and the same years
are lived through again: chance between patients is held, so that a small change shows.
"""
