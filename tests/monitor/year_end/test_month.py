"""Months are counted across years and read only as they are written."""

from datetime import date

import pytest

from fairterms.monitor.year_end.month import between, later, month_of, months_from, named, written

MARCH = date(2027, 3, 1)


@pytest.mark.parametrize("text", ["2027-13", "2027-00", "2027-3", "March 2027", "", "0000-01"])
def test_what_is_no_month_is_not_read(text: str) -> None:
    assert month_of(text) is None


def test_a_month_reads_as_it_is_written() -> None:
    assert month_of(f" {written(MARCH)} ") == MARCH
    assert named(date(2027, 12, 1)) == "December 2027"


@pytest.mark.parametrize("months", [-15, -3, -1, 0, 1, 9, 10, 25])
def test_going_on_and_counting_agree(months: int) -> None:
    assert between(MARCH, later(MARCH, months)) == months


def test_no_month_lies_between_a_later_and_an_earlier_one() -> None:
    assert months_from(MARCH, date(2027, 2, 1)) == ()
    assert months_from(date(2026, 12, 1), date(2027, 1, 1)) == (date(2026, 12, 1), date(2027, 1, 1))
