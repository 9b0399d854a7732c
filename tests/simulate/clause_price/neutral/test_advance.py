"""Without the recoupment nothing is taken back."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "advance"
model = "advance"
of = "result"
recoupment_cap = "$30,000.00"
"""
)
FIGURES = {"cost": cost_for(100_000), "advance_balance": "$50,000.00"}

CLAUSE = "advance"

CASES = {
    "the recoupment lowers what is paid": ("recoupment_cap", "$70,000.00", "$100,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_a_recoupment_without_a_cap_can_be_struck_too() -> None:
    clauses = CLAUSES.replace('recoupment_cap = "$30,000.00"\n', "")
    assert with_and_without(clauses, FIGURES, "advance.recoupment_cap") == (
        "$50,000.00",
        "$100,000.00",
    )
