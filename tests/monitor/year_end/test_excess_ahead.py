"""Dollars above the attachment point come late in the year, and what is known of them stands."""

from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt
import pytest

from fairterms.monitor.year_end.excess_ahead import excess_ahead, excess_progress
from fairterms.monitor.year_end.year_to_date import Report
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.units.quantity import parse
from tests.monitor.year_end.juniper_year import plain_year, small_prior

LAW = LognormalCost(no_cost=0.72, mean=434.0, spread=2.6)
NAME = "claims_above_attachment"


def ahead(through: date, value: str, day: date = date(2028, 8, 31)) -> npt.NDArray[np.float64]:
    prior = small_prior()
    year = replace(plain_year(), reports=(Report(through, through, {NAME: parse(value)}),))
    assert prior.payers is not None
    return excess_ahead(prior, year, year.as_of(day), 11_800_000.0, prior.payers)


def test_progress_lags_behind_dollars_and_ends_with_them() -> None:
    shares = [excess_progress(LAW, 48_500.0, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)
    assert all(found < share for found, share in zip(shares[1:4], (0.25, 0.5, 0.75), strict=True))


def test_without_an_excess_to_come_all_is_known() -> None:
    assert excess_progress(LAW, 1e12, 0.5) == 1


def test_at_the_cut_off_the_report_is_final() -> None:
    assert set(ahead(date(2028, 6, 1), "$200,000.00")) == {200_000.0}


def test_what_is_known_stands_and_the_rest_shrinks_through_the_year() -> None:
    early = ahead(date(2027, 3, 1), "$20,000.00", date(2027, 4, 30))
    late = ahead(date(2027, 12, 1), "$20,000.00", date(2028, 1, 31))
    assert early.min() >= 20_000
    assert late.min() >= 20_000
    assert late.std() < early.std()
    assert late.mean() - 20_000 < 0.5 * (early.mean() - 20_000)


def test_a_dear_spring_stays_in_the_year() -> None:
    low, high = (ahead(date(2027, 6, 1), f"${known},000.00") for known in (20, 220))
    np.testing.assert_allclose(high - low, 200_000, atol=0.02)


def test_before_a_report_the_forecast_stands() -> None:
    prior = small_prior()
    year = replace(plain_year(), reports=())
    assert prior.payers is not None
    found = excess_ahead(prior, year, year.as_of(date(2027, 6, 30)), 1.0, prior.payers)
    assert found == pytest.approx(prior.column(NAME))
