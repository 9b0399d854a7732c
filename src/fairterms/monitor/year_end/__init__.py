"""How the year will end, told each month from what has come in by then.

A year's end is what is known, completed for claims still on their way, and what the months to come
may bring by the group's own forecast. What arrived late, was restated or is not yet in changes what
was known on a day, never what was known before it.
"""
