"""What patients cost in a year: the law of one patient, its table of cents, sums over many.

A patient's number picks a cell of a table, a cell holds the law's mean there in whole cents, and
whole cents add up to the same total in any order, on any number of threads.
"""
