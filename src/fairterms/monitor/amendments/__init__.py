"""What changed after signing: each change with its notice, what it adds, and who agreed to it.

A change is looked at three ways: whether it came as the contract's notice rule says, what it adds
to the work that was signed for, and what it moves in a settlement. What nobody knows is said, and
never counted as 0.
"""
