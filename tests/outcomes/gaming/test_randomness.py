"""The shared tests agree with counting or drawing every possibility."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.gaming.evidence import Lacking
from fairterms.outcomes.gaming.randomness import (
    count_test,
    mean_test,
    one_sided,
    risk_set_test,
    sign_test,
)


@given(seed=st.integers(0, 10_000))
def test_the_exact_chance_is_that_of_trying_every_choice(seed: int) -> None:
    draws = np.random.default_rng(seed)
    group, event = draws.random(8) < 0.5, draws.random(8) < 0.5
    strata = np.repeat([0, 1], 4)
    try:
        found = count_test(group, event, strata)
    except Lacking:
        return
    chances = [
        event[[*first, *second]].sum() >= (group & event).sum()
        for first in combinations(range(4), int(group[:4].sum()))
        for second in combinations(range(4, 8), int(group[4:].sum()))
    ]
    assert found.p_value == pytest.approx(np.mean(chances))


def test_strata_keep_a_difference_between_clinics_from_counting() -> None:
    strata = np.repeat([0, 1], 40)
    group, event = strata == 0, strata == 0
    group[[0, 41]] = False, True
    event[[1, 42]] = False, True
    assert count_test(group, event, np.zeros(80, np.int64)).p_value < 1e-9
    assert count_test(group, event, strata).p_value > 0.5


def test_the_mean_test_agrees_with_shuffling() -> None:
    draws = np.random.default_rng(3)
    strata = np.repeat([0, 1, 2], 30)
    values = draws.normal(size=90) + strata
    group = draws.random(90) < np.array([0.2, 0.5, 0.7])[strata]
    values[group] += 0.25
    seen, more = values[group].sum(), 0
    for _ in range(4_000):
        order = np.lexsort((draws.random(90), strata))
        more += values[order][group].sum() >= seen
    assert mean_test(values, group, strata).p_value == pytest.approx(more / 4_000, abs=0.02)


def test_the_risk_set_test_agrees_with_a_plain_loop() -> None:
    draws = np.random.default_rng(5)
    state, sets = draws.normal(size=(15, 20)), draws.random((15, 20)) < 0.7
    struck = np.array([int(np.flatnonzero(row)[0]) for row in sets])
    above = spread = 0.0
    for row, who in enumerate(struck):
        there = state[row][sets[row]]
        above += state[row][who] - there.mean()
        spread += there.var()
    assert risk_set_test(state, struck, sets).statistic == pytest.approx(above / np.sqrt(spread))


@given(for_side=st.integers(0, 40), against=st.integers(0, 40))
def test_more_departures_for_a_side_are_never_more_likely(for_side: int, against: int) -> None:
    if for_side + against >= 5:
        fewer = sign_test(for_side, against).p_value
        assert sign_test(for_side + 1, against).p_value <= fewer + 1e-12
        both = fewer + sign_test(against, for_side).p_value
        assert both >= 1 - 1e-9  # the middle counts for both


def test_too_few_to_tell_is_said() -> None:
    with pytest.raises(Lacking, match="enough departures"):
        sign_test(2, 2)
    with pytest.raises(Lacking, match="enough patients to compare"):
        mean_test(np.arange(12.0), np.arange(12) < 6, np.zeros(12, np.int64))
    with pytest.raises(Lacking, match="enough events"):
        risk_set_test(np.ones((3, 4)), np.zeros(3, np.int64), np.ones((3, 4), bool))
    with pytest.raises(Lacking, match="gone either way"):
        count_test(np.ones(9, bool), np.arange(9) < 3, np.zeros(9, np.int64))


def test_a_deviate_of_two_has_its_tail() -> None:
    assert one_sided(1.959964).p_value == pytest.approx(0.025, abs=1e-6)
