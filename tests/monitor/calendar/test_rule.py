"""Due days that follow from rules."""

from collections.abc import Mapping
from datetime import date

import pytest

from fairterms.monitor.calendar.business_calendar import BusinessCalendar
from fairterms.monitor.calendar.rule import Due, due_days
from fairterms.monitor.calendar.rule_reader import on_days, read, repeated
from fairterms.units.period import Period

TERM = Period(date(2027, 1, 1), date(2029, 12, 31))
COLORADO = BusinessCalendar("CO", {date(2027, 2, 15): "Presidents' Day"})


def _days(words: str, started: Mapping[str, date] | None = None) -> tuple[Due, ...]:
    rule = read(words)
    assert rule is not None
    return due_days(rule, TERM, COLORADO, started or {})


@pytest.mark.parametrize(
    ("words", "key", "day"),
    [
        ("15th of each month", "2027-05", date(2027, 5, 15)),
        ("15th of each month, next business day", "2027-05", date(2027, 5, 17)),
        ("15th of each month, previous business day", "2027-05", date(2027, 5, 14)),
        ("15th of each month, next business day", "2027-02", date(2027, 2, 16)),
        ("31st of each month", "2028-02", date(2028, 2, 29)),
        ("5th business day of each month", "2027-02", date(2027, 2, 5)),
        ("11th business day of each month", "2027-02", date(2027, 2, 16)),
        ("30 days after the end of each quarter", "2027-q4", date(2028, 1, 30)),
        ("45 days after the end of the performance year", "2029", date(2030, 2, 14)),
        ("at the end of each half year", "2028-h1", date(2028, 6, 30)),
        ("60 days before the start of each year", "2028", date(2027, 11, 2)),
        ("April 1 of each performance year", "2028", date(2028, 4, 1)),
        ("June 30 after each performance year", "2029", date(2030, 6, 30)),
    ],
)
def test_a_rule_gives_the_day(words: str, key: str, day: date) -> None:
    assert {one.key: one.day for one in _days(words)}[key] == day


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("15th of each month", 36),
        ("30 days after the end of each quarter", 12),
        ("at the end of each half year", 6),
        ("April 1 of each year", 3),
    ],
)
def test_a_rule_runs_over_all_years_of_the_contract(words: str, count: int) -> None:
    found = _days(words)
    assert len(found) == count
    assert len({one.key for one in found}) == count


def test_a_part_that_ends_after_the_contract_does_not_count() -> None:
    rule = read("10 days after the end of each quarter")
    assert rule is not None
    short = Period(date(2027, 1, 1), date(2027, 8, 15))
    assert [one.key for one in due_days(rule, short, COLORADO, {})] == ["2027-q1", "2027-q2"]


def test_a_rule_that_waits_gives_no_day_until_it_has_happened() -> None:
    words = "10 business days after receipt of the notice"
    assert _days(words) == ()
    started = {"a": date(2027, 2, 5), "b": date(2027, 3, 1)}
    assert [(one.key, one.day) for one in _days(words, started)] == [
        ("a", date(2027, 2, 22)),
        ("b", date(2027, 3, 15)),
    ]


def test_days_that_are_named_are_due_once_each_whatever_the_contract_s_end() -> None:
    rule = on_days((date(2030, 4, 30), date(2028, 4, 28), date(2028, 4, 28)))
    found = due_days(rule, TERM, COLORADO, {})
    assert [one.day for one in found] == [date(2028, 4, 28), date(2030, 4, 30)]
    assert rule.words == "April 28, 2028; April 30, 2030"


def test_a_first_day_comes_round_again_on_its_own_day_of_the_month() -> None:
    found = due_days(repeated(date(2027, 1, 31), "monthly"), TERM, COLORADO, {})
    assert [one.day for one in found][:3] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
    ]
    assert found[-1].day == date(2029, 12, 31)
    assert len(due_days(repeated(date(2027, 3, 1), "yearly"), TERM, COLORADO, {})) == 3
