"""Leaving early."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.dropout import MEASURE
from tests.reference.made_patients import day, is_reached, judged, patient, visits

OPTIONS: Options = {
    "gap_days": 60,
    "definition": "few sessions",
    "enough_sessions": 4,
    "missed_statuses": "missed",
    "observed_until": "2028-12-31",
}
MISSED = {**OPTIONS, "definition": "missed the last appointment"}
WEEKS = ("03-01", "03-08", "03-15", "03-22")


@pytest.mark.parametrize(("sessions", "left"), [(3, True), (4, False)])
def test_fewer_sessions_than_enough_is_dropout(sessions: int, left: bool) -> None:
    assert is_reached(MEASURE, patient(visits(*WEEKS[:sessions])), OPTIONS) is left


def test_two_visits_on_one_day_are_one_session() -> None:
    who = patient(visits(*WEEKS[:3]), visits("03-15", clinician="bob"))
    assert is_reached(MEASURE, who, OPTIONS) is True


@pytest.mark.parametrize(
    ("missed", "left"),
    [("03-15", False), ("03-22", False), ("03-23", True), ("05-21", True), ("05-22", False)],
)
def test_a_missed_appointment_after_the_last_visit_is_the_other_definition(
    missed: str, left: bool
) -> None:
    who = patient(visits(*WEEKS), visits(missed, status="missed"))
    assert is_reached(MEASURE, who, MISSED) is left


def test_the_two_definitions_disagree_on_one_patient() -> None:
    short, long = (
        patient(visits("03-01")),
        patient(visits(*WEEKS), visits("03-29", status="missed")),
    )
    assert [is_reached(MEASURE, short, one) for one in (OPTIONS, MISSED)] == [True, False]
    assert [is_reached(MEASURE, long, one) for one in (OPTIONS, MISSED)] == [False, True]


@pytest.mark.parametrize(("until", "left"), [("2027-04-30", True), ("2027-04-29", None)])
def test_an_episode_that_may_go_on_is_not_judged(until: str, left: bool | None) -> None:
    who = patient(visits("03-01"))
    assert is_reached(MEASURE, who, {**OPTIONS, "observed_until": until}) is left


@pytest.mark.parametrize(("died", "left"), [("04-30", None), ("05-01", True)])
def test_death_is_not_dropout(died: str, left: bool | None) -> None:
    who = patient(visits("03-01"), death_date=day(died))
    assert is_reached(MEASURE, who, OPTIONS) is left


def test_an_episode_begun_last_year_is_not_this_years() -> None:
    assert is_reached(MEASURE, patient(visits("2026-12-31", "01-10")), OPTIONS) is None


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(visits("03-01", "03-08")), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        (
            "yes: The episode that began on 2027-03-01 is over "
            "(over on 2027-05-07, records until 2028-12-31)"
        ),
        "no: Excluded for death (no death on record)",
        "yes: Fewer than 4 days with a session (2 days)",
    ]
