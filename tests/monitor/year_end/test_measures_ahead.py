"""Measures: patients counted stay counted, and tell of those still to come."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.monitor.year_end.measures_ahead import measure_ahead
from fairterms.monitor.year_end.year_to_date import Report, Seen, YearToDate
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import plain_year, small_prior

TOP, BOTTOM = "measurement.numerator", "measurement.denominator"


def told(through: date, **counts: int) -> tuple[YearToDate, Seen]:
    values = {f"measurement.{end}": parse(f"{count} patients") for end, count in counts.items()}
    year = replace(plain_year(), reports=(Report(through, date(2027, 6, 1), values),))
    return year, year.as_of(date(2027, 6, 30))


def rates(year: YearToDate, seen: Seen) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    found = measure_ahead("measurement", small_prior(), year, seen)
    return np.asarray(found[TOP] / found[BOTTOM])


def test_before_a_report_the_forecast_stands() -> None:
    year = replace(plain_year(), reports=())
    found = measure_ahead("measurement", small_prior(), year, year.as_of(date(2027, 6, 30)))
    np.testing.assert_array_equal(found[TOP], small_prior().column(TOP))


def test_a_whole_year_is_certain() -> None:
    found = measure_ahead(
        "measurement", small_prior(), *told(date(2027, 12, 1), numerator=5_000, denominator=7_000)
    )
    assert (set(found[TOP]), set(found[BOTTOM])) == ({5_000.0}, {7_000.0})


def test_a_bad_half_year_lowers_the_rate_of_those_to_come() -> None:
    bad = rates(*told(date(2027, 6, 1), numerator=2_100, denominator=3_500))
    good = rates(*told(date(2027, 6, 1), numerator=2_800, denominator=3_500))
    assert bad.mean() == pytest.approx(0.61, abs=0.02)
    assert good.mean() == pytest.approx(0.79, abs=0.02)
    assert bad.std() < 0.5 * small_prior().column(TOP).std() / 7_000


def test_counts_only_grow_and_never_pass_the_patients() -> None:
    found = measure_ahead(
        "measurement", small_prior(), *told(date(2027, 6, 1), numerator=2_600, denominator=3_500)
    )
    assert found[TOP].min() >= 2_600
    assert found[BOTTOM].min() >= 3_500
    assert found[BOTTOM].mean() == pytest.approx(small_prior().column(BOTTOM).mean(), rel=0.001)
    assert np.all(found[TOP] <= found[BOTTOM])
    assert np.array_equal(found[TOP], np.round(found[TOP]))


def test_nobody_counted_yet_tells_nothing() -> None:
    found = rates(*told(date(2027, 3, 1), numerator=0, denominator=0))
    assert found.mean() == pytest.approx(0.7224, abs=0.01)


def test_one_count_without_the_other_is_refused() -> None:
    with pytest.raises(Refusal, match="is known by one of its two counts only"):
        measure_ahead("measurement", small_prior(), *told(date(2027, 6, 1), numerator=5))


def test_more_reached_than_counted_is_refused() -> None:
    with pytest.raises(Refusal, match="counts more patients that reach it than patients in all"):
        measure_ahead(
            "measurement", small_prior(), *told(date(2027, 6, 1), numerator=5, denominator=4)
        )
