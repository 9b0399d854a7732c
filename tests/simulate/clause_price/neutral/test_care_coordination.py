"""Without the fee nothing is paid."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "care_coordination"
model = "care_coordination"
rate = "$4.00 PMPM"
risk_adjustment = "one score for the panel"
retroactive_changes = "removals only"
"""
FIGURES = {
    "member_months": "1,000 member-months",
    "months_removed": "100 member-months",
    "risk_score": "1.10 factor",
}

CLAUSE = "care_coordination"

CASES = {
    "without the fee nothing is paid": ("rate", "$3,960.00", "$0.00"),
    "the risk score raises the fee": ("risk_adjustment", "$3,960.00", "$3,600.00"),
    "removals lower the fee": ("retroactive_changes", "$3,960.00", "$4,400.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_every_rate_of_a_stratum_is_struck() -> None:
    clauses = """
[[clause]]
id = "care"
model = "care_coordination"
rates = [{ stratum = "mild", rate = "$2.00 PMPM" }, { stratum = "severe", rate = "$9.00 PMPM" }]
"""
    figures = {
        "member_months.mild": "100 member-months",
        "member_months.severe": "10 member-months",
    }
    assert with_and_without(clauses, figures, "care.rate") == ("$290.00", "$0.00")
