"""A risk matrix is a ruler with coarse marks: useful to look at, unfit to rank by.

Its edges are numbers, its versions never change, and what it gets wrong is counted and printed
beside it. A risk is a region of the matrix, because nobody knows a risk to a point.
"""
