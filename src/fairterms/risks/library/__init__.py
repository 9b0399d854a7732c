"""Forty-two risks that contracts of this kind carry, and what in a deal makes one of them live.

A risk of the library is a template: causes, controls and signs in words, and never a number of a
deal. It wakes for a reason that a reader can look up: a finding of the review, or a term.
"""
