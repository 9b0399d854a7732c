"""Without the withhold everything is paid at once."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "withhold"
model = "withhold"
of = "result"
rate = "5 %"
tiers = [{ at = "50 %", share = "60 %" }]
"""
)
FIGURES = {"cost": cost_for(100_000), "quality_score": "55 %"}

CLAUSE = "withhold"

CASES = {
    "what is not earned back is lost": ("rate", "$98,000.00", "$100,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
