"""Without caps and region a benchmark is the group's own history."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "budget"
model = "benchmark"
years = [{ weight = "100 %", pmpm = "$100.00 PMPM", risk_ratio = "1.10 factor" }]
risk_cap_up = "3 %"
risk_cap_down = "3 %"
regional_weight = "50 %"
regional_pmpm = "$90.00 PMPM"
result = "dollars"

[[clause]]
id = "pay"
model = "formula"
steps = [{ name = "pay", value = "= budget" }]
"""
FIGURES = {"member_months": "100 member-months"}

CLAUSE = "budget"

CASES = {
    "the upper limit lowers a benchmark of the sick": ("risk_cap_up", "$9,650.00", "$10,000.00"),
    "the lower limit says nothing of the sick": ("risk_cap_down", "$9,650.00", "$9,650.00"),
    "the region lowers the benchmark": ("regional_weight", "$9,650.00", "$10,300.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_the_lower_limit_helps_those_with_healthier_patients() -> None:
    clauses = CLAUSES.replace("1.10 factor", "0.80 factor")
    assert with_and_without(clauses, FIGURES, "budget.risk_cap_down") == ("$9,350.00", "$8,500.00")
