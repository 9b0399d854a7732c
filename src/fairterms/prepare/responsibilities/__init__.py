"""Who does each task of the contract, and who pays for it: a matrix of both sides.

Work that two do is done twice or not at all, and work that nobody was given ends with the
clinicians. What the group writes is set beside what the contract's text shows; what neither says
is shown as not said, never guessed.
"""
