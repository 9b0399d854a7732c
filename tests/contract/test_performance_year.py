"""A contract is settled by the year, and by the terms in force in it."""

from datetime import date

import pytest

from fairterms.contract.performance_year import (
    first_period,
    performance_years,
    terms_in_force,
    whole_period,
)
from fairterms.units.period import Period, calendar_year
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES

THREE_YEARS = """
[contract]
name = "Three years"
starts = 2027-01-01
ends = 2029-12-31
rounding = "to the cent, half up, once at the end"
"""
SHARES = """sharing_rate = [
  { value = "50 %", from = 2027-01-01 },
  { value = "40 %", from = 2028-01-01, agreed = 2027-11-01, amendment = "Amendment 1" },
]"""


def test_a_contract_of_three_years_has_three_performance_years() -> None:
    header = """
[contract]
name = "Three"
starts = 2027-04-01
ends = 2029-12-31
rounding = "to the cent, half up, once at the end"
"""
    years = performance_years(contract(CLAUSES, header))
    assert [str(year.first) for year in years] == ["2027-04-01", "2028-01-01", "2029-01-01"]


def test_a_contract_of_several_years_must_be_told_which() -> None:
    with pytest.raises(Refusal, match="is not named"):
        whole_period(contract(CLAUSES, THREE_YEARS))
    assert first_period(contract(CLAUSES, THREE_YEARS)) == calendar_year(2027)


def test_a_change_inside_the_period_is_refused() -> None:
    changing = contract(CLAUSES.replace('sharing_rate = "50 %"', SHARES), THREE_YEARS)
    across = Period(date(2027, 7, 1), date(2028, 6, 30))
    with pytest.raises(Refusal, match="inside the period settled"):
        terms_in_force(changing, across)
