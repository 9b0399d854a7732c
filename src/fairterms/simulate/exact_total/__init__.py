"""The exact law of a year's total: no draws, no simulation error, only a grid of dollars.

The patients of a stratum cost independently of each other, so the law of their sum is one
patient's law multiplied by itself in the language of frequencies. It is the oracle that every
simulation must agree with, and it replaces simulation where a contract reads the year's total only.
"""
