"""Without the protection every cost counts in full."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[figure]]
id = "claims"
unit = "$"

[[figure]]
id = "above"
unit = "$"

[[clause]]
id = "stop_loss"
model = "stop_loss"
attachment = "$10,000.00"
credit_share = "90 %"
excess_from = "one total"
charge = "$1,000.00"
reads = { cost = "claims", cost_above_attachment = "above" }

[[clause]]
id = "pay"
model = "formula"
steps = [{ name = "pay", value = "= stop_loss" }]
"""
FIGURES = {"claims": "$100,000.00", "above": "$20,000.00"}

CLAUSE = "stop_loss"

CASES = {
    "every cost counts in full": ("credit_share", "$83,000.00", "$101,000.00"),
    "the protection is free": ("charge", "$83,000.00", "$82,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
