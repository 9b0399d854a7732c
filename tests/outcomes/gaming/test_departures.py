"""Departures from a rule are counted by their direction."""

import numpy as np
import pytest

from fairterms.outcomes.gaming.departures import compare_index, compare_last
from tests.outcomes.gaming.made_up_world import TERMS

RULE = np.array([12.0, 14, 16, 18, 20, 11, np.nan])


def test_a_higher_index_and_a_lower_last_score_count_for_the_side() -> None:
    last = np.full(7, 7.0)
    index = compare_index(RULE + np.full(7, 2.0), RULE, last, TERMS)
    assert index.n == 6
    assert index.p_value == pytest.approx(1 / 64)
    assert index.effect == pytest.approx(5 / 6 - 4 / 6)  # two points make 12 a response
    down = compare_last(last - 1, last, RULE, TERMS)
    assert down.statistic > 0
    assert compare_last(last + 1, last, RULE, TERMS).statistic < 0


def test_missing_scores_are_no_departures() -> None:
    some = np.array([13.0, 15, 17, 19, 21, np.nan, 5])
    assert compare_index(some, RULE, np.full(7, np.nan), TERMS).n == 5
