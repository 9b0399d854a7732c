"""Calendar months and full years, with leap days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.reference.clinical.calendar import add_months, age_on

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2026, 1, 1), -2, date(2025, 11, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
    ],
)
def test_a_missing_day_becomes_the_last_of_its_month(day: date, months: int, found: date) -> None:
    assert add_months(day, months) == found


@given(DAYS, st.integers(-600, 600))
def test_months_add_up_and_keep_the_day_where_there_is_one(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and later.day >= 28)


@given(DAYS, st.integers(0, 90))
def test_an_age_is_reached_on_the_birthday_and_not_the_day_before(birth: date, years: int) -> None:
    birthday = add_months(birth, 12 * years)
    if birthday.day != birth.day:
        birthday = date.fromordinal(birthday.toordinal() + 1)
    assert age_on(birth, birthday) == years
    assert age_on(birth, date.fromordinal(birthday.toordinal() - 1)) == years - 1
