"""Response and remission."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline
from fairterms.outcomes.patient_change.response import (
    REASONS,
    Missing,
    ResponseReason,
    ResponseRule,
    judge,
)
from fairterms.outcomes.patient_change.scores import scores
from fairterms.reference.instrument_facts import Direction

RULE = ResponseRule(
    Direction.HIGHER_IS_WORSE,
    response=0.5,
    partial=0.25,
    remission=5,
    entry=10,
    zero_point=0,
    missing=Missing.FAILURE,
    zero_baseline=ZeroBaseline.LEFT_OUT,
)
NAN = float("nan")


def reason(rule: ResponseRule, first: float, last: float) -> str:
    return ResponseReason(judge(rule, scores([first], [last])).reasons[0]).name


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (20, 10, "RESPONSE_ONLY"),
        (20, 11, "PARTIAL"),
        (20, 15, "PARTIAL"),
        (20, 16, "NONE"),
        (20, 25, "NONE"),
        (10, 5, "RESPONSE_ONLY"),
        (10, 4, "REMISSION_AND_RESPONSE"),
        (9, 0, "TOO_MILD"),
        (0, 0, "TOO_MILD"),
        (NAN, 3, "NO_FIRST"),
        (20, NAN, "NO_LAST"),
        (9, NAN, "TOO_MILD"),
    ],
)
def test_each_patient_has_a_reason(first: float, last: float, expected: str) -> None:
    assert reason(RULE, first, last) == expected


def test_remission_without_response_is_possible_when_mild_patients_enter() -> None:
    assert reason(replace(RULE, entry=None), 7, 4) == "REMISSION_ONLY"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (ZeroBaseline.LEFT_OUT, "ZERO_FIRST"),
        (ZeroBaseline.UNCHANGED, "REMISSION_ONLY"),
        (ZeroBaseline.BY_DIRECTION, "REMISSION_ONLY"),
    ],
)
def test_a_first_score_of_zero_follows_the_declared_rule(rule: ZeroBaseline, expected: str) -> None:
    assert reason(replace(RULE, entry=None, zero_baseline=rule), 0, 3) == expected


def test_a_missing_last_score_is_a_failure_or_left_out_as_declared() -> None:
    group = scores([20, 20, 20, 9], [8, 15, NAN, 1])
    failure = judge(RULE, group).response
    left_out = judge(replace(RULE, missing=Missing.LEFT_OUT), group).response
    assert (failure.numerator, failure.denominator) == (1, 3)
    assert (left_out.numerator, left_out.denominator) == (1, 2)
    assert failure.of == "patients who entered the measure; without a last score: failure"


def test_the_bounds_hold_the_rate_under_every_rule() -> None:
    group = scores([20, 20, 20, 20], [8, 15, NAN, NAN])
    found = judge(RULE, group)
    low, high = found.bounds(
        ResponseReason.REMISSION_AND_RESPONSE, ResponseReason.RESPONSE_ONLY, name="response"
    )
    assert (low.value, high.value) == (0.25, 0.75)


def test_partial_response_and_remission_are_counted_apart() -> None:
    found = judge(RULE, scores([20, 20, 20, 10], [15, 10, 4, 4]))
    assert found.partial_response.numerator == 1
    assert found.response.numerator == 3
    assert found.remission.numerator == 2


def test_the_scale_may_run_the_other_way() -> None:
    well_being = replace(
        RULE, direction=Direction.HIGHER_IS_BETTER, remission=50, entry=50, response=0.3
    )
    assert reason(well_being, 40, 52) == "REMISSION_AND_RESPONSE"
    assert reason(well_being, 52, 40) == "TOO_MILD"


def test_every_reason_has_a_sentence() -> None:
    assert set(REASONS) == set(ResponseReason)


@settings(max_examples=30, deadline=None)
@given(st.integers(10, 27), st.integers(0, 27))
def test_whole_scores_are_judged_without_rounding(first: int, last: int) -> None:
    is_response = 2 * (first - last) >= first
    assert ("RESPONSE" in reason(RULE, first, last).replace("REMISSION_ONLY", "")) == is_response


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 27), st.none() | st.integers(0, 27)), min_size=1))
def test_leaving_out_gives_a_rate_between_the_bounds(
    group: list[tuple[int, int | None]],
) -> None:
    columns = scores([a for a, _ in group], [NAN if b is None else b for _, b in group])
    found = judge(replace(RULE, missing=Missing.LEFT_OUT), columns)
    kinds = (ResponseReason.REMISSION_AND_RESPONSE, ResponseReason.RESPONSE_ONLY)
    low, high = found.bounds(*kinds, name="response")
    if found.response.denominator:
        assert low.exact <= found.response.exact <= high.exact
