"""The price of a clause: what the deal is worth with it and without it, on the same years.

A clause, or a single term of it, is struck by reading it at its declared neutral value: "no cap",
"0 %". Every subset of the clauses then has a worth v(S), and a clause has three prices: given the
rest, alone, and its fair share, which adds up over all clauses.
"""
