"""Without the aggregate stop-loss the whole loss is owed."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "aggregate_stop_loss"
model = "aggregate_stop_loss"
of = "result"
loss_limit = "$20,000.00"
limit_on = "the amount owed"
"""
)
FIGURES = {"cost": cost_for(-90_000)}

CLAUSE = "aggregate_stop_loss"

CASES = {
    "the limit lowers what is owed": ("loss_limit", "-$20,000.00", "-$90,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
