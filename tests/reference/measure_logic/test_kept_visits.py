"""Visits that took place, and episodes."""

import pytest

from fairterms.reference.clinical.facts import Encounter
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.measure_logic.kept_visits import (
    care_episodes,
    episodes_begun,
    kept_visits,
    visits_with_status,
)
from tests.reference.made_patients import YEAR, day, patient, visits


def test_only_finished_visits_were_kept_in_order_and_once_a_day_and_clinician() -> None:
    who = patient(
        visits("03-01", "02-01"),
        visits("03-01"),
        visits("03-01", clinician="bob"),
        visits("04-01", status="missed"),
    )
    found = [(one.day, one.clinician) for one in kept_visits(who)]
    assert found == [(day("02-01"), "ann"), (day("03-01"), "ann"), (day("03-01"), "bob")]


def test_a_visit_without_a_day_is_no_visit() -> None:
    endless = Encounter("v", status="finished", period=Period(None, Moment(day("03-01"))))
    who = patient(endless, Encounter("w", status="finished"))
    assert kept_visits(who) == ()
    assert visits_with_status(who, frozenset({"finished"})) == ()


def test_statuses_are_read_in_lower_case_and_order_of_day() -> None:
    who = patient(visits("03-01", status="Missed"), visits("02-01", status="noshow"))
    found = visits_with_status(who, frozenset({"missed", "noshow"}))
    assert [one.status for one in found] == ["noshow", "Missed"]


@pytest.mark.parametrize(("gap", "lengths"), [(28, [1, 1]), (29, [2])])
def test_a_gap_of_the_declared_days_does_not_part(gap: int, lengths: list[int]) -> None:
    who = patient(visits("03-01", "03-30"))
    assert [len(one.visits) for one in care_episodes(kept_visits(who), gap)] == lengths


def test_gaps_are_from_visit_to_visit_not_from_the_first() -> None:
    who = patient(visits("01-01", "01-21", "02-10", "03-02"))
    (found,) = care_episodes(kept_visits(who), 20)
    assert (found.first, found.last, found.days) == (day("01-01"), day("03-02"), 4)


def test_only_episodes_begun_in_the_period_are_given() -> None:
    who = patient(visits("2026-12-31", "01-05", "12-31", "2028-01-02"))
    found = episodes_begun(who, YEAR, {"gap_days": 10})
    assert [one.first for one in found] == [day("12-31")]


def test_nobody_seen_has_no_episode() -> None:
    assert care_episodes((), 30) == ()
