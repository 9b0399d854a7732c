"""What several contract measures share: statuses that count, hospice, steps, dementia care.

A rule that changed from one year to the next is a module of its own with the year in its name.
"""
