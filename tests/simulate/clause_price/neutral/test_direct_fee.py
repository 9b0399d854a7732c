"""Without the fee nobody pays."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "direct_fee"
model = "direct_fee"
paid_by = "patients"
rate = "$50.00 PMPM"
joining_fee = "$20.00 per member"
refund_share = "50 %"
"""
FIGURES = {
    "member_months": "100 member-months",
    "new_members": "5 members",
    "months_refunded": "10 member-months",
}

CLAUSE = "direct_fee"

CASES = {
    "without the fee nothing comes in": ("rate", "$4,850.00", "$0.00"),
    "the joining fee comes on top": ("joining_fee", "$4,850.00", "$4,750.00"),
    "refunds are taken off": ("refund_share", "$4,850.00", "$5,100.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
