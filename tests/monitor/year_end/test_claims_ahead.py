"""Paid claims: what is known stands, late bills are completed, months to come follow the year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pytest
from benchmarks.year_end import plain_development

from fairterms.monitor.year_end.claims_ahead import ClaimsAhead, claims_ahead
from fairterms.monitor.year_end.year_to_date import YearToDate
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import plain_year, script, small_prior


def ahead(day: date, year: YearToDate | None = None) -> ClaimsAhead:
    year = year or plain_year()
    members = np.full((256, 12), 25_132.0)
    for month, (count, _, _) in script().draw_year(5).months.items():
        if month.year == 2027:
            members[:, month.month - 1] = count
    return claims_ahead(small_prior(), year, year.as_of(day), members, plain_development)


def dearer(year: YearToDate, factor: str) -> YearToDate:
    """Return the year with every bill of its own care dearer."""
    cells = tuple(
        replace(cell, dollars=cell.dollars * Decimal(factor))
        if cell.incurred.year == 2027
        else cell
        for cell in year.paid
    )
    return replace(year, paid=cells)


def reach(found: npt.NDArray[np.float64]) -> float:
    return float(np.std(found))


def test_before_the_year_its_claims_are_those_of_the_forecast() -> None:
    found, prior = ahead(date(2027, 1, 31)), small_prior()
    assert (found.known, found.months) == (0.0, 0)
    assert not found.completed.any()
    column = prior.column("paid_claims")
    own = [row[0] for month, row in script().draw_year(5).months.items() if month.year == 2027]
    expected = column.mean() / prior.column("member_months").mean() * sum(own)
    assert found.paid.mean() == pytest.approx(expected, rel=0.01)
    assert reach(found.paid) == pytest.approx(reach(column), rel=0.35)


def test_once_all_has_come_the_claims_are_certain() -> None:
    final = script().draw_year(5).final()["paid_claims"]
    assert ahead(date(2028, 7, 31)).paid == pytest.approx(np.full(256, final), abs=0.02)


@pytest.mark.slow
def test_the_range_narrows_as_the_year_comes_in() -> None:
    days = [date(2027, 2, 28), date(2027, 6, 30), date(2027, 10, 31), date(2028, 2, 29)]
    found = [reach(ahead(day).paid) for day in days]
    assert found == sorted(found, reverse=True)
    assert found[-1] < 0.3 * found[0]


def test_known_dollars_are_those_that_came() -> None:
    found = ahead(date(2027, 4, 30))
    cells = script().draw_year(5).cells.items()
    told = sum(c for (care, paid), c in cells if care.year == 2027 and paid <= date(2027, 3, 1))
    assert found.known == pytest.approx(told / 100)
    assert found.months == 3
    assert found.completed.min() > found.known


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_late_bills_are_added_to_what_came(seed: int) -> None:
    day, cells = date(2027, 10, 31), script().draw_year(seed).cells.items()
    found = ahead(day, plain_year(seed))
    own = [
        (paid, cents)
        for (care, paid), cents in cells
        if date(2027, 1, 1) <= care < date(2027, 10, 1)
    ]
    final, known = sum(cents for _, cents in own) / 100, found.known
    assert known < 0.95 * final
    assert found.completed.mean() == pytest.approx(final, rel=0.025)
    assert found.completed.min() < final < found.completed.max()


def test_dear_months_raise_the_months_to_come_but_not_in_full() -> None:
    day = date(2027, 8, 31)
    usual, dear = ahead(day), ahead(day, dearer(plain_year(), "1.10"))
    assert dear.known == pytest.approx(1.1 * usual.known)
    assert dear.completed.mean() / usual.completed.mean() == pytest.approx(1.1, abs=0.01)
    assert 1.02 < dear.to_come.mean() / usual.to_come.mean() < 1.1


def test_years_dear_in_the_forecast_stay_dear() -> None:
    prior = small_prior()
    found = ahead(date(2027, 1, 31)).paid
    assert np.corrcoef(found, prior.column("paid_claims"))[0, 1] > 0.8


def test_a_month_of_an_earlier_year_without_members_is_refused() -> None:
    year = plain_year()
    rows = tuple(row for row in year.months if row.month != date(2025, 5, 1))
    with pytest.raises(Refusal, match=r"gives no member_months of 2025-05"):
        ahead(date(2027, 8, 31), replace(year, months=rows))


def test_a_month_with_nothing_paid_tells_nothing() -> None:
    year = plain_year()
    march = date(2027, 3, 1)
    cells = tuple(
        replace(cell, dollars=Decimal(0)) if cell.incurred == march else cell for cell in year.paid
    )
    found = ahead(date(2027, 4, 30), replace(year, paid=cells))
    assert found.months == 2
