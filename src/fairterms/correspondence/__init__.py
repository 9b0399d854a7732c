"""The log of the talks: who said what to whom and when, and what became of it.

An entry is never edited once it is sealed. What became of a promise or a request is never written
down: it is worked out on a given day from the entries that follow it.
"""
