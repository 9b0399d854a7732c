"""Lengths of time, read and counted."""

from datetime import date

import pytest

from fairterms.monitor.calendar.business_calendar import BusinessCalendar
from fairterms.monitor.calendar.length import Length, Unit, months_after, read

WEEKDAYS = BusinessCalendar()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("45 days", Length(45, Unit.DAYS)),
        ("1 day", Length(1, Unit.DAYS)),
        ("10 Business Days", Length(10, Unit.BUSINESS_DAYS)),
        ("10 working days", Length(10, Unit.BUSINESS_DAYS)),
        ("30 calendar days", Length(30, Unit.DAYS)),
        ("2 weeks", Length(2, Unit.WEEKS)),
        ("6 months", Length(6, Unit.MONTHS)),
    ],
)
def test_a_length_is_read_with_its_unit(words: str, expected: Length) -> None:
    assert read(words) == expected


@pytest.mark.parametrize("words", ["", "soon", "days", "-3 days", "3", "3 hours", "3.5 days"])
def test_words_that_are_no_length_are_none(words: str) -> None:
    assert read(words) is None


def test_each_unit_is_counted_as_what_it_is() -> None:
    friday = date(2027, 1, 29)
    assert Length(2, Unit.DAYS).after(friday, WEEKDAYS) == date(2027, 1, 31)
    assert Length(2, Unit.BUSINESS_DAYS).after(friday, WEEKDAYS) == date(2027, 2, 2)
    assert Length(2, Unit.WEEKS).before(friday, WEEKDAYS) == date(2027, 1, 15)
    assert Length(1, Unit.MONTHS).after(date(2027, 1, 31), WEEKDAYS) == date(2027, 2, 28)


def test_months_cross_years_both_ways() -> None:
    assert months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_after(date(2027, 1, 15), -1) == date(2026, 12, 15)


def test_one_is_said_in_the_singular() -> None:
    assert [str(Length(n, Unit.BUSINESS_DAYS)) for n in (1, 2)] == [
        "1 business day",
        "2 business days",
    ]
