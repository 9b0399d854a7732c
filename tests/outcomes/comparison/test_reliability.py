"""Reliability grows with patients and with real differences, and gives the published counts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison.reliability import (
    GRADES,
    count_needed,
    count_needed_for_icc,
    reliability,
    reliability_in_model,
    whole,
)


def test_therapists_need_the_counts_published_for_five_per_cent_between_them() -> None:
    # Wampold and Brown 2005: 5 % of the variance lies between therapists.
    assert [round(count_needed_for_icc(wanted, 0.05)) for wanted in GRADES] == [19, 44, 171]


@given(between=st.floats(1e-6, 1), within=st.floats(1e-6, 1), n=st.integers(0, 10**6))
def test_reliability_lies_between_luck_and_certainty(between: float, within: float, n: int) -> None:
    found = float(reliability(between, within, n))
    assert 0 <= found < 1 or math.isclose(found, 1)
    assert float(reliability(between, within, n + 1)) >= found


@given(wanted=st.floats(0.01, 0.99), icc=st.floats(0.001, 0.9))
def test_the_count_needed_gives_just_the_reliability_wanted(wanted: float, icc: float) -> None:
    n = count_needed_for_icc(wanted, icc)
    assert float(reliability(icc, 1 - icc, n)) == pytest.approx(wanted)
    rounded = whole(n)
    assert rounded is not None
    assert float(reliability(icc, 1 - icc, rounded)) >= wanted - 1e-9


def test_without_differences_no_count_is_enough() -> None:
    assert whole(count_needed(0.7, math.inf)) is None
    assert float(reliability(0, 0.2, 10_000)) == 0
    assert count_needed(0, math.inf) == 0


def test_whole_patients_are_rounded_up_but_not_by_the_last_bit() -> None:
    assert whole(19.000000000001) == 19
    assert whole(19.001) == 20


def test_the_same_share_of_true_variance_is_seen_in_simulated_results() -> None:
    rng = np.random.default_rng(9)
    true = rng.normal(0, 0.3, 40_000)
    seen = true + rng.normal(0, 1 / np.sqrt(20), 40_000)
    squared = float(np.corrcoef(true, seen)[0, 1]) ** 2
    assert squared == pytest.approx(float(reliability(0.09, 1, 20)), abs=0.01)


def test_a_provider_known_no_better_than_before_has_no_reliability_in_the_model() -> None:
    assert reliability_in_model([0.16, 0.0], 0.4) == pytest.approx([0.0, 1.0])
