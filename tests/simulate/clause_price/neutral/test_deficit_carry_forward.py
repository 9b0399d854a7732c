"""Without carrying, earlier deficits take nothing."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "deficit_carry_forward"
model = "deficit_carry_forward"
of = "result"
years = "2 years"
offset_limit = "50 %"
"""
)
FIGURES: dict[str, str | list[str]] = {
    "cost": cost_for(100_000),
    "earlier_deficits": ["$80,000.00", "$10,000.00"],
}

CLAUSE = "deficit_carry_forward"

CASES = {
    "earlier deficits lower a gain": ("years", "$50,000.00", "$100,000.00"),
    "the limit keeps half of the gain": ("offset_limit", "$50,000.00", "$10,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
