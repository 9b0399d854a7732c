"""Diagnoses and medicines: active, confirmed, how long."""

from datetime import date

import pytest

from fairterms.reference.clinical.facts import Condition, MedicationDispense, MedicationOrder
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.supply import Supply

ONSET = Period.on(date(2025, 3, 1))
END = Period.on(date(2025, 6, 1))
FIRST = Moment(date(2025, 3, 1))


@pytest.mark.parametrize(
    ("status", "abatement", "words"),
    [
        ("active", None, "2025-03-01 to now"),
        ("relapse", None, "2025-03-01 to now"),
        ("active", END, "2025-03-01 to 2025-06-01"),
        ("resolved", END, "2025-03-01 to 2025-06-01"),
        ("resolved", None, "2025-03-01 to an unknown end"),
        ("remission", None, "2025-03-01 to an unknown end"),
        ("", None, "2025-03-01 to an unknown end"),
    ],
)
def test_a_diagnosis_without_an_end_lasts_only_while_it_is_active(
    status: str, abatement: Period | None, words: str
) -> None:
    condition = Condition("1", clinical_status=status, onset=ONSET, abatement=abatement)
    assert str(condition.prevalence) == words


def test_an_onset_and_an_end_over_some_time_give_the_widest_span() -> None:
    onset = Period.on(date(2025, 1, 1), date(2025, 2, 1))
    end = Period.on(date(2025, 5, 1), date(2025, 6, 1))
    assert str(Condition("1", onset=onset, abatement=end).prevalence) == "2025-01-01 to 2025-06-01"


def test_a_diagnosis_is_confirmed_only_when_somebody_wrote_so() -> None:
    assert Condition("1", verification="confirmed").is_confirmed
    assert not Condition("1").is_confirmed


@pytest.mark.parametrize(
    ("categories", "answer"),
    [
        ((), True),
        (("problem-list-item",), True),
        (("health-concern",), True),
        (("encounter-diagnosis",), False),
        (("encounter-diagnosis", "problem-list-item"), True),
    ],
)
def test_a_diagnosis_of_a_visit_alone_is_not_on_the_problem_list(
    categories: tuple[str, ...], answer: bool
) -> None:
    assert Condition("1", categories=categories).is_on_problem_list is answer


def test_an_order_begins_when_it_is_to_be_taken_else_when_written_else_when_allowed() -> None:
    supply = Supply(days=10)
    later, latest = Moment(date(2025, 4, 1)), Moment(date(2025, 5, 1))
    bounds = Period(FIRST, None)
    full = MedicationOrder("1", authored=later, allowed_from=latest, bounds=bounds, supply=supply)
    written = MedicationOrder("1", authored=later, allowed_from=latest, supply=supply)
    allowed = MedicationOrder("1", allowed_from=latest, supply=supply)
    assert [str(one.period)[:10] for one in (full, written, allowed)] == [
        "2025-03-01",
        "2025-04-01",
        "2025-05-01",
    ]
    assert MedicationOrder("1", supply=supply).period is None


def test_a_dispense_begins_when_handed_over_else_when_prepared() -> None:
    supply = Supply(days=10)
    later = Moment(date(2025, 4, 1))
    assert str(
        MedicationDispense("1", handed_over=later, prepared=FIRST, supply=supply).period
    ) == ("2025-04-01 to 2025-04-10")
    assert str(MedicationDispense("1", prepared=FIRST, supply=supply).period) == (
        "2025-03-01 to 2025-03-10"
    )
    assert MedicationDispense("1", supply=supply).period is None
