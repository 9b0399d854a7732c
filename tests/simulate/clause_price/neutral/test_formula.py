"""Without a formula that pays, what it takes over is paid unchanged."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "half"
model = "formula"
of = "result"
steps = [{ name = "base", value = "= result" }, { name = "half", value = "= base * 50 %" }]

[[clause]]
id = "gift"
model = "formula"
steps = [{ name = "gift", value = "$700.00" }]
"""
)
FIGURES = {"cost": cost_for(100_000)}

CLAUSE = "half"

CASES = {
    "a formula that takes a result leaves it": ("steps", "$50,700.00", "$100,700.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_a_payment_of_its_own_is_nothing() -> None:
    assert with_and_without(CLAUSES, FIGURES, "gift.steps") == ("$50,700.00", "$50,000.00")
