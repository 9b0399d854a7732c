"""The steering committee: its charter as data, its decisions as arithmetic, its gaps as findings.

A decision is a function of the charter, the seats that are filled, the motion and the ballots, and
of nothing else: whoever counts again gets the same answer and the same sentences. What a charter
does not say is never filled in; the lint names it while there is still time to write it.
"""
