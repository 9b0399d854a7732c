"""Monthly figures: what came stands, what is to come follows the level seen."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.monitor.year_end.monthly_ahead import monthly_ahead
from fairterms.monitor.year_end.year_to_date import MonthRow
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import plain_year, script, small_prior, story

AUGUST = date(2027, 8, 31)


def test_months_that_came_are_the_same_in_every_year() -> None:
    year = plain_year()
    found = monthly_ahead(small_prior(), year, year.as_of(AUGUST))
    members = found.months["member_months"]
    assert found.known["member_months"] == 8
    assert np.ptp(members[:, :8], axis=0).max() == 0
    assert np.ptp(members[:, 8:], axis=0).min() > 0


def test_counts_add_up_and_scores_are_weighted_means() -> None:
    year = plain_year()
    found = monthly_ahead(small_prior(), year, year.as_of(date(2028, 1, 31)))
    final = script().draw_year(5).final()
    assert found.totals["member_months"] == pytest.approx(np.full(256, final["member_months"]))
    assert found.totals["mean_risk_score"] == pytest.approx(np.full(256, final["mean_risk_score"]))


def test_the_year_as_expected_is_told_before_anything_came() -> None:
    prior, year = small_prior(), plain_year()
    early = replace(year, months=tuple(r for r in year.months if r.month.year < 2027))
    found = monthly_ahead(prior, early, early.as_of(date(2027, 1, 31)))
    column = prior.column("member_months")
    assert found.totals["member_months"].mean() == pytest.approx(column.mean(), rel=0.002)
    assert found.totals["member_months"].std() == pytest.approx(column.std(), rel=0.1)


def test_dropped_members_lower_the_year_until_they_are_back() -> None:
    prior, year = small_prior(), story()
    means = [
        monthly_ahead(prior, year, year.as_of(day)).totals["member_months"].mean()
        for day in (date(2027, 7, 31), AUGUST, date(2027, 9, 30))
    ]
    assert means[1] < means[0] - 400
    assert means[2] > means[1] + 400


def test_a_column_in_another_unit_is_refused_with_its_month() -> None:
    year = plain_year()
    odd = MonthRow(date(2027, 3, 1), date(2027, 3, 11), {"member_months": parse("25,000 members")})
    wrong = replace(year, months=(*year.months, odd))
    with pytest.raises(Refusal, match=r"member_months of 2027-03: is in members"):
        monthly_ahead(small_prior(), wrong, wrong.as_of(AUGUST))


def test_a_column_the_scenario_does_not_know_is_refused() -> None:
    year = plain_year()
    odd = MonthRow(date(2027, 3, 1), date(2027, 3, 11), {"smiles": parse("3 smiles")})
    wrong = replace(year, months=(*year.months, odd))
    with pytest.raises(Refusal, match="column smiles: is no figure of the expected scenario"):
        monthly_ahead(small_prior(), wrong, wrong.as_of(AUGUST))


def test_scores_without_members_are_refused() -> None:
    rows = tuple(
        replace(row, values={"mean_risk_score": row.values["mean_risk_score"]})
        for row in plain_year().months
    )
    year = replace(plain_year(), months=rows)
    with pytest.raises(Refusal, match="has no column member_months"):
        monthly_ahead(small_prior(), year, year.as_of(AUGUST))
