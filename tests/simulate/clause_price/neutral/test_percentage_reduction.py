"""Without the reduction nothing is taken off."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "percentage_reduction"
model = "percentage_reduction"
of = "result"
rate = "2 %"
applies_to = "gains and losses"
"""
)
FIGURES = {"cost": cost_for(100_000)}

CLAUSE = "percentage_reduction"

CASES = {
    "the reduction is taken off": ("rate", "$98,000.00", "$100,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
