"""A period of whole days."""

from datetime import date

import pytest

from fairterms.units.period import Period, calendar_year


def test_both_ends_belong_to_a_period() -> None:
    year = calendar_year(2027)
    assert date(2027, 1, 1) in year
    assert date(2027, 12, 31) in year
    assert date(2026, 12, 31) not in year
    assert date(2028, 1, 1) not in year
    assert "2027-06-01" not in year


@pytest.mark.parametrize(("year", "days"), [(2027, 365), (2028, 366), (2100, 365)])
def test_a_year_has_its_days(year: int, days: int) -> None:
    assert calendar_year(year).days == days


def test_one_day_is_a_period() -> None:
    assert Period(date(2027, 3, 1), date(2027, 3, 1)).days == 1


def test_a_period_that_ends_before_it_starts_cannot_be_built() -> None:
    with pytest.raises(ValueError, match=r"ends \(2027-02-28\) before it starts \(2027-03-01\)"):
        Period(date(2027, 3, 1), date(2027, 2, 28))


def test_periods_sort_by_their_first_day_and_say_their_ends() -> None:
    assert calendar_year(2027) < calendar_year(2028)
    assert str(calendar_year(2027)) == "2027-01-01 to 2027-12-31"
