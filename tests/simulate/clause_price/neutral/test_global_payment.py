"""Without its shares a budget is not settled."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "global_payment"
model = "global_payment"
budget = "$100.00 PMPM"
times_risk_score = true
surplus_share = "50 %"
deficit_share = "50 %"
surplus_cap = "$200.00"
deficit_cap = "$300.00"
quality = "scale"
"""
FIGURES = {
    "member_months": "100 member-months",
    "risk_score": "1.20 factor",
    "cost_elsewhere": "$4,000.00",
    "revenue": "$7,000.00",
    "quality_score": "60 %",
}

CLAUSE = "global_payment"

CASES = {
    "without a share no surplus is paid": ("surplus_share", "$200.00", "$0.00"),
    "the limit takes a part of it": ("surplus_cap", "$200.00", "$300.00"),
    "quality takes nothing above the limit": ("quality", "$200.00", "$200.00"),
    "the risk score makes the surplus": ("times_risk_score", "$200.00", "-$300.00"),
    "the share of a deficit says nothing of a surplus": ("deficit_share", "$200.00", "$200.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_a_deficit_is_shared_and_limited() -> None:
    figures = FIGURES | {"revenue": "$9,000.00"}
    name = "global_payment.deficit_cap"
    assert with_and_without(CLAUSES, figures, name) == ("-$300.00", "-$500.00")
    assert with_and_without(CLAUSES, figures, "global_payment.deficit_share")[1] == "$0.00"
