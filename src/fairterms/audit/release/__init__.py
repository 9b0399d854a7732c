"""Evidence release: what leaves a room tells of no 1 to 10 people, now or later.

An outsider knows three things: the counts that are shown, that people are whole, and that nobody
is counted less than zero times. A release is safe when, for all that, every count of 1 to 10
people could still be 1, could be more than 10, and anything between. No proof, no release.

:mod:`fairterms.outcomes.small_cells` answers the narrower question of one page in one form (zeros
always show; two tables of one running year). Here several tables and all earlier releases are held
together, over people who overlap, and a zero may be hidden too.
"""
