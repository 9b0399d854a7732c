"""Improvement, recovery and deterioration as declared."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.reliable_improvement import MEASURE
from tests.reference.made_patients import (
    FIRST_SCORE,
    LATER_SCORE,
    is_reached,
    judged,
    patient,
    scores,
)

OPTIONS: Options = {
    **FIRST_SCORE,
    **LATER_SCORE,
    "index_cut": "none",
    "counts_as": "improvement",
    "reliable_change": 6,
    "caseness_cut": 10,
}


def reached(first: float, later: float, **changes: str | float) -> bool | None:
    who = patient(scores(("01-01", first), ("03-01", later)))
    return is_reached(MEASURE, who, {**OPTIONS, **changes})


@pytest.mark.parametrize(("later", "expected"), [(8, True), (9, False), (14, False), (20, False)])
def test_improvement_is_the_reliable_change_or_more(later: float, expected: bool) -> None:
    assert reached(14, later) is expected


@pytest.mark.parametrize(("later", "expected"), [(19, False), (20, True), (8, False)])
def test_deterioration_is_the_same_the_other_way(later: float, expected: bool) -> None:
    assert reached(14, later, counts_as="deterioration") is expected


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (16, 9, True),
        (16, 10, False),
        (10, 4, True),
        (9, 2, False),
        (14, 9, False),
    ],
)
def test_recovery_needs_a_case_first_a_case_no_more_and_a_reliable_change(
    first: float, later: float, expected: bool
) -> None:
    assert reached(first, later, counts_as="recovery") is expected


def test_without_a_later_score_nothing_is_reached() -> None:
    who = patient(scores(("01-01", 14)))
    for kind in ("improvement", "recovery", "deterioration"):
        assert is_reached(MEASURE, who, {**OPTIONS, "counts_as": kind}) is False


def test_a_change_with_a_fraction_is_met_exactly() -> None:
    assert reached(14.4, 9.2, reliable_change=5.2) is True
    assert reached(14.4, 9.3, reliable_change=5.2) is False


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(
        MEASURE, patient(scores(("01-01", 16), ("03-01", 9))), {**OPTIONS, "counts_as": "recovery"}
    )[0]
    assert [str(step) for step in found.trace] == [
        (
            "yes: A score between 2027-01-01 and 2027-12-31, the first in the period "
            "(16 points on 2027-01-01)"
        ),
        ("yes: The time for a later score is over (until 2027-04-01, records until 2028-12-31)"),
        "no: Excluded for death before the time was over (no death on record)",
        ("yes: A later score from 2027-01-31 to 2027-04-01, the last one (9 points on 2027-03-01)"),
        "yes: Better by at least 6 points (from 16 to 9 points)",
        "yes: At 10 points or worse first, better than it later (from 16 to 9 points)",
    ]
