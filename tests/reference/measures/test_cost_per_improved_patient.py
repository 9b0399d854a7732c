"""Cost of one improved patient."""

import pytest

from fairterms.reference.measure import Judgement, Options
from fairterms.reference.measures.cost_per_improved_patient import MEASURE
from tests.reference.made_patients import (
    COST,
    FIRST_SCORE,
    LATER_SCORE,
    bill,
    day,
    judged,
    patient,
    scores,
)

OPTIONS: Options = {
    **FIRST_SCORE,
    **{name: value for name, value in LATER_SCORE.items() if name != "missing"},
    **COST,
    "reliable_change": 6,
    "cost_days": 90,
}


def case(cents: int, *later: tuple[str, float]) -> Judgement:
    return judged(MEASURE, patient(scores(("01-01", 16), *later), bill("01-05", cents)), OPTIONS)[0]


def test_the_ratio_is_of_sums_over_all_patients_also_those_who_left() -> None:
    cases = [case(100, ("03-01", 4)), case(300, ("03-01", 15)), case(500)]
    assert [(one.amount, one.base) for one in cases] == [(100, 1), (300, 0), (500, 0)]
    assert sum(one.amount or 0 for one in cases) / sum(one.base or 0 for one in cases) == 900


@pytest.mark.parametrize(("points", "base"), [(10, 1), (11, 0)])
def test_the_reliable_change_itself_counts(points: float, base: int) -> None:
    assert case(100, ("03-01", points)).base == base


@pytest.mark.parametrize(
    ("at", "cents"), [("2026-12-31", 0), ("01-01", 7), ("03-31", 7), ("04-01", 0)]
)
def test_cost_counts_for_90_days_the_first_included(at: str, cents: int) -> None:
    assert (day("03-31") - day("01-01")).days == 89
    who = patient(scores(("01-01", 16)), bill(at, 7))
    assert judged(MEASURE, who, OPTIONS)[0].amount == cents


def test_one_day_of_cost_is_the_day_of_the_first_score() -> None:
    who = patient(scores(("01-01", 16)), bill("01-01", 7), bill("01-02", 70))
    assert judged(MEASURE, who, {**OPTIONS, "cost_days": 1})[0].amount == 7


def test_any_change_for_the_better_may_count() -> None:
    who = patient(scores(("01-01", 16), ("03-01", 16)))
    assert judged(MEASURE, who, {**OPTIONS, "reliable_change": 0})[0].base == 1


def test_a_patient_who_died_has_neither_cost_nor_improvement() -> None:
    who = patient(scores(("01-01", 16)), bill("01-05", 7), death_date=day("02-01"))
    found = judged(MEASURE, who, OPTIONS)[0]
    assert (found.amount, found.base) == (None, None)


def test_a_patient_who_is_not_in_the_measure_has_no_amount() -> None:
    who = patient(scores(("01-01", 9)), bill("01-05", 7))
    found = judged(MEASURE, who, OPTIONS)[0]
    assert (found.amount, found.base, found.counts) == (None, None, {})


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(
        MEASURE, patient(scores(("01-01", 16), ("03-01", 9)), bill("01-05", 500)), OPTIONS
    )[0]
    assert [str(step) for step in found.trace] == [
        (
            "yes: A score between 2027-01-01 and 2027-12-31, the first in the period "
            "(16 points on 2027-01-01)"
        ),
        "yes: The first score is at 10 points or worse (16 points on 2027-01-01)",
        ("yes: The time for a later score is over (until 2027-04-01, records until 2028-12-31)"),
        "no: Excluded for death before the time was over (no death on record)",
        ("yes: A later score from 2027-01-31 to 2027-04-01, the last one (9 points on 2027-03-01)"),
        (
            "yes: Better by at least 6 points "
            "(from 16 points on 2027-01-01 to 9 points on 2027-03-01)"
        ),
        "yes: Bills for service from 2027-01-01 to 2027-03-31 (1 line, $5.00)",
    ]
