"""Several contracts in one calendar."""

from datetime import date

import pytest

from fairterms.monitor.alignment.shared_calendar import DueDay, crowded, weeks


def day(deal: str, number: int) -> DueDay:
    return DueDay(deal, f"{deal}'s report", date(2027, 4, number))


def test_deadlines_stand_in_weeks_from_monday_on() -> None:
    found = weeks([day("B", 11), day("A", 5), day("A", 12)])
    assert [(str(one.monday), len(one.deadlines)) for one in found] == [
        ("2027-04-05", 2),
        ("2027-04-12", 1),
    ]
    assert [one.due.day for one in found[0].deadlines] == [5, 11]


@pytest.mark.parametrize(
    ("deals", "is_crowded"), [("AAB", True), ("AB", False), ("AAA", False), ("ABC", True)]
)
def test_a_week_is_crowded_when_several_deals_want_three_things(
    deals: str, is_crowded: bool
) -> None:
    found = weeks(day(deal, 5 + at) for at, deal in enumerate(deals))
    assert bool(tuple(crowded(found))) is is_crowded


def test_without_deadlines_there_are_no_weeks() -> None:
    assert weeks([]) == ()
