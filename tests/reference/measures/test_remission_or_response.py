"""Remission or response as declared."""

import pytest

from fairterms.reference.measure import Options, Population
from fairterms.reference.measures.remission_or_response import MEASURE
from tests.reference.made_patients import (
    FIRST_SCORE,
    LATER_SCORE,
    day,
    is_reached,
    judged,
    patient,
    scores,
)

OPTIONS: Options = {
    **FIRST_SCORE,
    **LATER_SCORE,
    "counts_as": "remission",
    "response_share": 0.5,
    "remission_cut": 5,
    "zero_point": 0,
}


def reached(*rows: tuple[str, float], **changes: str | float) -> bool | None:
    return is_reached(MEASURE, patient(scores(*rows)), {**OPTIONS, **changes})


@pytest.mark.parametrize(("later", "expected"), [(4, True), (5, False), (4.9999, True)])
def test_remission_is_strictly_better_than_the_cut(later: float, expected: bool) -> None:
    assert reached(("01-01", 14), ("03-01", later)) is expected


@pytest.mark.parametrize(("later", "expected"), [(7, True), (7.0001, False), (8, False)])
def test_response_is_the_share_itself_or_more(later: float, expected: bool) -> None:
    assert reached(("01-01", 14), ("03-01", later), counts_as="response") is expected


def test_a_share_that_no_machine_number_holds_is_met_exactly() -> None:
    assert reached(("01-01", 10), ("03-01", 9), counts_as="response", response_share=0.1)
    assert reached(("01-01", 20), ("03-01", 14), counts_as="response", response_share=0.3)


@pytest.mark.parametrize(
    ("later", "either", "both"), [(4, True, False), (3, True, True), (5, False, False)]
)
def test_either_and_both_are_told_apart(later: float, either: bool, both: bool) -> None:
    rows = (("01-01", 7), ("03-01", later))
    found = [
        reached(*rows, index_cut=5, counts_as=kind)
        for kind in ("remission or response", "remission and response")
    ]
    assert found == [either, both]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("01-30", False),
        ("01-31", True),
        ("04-01", True),
        ("04-02", False),
    ],
)
def test_a_later_score_counts_from_day_30_to_day_90(at: str, expected: bool) -> None:
    assert (day(at) - day("01-01")).days in {29, 30, 90, 91}
    assert reached(("01-01", 14), (at, 2)) is expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2026-12-31", None), ("01-01", True), ("12-31", True), ("2028-01-01", None)],
)
def test_the_first_score_lies_in_the_period(at: str, expected: bool | None) -> None:
    later = {"2026-12-31": "2027-02-15", "2028-01-01": "2028-02-15", "12-31": "2028-02-15"}
    found = reached(
        (at, 14), (later.get(at, "02-15"), 2), index_score="first at the cut in the period"
    )
    assert found is expected


@pytest.mark.parametrize(("points", "expected"), [(9, None), (10, False)])
def test_a_first_score_at_the_cut_counts_and_a_milder_one_does_not(
    points: float, expected: bool | None
) -> None:
    assert reached(("01-01", points), ("03-01", 9)) is expected


def test_the_first_score_and_the_first_at_the_cut_are_two_readings() -> None:
    rows = (("01-01", 8), ("02-01", 14), ("04-01", 3))
    assert reached(*rows) is None
    assert reached(*rows, index_score="first at the cut in the period") is True


@pytest.mark.parametrize(("which", "expected"), [("last", False), ("best", True), ("worst", False)])
def test_last_best_and_worst_are_three_readings(which: str, expected: bool) -> None:
    rows = (("01-01", 14), ("02-15", 3), ("03-01", 12))
    assert reached(*rows, later_score=which) is expected


def test_a_missing_later_score_fails_or_is_left_out() -> None:
    assert reached(("01-01", 14)) is False
    assert reached(("01-01", 14), missing="left out") is None
    found = judged(MEASURE, patient(scores(("01-01", 14))), {**OPTIONS, "missing": "left out"})
    assert found[0].count(Population.EXCLUSION) == 1


@pytest.mark.parametrize(("until", "expected"), [("2027-04-01", True), ("2027-03-31", None)])
def test_nobody_is_judged_before_the_time_is_over(until: str, expected: bool | None) -> None:
    assert reached(("01-01", 14), ("03-01", 2), observed_until=until) is expected


@pytest.mark.parametrize(("died", "expected"), [("2027-04-01", None), ("2027-04-02", True)])
def test_a_patient_who_died_in_the_time_is_excluded(died: str, expected: bool | None) -> None:
    who = patient(scores(("01-01", 14), ("03-01", 2)), death_date=day(died))
    assert is_reached(MEASURE, who, OPTIONS) is expected


@pytest.mark.parametrize(("same_day", "expected"), [("worse", False), ("better", True)])
def test_of_two_scores_of_one_day_the_declared_one_counts(same_day: str, expected: bool) -> None:
    rows = (("01-01", 14), ("03-01", 4), ("03-01", 6))
    assert reached(*rows, same_day=same_day) is expected


@pytest.mark.parametrize(("clear", "expected"), [(30, True), (31, None)])
def test_a_score_in_the_days_before_keeps_a_patient_out(clear: int, expected: bool | None) -> None:
    rows = (("2026-12-01", 14), ("01-01", 14), ("03-01", 2))
    assert reached(*rows, clear_days=clear) is expected


def test_where_higher_is_better_all_turns_round() -> None:
    who = patient(scores(("01-01", 20), ("03-01", 40), instrument="who5"))
    turned = {**OPTIONS, "instrument": "who5", "index_cut": 50, "remission_cut": 39}
    assert is_reached(MEASURE, who, turned) is True
    assert is_reached(MEASURE, who, {**turned, "remission_cut": 40}) is False
    assert is_reached(MEASURE, who, {**turned, "index_cut": 19}) is None
    response = {**turned, "counts_as": "response", "response_share": 1}
    assert is_reached(MEASURE, who, response) is True
    assert is_reached(MEASURE, who, {**response, "response_share": 1.01}) is False


def test_a_share_of_nothing_is_no_response() -> None:
    rows = (("01-01", 0), ("03-01", 0))
    assert reached(*rows, index_cut="none", counts_as="response", response_share=0) is False


def test_a_share_is_taken_from_the_zero_point() -> None:
    who = patient(scores(("01-01", 30), ("03-01", 20), instrument="k10"))
    kind = {**OPTIONS, "instrument": "k10", "counts_as": "response"}
    assert is_reached(MEASURE, who, kind) is False
    assert is_reached(MEASURE, who, {**kind, "zero_point": 10}) is True


def test_scores_of_another_form_or_not_final_do_not_count() -> None:
    gad = scores(("03-01", 2), instrument="gad7")
    assert is_reached(MEASURE, patient(scores(("01-01", 14)), gad), OPTIONS) is False


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(scores(("01-01", 14), ("03-01", 6))), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        (
            "yes: A score between 2027-01-01 and 2027-12-31, the first in the period "
            "(14 points on 2027-01-01)"
        ),
        "yes: The first score is at 10 points or worse (14 points on 2027-01-01)",
        "yes: The time for a later score is over (until 2027-04-01, records until 2028-12-31)",
        "no: Excluded for death before the time was over (no death on record)",
        "yes: A later score from 2027-01-31 to 2027-04-01, the last one (6 points on 2027-03-01)",
        "no: The later score is better than 5 points (6 points on 2027-03-01)",
        "yes: It improved by at least 50% of the first score (from 14 to 6 points)",
    ]
    assert (found.day, found.clinician) == (day("01-01"), "ann")
