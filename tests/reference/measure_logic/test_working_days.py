"""Calendar and business days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.reference.measure_logic.working_days import DayCount, day_count
from fairterms.units.refusal import Refusal

MONDAY = date(2027, 3, 1)
DAYS = st.dates(date(2027, 1, 1), date(2027, 12, 31))
COUNTS = st.builds(DayCount, st.booleans(), st.frozensets(DAYS, max_size=4))


@pytest.mark.parametrize(
    ("days", "calendar", "business"),
    [(0, 0, 0), (1, 1, 1), (4, 4, 4), (5, 5, 4), (6, 6, 4), (7, 7, 5)],
)
def test_the_first_day_is_not_counted_and_the_last_is(
    days: int, calendar: int, business: int
) -> None:
    last = MONDAY + timedelta(days)
    assert DayCount(False, frozenset()).between(MONDAY, last) == calendar
    assert DayCount(True, frozenset()).between(MONDAY, last) == business


def test_a_holiday_is_no_business_day() -> None:
    tuesday = MONDAY + timedelta(1)
    assert DayCount(True, frozenset({tuesday})).between(MONDAY, tuesday) == 0
    assert DayCount(False, frozenset({tuesday})).between(MONDAY, tuesday) == 1


@given(COUNTS, DAYS, st.integers(0, 30))
def test_the_last_day_in_time_is_in_time_and_the_next_is_not(
    days: DayCount, first: date, limit: int
) -> None:
    last = days.after(first, limit)
    assert days.between(first, last) == limit
    assert days.between(first, last + timedelta(1)) == limit + 1


def test_days_are_read_from_the_contract() -> None:
    found = day_count({"days": "business", "holidays": "2027-07-05, 2027-12-24"})
    assert found.is_business
    assert found.holidays == {date(2027, 7, 5), date(2027, 12, 24)}
    assert str(found) == "business days"
    assert str(day_count({"days": "calendar", "holidays": "none"})) == "calendar days"


def test_a_holiday_that_is_no_day_is_refused() -> None:
    with pytest.raises(Refusal, match='option holidays: "christmas" is not a day'):
        day_count({"days": "business", "holidays": "Christmas"})
