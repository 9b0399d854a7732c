"""Departures from a rule that points to one score: whether they all go one way."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Terms
from fairterms.outcomes.gaming.randomness import sign_test
from fairterms.outcomes.gaming.signal import Measured
from fairterms.outcomes.patient_change.scores import Flags, Floats


def compare_index(used: Floats, by_rule: Floats, last: Floats, terms: Terms) -> Measured:
    """Compare intake scores used with those the rule points to; a higher one counts for the side.

    Parameters
    ----------
    used, by_rule, last
        In points, NaN where none, shapes (n,).
    terms
        What counts as reached.
    """
    both = ~(np.isnan(used) | np.isnan(by_rule))
    tail = sign_test(int((used > by_rule)[both].sum()), int((used < by_rule)[both].sum()))
    followed = both & ~np.isnan(last)
    gain = _gain(terms.reached(used, last), terms.reached(by_rule, last), followed)
    return Measured(tail.statistic, tail.p_value, int((used != by_rule)[both].sum()), gain)


def compare_last(used: Floats, by_rule: Floats, first: Floats, terms: Terms) -> Measured:
    """Compare last scores used with those the rule points to; a lower one counts for the side."""
    both = ~(np.isnan(used) | np.isnan(by_rule))
    tail = sign_test(int((used < by_rule)[both].sum()), int((used > by_rule)[both].sum()))
    gain = _gain(terms.reached(first, used), terms.reached(first, by_rule), both)
    return Measured(tail.statistic, tail.p_value, int((used != by_rule)[both].sum()), gain)


def _gain(by_used: Flags, by_rule: Flags, rows: Flags) -> float:
    """Return the rate by the scores used less that by the rule."""
    return float(by_used[rows].mean() - by_rule[rows].mean()) if rows.any() else np.nan
