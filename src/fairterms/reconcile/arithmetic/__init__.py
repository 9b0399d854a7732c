"""Whether a statement's own numbers agree: totals, averages, rates, stars, periods and codes.

A check compares numbers that the plan itself printed. It needs no contract and no record of the
group's: what does not agree is an error of the statement whoever is right about the contract.
"""
