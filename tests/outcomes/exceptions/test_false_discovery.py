"""Adjusted p-values against the rule as it is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.exceptions.false_discovery import adjust


def rejected(p_values: list[float], rate: float) -> set[int]:
    """Return what the step-up rule claims: all up to the last with p ≤ k·rate/m."""
    order = sorted(range(len(p_values)), key=lambda at: p_values[at])
    passed = [k for k, at in enumerate(order, 1) if p_values[at] * (len(p_values) / k) <= rate]
    return set(order[: max(passed, default=0)])


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), max_size=12), st.sampled_from([0.01, 0.05, 0.2]))
def test_claims_are_those_of_the_step_up_rule(p_values: list[float], rate: float) -> None:
    adjusted = adjust(p_values)
    assert {at for at, value in enumerate(adjusted) if value <= rate} == rejected(p_values, rate)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_adjusting_never_lowers_a_p_value(p_values: list[float]) -> None:
    assert all(a >= p for a, p in zip(adjust(p_values), p_values, strict=True))


def test_one_candidate_alone_is_not_adjusted() -> None:
    assert adjust([0.03]) == (0.03,)
    assert adjust([]) == ()


def test_a_candidate_left_out_makes_the_others_look_better() -> None:
    assert adjust([0.02, 0.9])[0] == pytest.approx(0.04)
    assert adjust([0.02])[0] == 0.02
