"""The right to audit: what the contract's clause gives, and the clock of each request under it.

A number the clause does not give is never filled in. The clock stops there and says which number,
which section should give it, and what to ask for.
"""
