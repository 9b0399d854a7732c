"""The demand for data: no data, no risk.

What the plan must send, which figures of the terms need it, what the contract promises, and
whether the sample the plan gave stands the test. Reports hold counts and sentences, never what
stands in a row.
"""
