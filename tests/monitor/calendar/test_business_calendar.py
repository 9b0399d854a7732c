"""Business days, with holidays given by hand and with those of the package."""

import sys
from datetime import date

import pytest

from fairterms.monitor.calendar.business_calendar import BusinessCalendar, of_state
from fairterms.units.refusal import Refusal

CLOSED = BusinessCalendar("CO", {date(2027, 5, 31): "Memorial Day"})


def test_a_weekend_and_a_holiday_are_no_business_days() -> None:
    days = (date(2027, 5, 28), date(2027, 5, 29), date(2027, 5, 30), date(2027, 5, 31))
    assert [CLOSED.is_open(day) for day in days] == [True, False, False, False]


def test_a_day_that_is_no_business_day_moves_past_the_weekend_and_the_holiday() -> None:
    assert CLOSED.next_open(date(2027, 5, 29)) == date(2027, 6, 1)
    assert CLOSED.previous_open(date(2027, 5, 31)) == date(2027, 5, 28)
    assert CLOSED.next_open(date(2027, 5, 28)) == date(2027, 5, 28)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2027, 5, 28), 1, date(2027, 6, 1)),
        (date(2027, 5, 29), 1, date(2027, 6, 1)),
        (date(2027, 5, 27), 5, date(2027, 6, 4)),
        (date(2027, 6, 1), -1, date(2027, 5, 28)),
        (date(2027, 5, 30), 0, date(2027, 5, 30)),
    ],
)
def test_business_days_are_counted_from_the_day_after(
    day: date, count: int, expected: date
) -> None:
    assert CLOSED.moved(day, count) == expected


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(Refusal, match="there is no calendar called Colorado"):
        of_state("Colorado", 2027, 2027)


def test_weekdays_need_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert of_state("weekdays", 2027, 2029).closed == {}


def test_states_keep_holidays_of_their_own() -> None:
    colorado, oregon = of_state("CO", 2027, 2029), of_state("OR", 2027, 2029)
    cabrini, christmas = date(2027, 10, 4), date(2027, 12, 24)
    assert not colorado.is_open(cabrini)
    assert oregon.is_open(cabrini)
    # Christmas of 2027 is a Saturday and is kept on the Friday before.
    assert not colorado.is_open(christmas)
    assert not of_state("US", 2028, 2028).is_open(date(2028, 7, 4))
