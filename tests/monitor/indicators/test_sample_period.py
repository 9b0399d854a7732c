"""Months and quarters are read, ordered and walked through."""

from datetime import date

import pytest

from fairterms.monitor.indicators.sample_period import SamplePeriod, ended
from fairterms.risks.control.cadence import Cadence


@pytest.mark.parametrize("text", ["2027-03", "2027-12", "2027-Q1", "2027-Q4"])
def test_a_period_reads_back_as_it_is_written(text: str) -> None:
    assert str(SamplePeriod.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "2027", "2027-13", "2027-00", "2027-Q5", "03/2027", "2027-3", "0000-01"]
)
def test_anything_else_is_no_period(text: str) -> None:
    assert SamplePeriod.parse(text) is None


def test_a_quarter_has_the_days_of_three_months() -> None:
    quarter = SamplePeriod(2028, 1, Cadence.QUARTERLY)
    assert (quarter.first, quarter.last) == (date(2028, 1, 1), date(2028, 3, 31))
    assert SamplePeriod(2028, 2).last == date(2028, 2, 29)


def test_a_year_goes_over_into_the_next() -> None:
    assert SamplePeriod(2026, 12).following == SamplePeriod(2027, 1)
    last = SamplePeriod(2026, 4, Cadence.QUARTERLY)
    assert str(last.following) == "2027-Q1"
    assert last.following.place == last.place + 1


def test_a_period_counts_as_over_on_its_last_day() -> None:
    first = SamplePeriod(2027, 1)
    assert [str(one) for one in ended(first, date(2027, 2, 27))] == ["2027-01"]
    assert list(ended(first, date(2027, 1, 30))) == []
