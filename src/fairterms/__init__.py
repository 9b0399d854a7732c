"""Read, model, test and decide value-based payment contracts.

One sentence holds the whole: a payment clause is a function from terms and figures
to a worksheet of explained steps.
"""

__version__ = "0.1.0"
