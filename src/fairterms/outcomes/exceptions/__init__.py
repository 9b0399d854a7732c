"""From patients off track to a term of the contract: search, test, confirm, sign.

A group of patients who do worse than expected everywhere is not bad care. It is a gap in the case
mix, and it deserves its own expected rate instead of a penalty; but only if it is there again in
the next period, and only if its patients are known by facts at intake.
"""
