"""Without capitation nothing is paid or charged back."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "capitation"
model = "capitation"
rate = "$40.005 PMPM"
times_risk_score = true
rate_rounding = "to the cent, half up"
carve_outs = [{ service = "tests", rate = "$1.00 PMPM" }]
charge_back_share = "50 %"
charge_back_cap = "$100.00"
scope = "all care"
is_linked_to_quality = false
"""
FIGURES = {
    "member_months": "100 member-months",
    "risk_score": "1.10 factor",
    "charge_backs": "$1,000.00",
}

CLAUSE = "capitation"

CASES = {
    "without the rate nothing is paid at all": ("rate", "$4,191.00", "$0.00"),
    "the risk score raises the rate": ("times_risk_score", "$4,191.00", "$3,801.00"),
    "rounding the rate moves a little": ("rate_rounding", "$4,191.00", "$4,190.55"),
    "a carve-out lowers the rate": ("carve_outs", "$4,191.00", "$4,301.00"),
    "charge-backs lower the payment": ("charge_back_share", "$4,191.00", "$4,291.00"),
    "the limit spares the group": ("charge_back_cap", "$4,191.00", "$3,791.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
