"""Scores and episodes of millions of forms as questions to the database, in bounded memory.

The answers are exactly those of the columns of :mod:`fairterms.outcomes.forms` and
:mod:`fairterms.outcomes.patient_change`, which hold everything at once.
"""
