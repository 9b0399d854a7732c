"""Totals of the year to date stand; the rest follows the forecast and what was seen."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.monitor.year_end.reported_ahead import months_in, reported_ahead
from fairterms.monitor.year_end.year_to_date import Report, Seen, YearToDate
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import plain_year, small_prior

NAME = "direct_service_payments"


def seen(through: date, value: str, name: str = NAME) -> tuple[YearToDate, Seen]:
    report = Report(through, date(2027, 6, 1), {name: parse(value)})
    year = replace(plain_year(), reports=(report,))
    return year, year.as_of(date(2027, 6, 30))


@pytest.mark.parametrize(
    ("through", "months"),
    [((2026, 12), 0), ((2027, 1), 1), ((2027, 12), 12), ((2028, 3), 12)],
)
def test_a_total_counts_the_months_of_the_year(through: tuple[int, int], months: int) -> None:
    assert months_in(plain_year(), date(*through, 1)) == months


def test_before_a_report_the_forecast_stands() -> None:
    prior = small_prior()
    year = replace(plain_year(), reports=())
    found = reported_ahead(NAME, prior, year, year.as_of(date(2027, 6, 30)))
    np.testing.assert_array_equal(found, prior.column(NAME))


def test_a_total_of_the_whole_year_is_certain() -> None:
    found = reported_ahead(NAME, small_prior(), *seen(date(2027, 12, 1), "$7,000,000.00"))
    assert set(found) == {7_000_000.0}


def test_half_a_year_above_what_was_expected_raises_the_rest_but_not_in_full() -> None:
    prior = small_prior()
    usual = prior.column(NAME).mean()
    half = 0.5 * usual * 1.1
    found = reported_ahead(NAME, prior, *seen(date(2027, 6, 1), f"${half:,.2f}"))
    assert half < found.min()
    # Six months weigh six sevenths: the rest is about 8.6 % above, not 10 % and not 0.
    assert (found.mean() - half) / (0.5 * usual) == pytest.approx(1.086, abs=0.01)
    assert found.std() < 0.6 * prior.column(NAME).std()


def test_counts_stay_whole() -> None:
    found = reported_ahead(
        "months_added", small_prior(), *seen(date(2027, 3, 1), "300 member-months", "months_added")
    )
    assert np.array_equal(found, np.round(found))


def test_another_unit_is_refused() -> None:
    with pytest.raises(Refusal, match="direct_service_payments: is in per cent"):
        reported_ahead(NAME, small_prior(), *seen(date(2027, 3, 1), "3 %"))
