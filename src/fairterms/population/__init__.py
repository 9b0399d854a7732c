"""Who counts, for how long and at what cost: everything a rate per member is divided by.

Nothing here holds rows in Python. A rule becomes SQL that stands after FROM, rules are put together
like that, and only counts and sums leave the store: whole cents, whole months, whole days, so that
a sum never depends on the order of the rows. No rule has a default, because each moves money.
"""
