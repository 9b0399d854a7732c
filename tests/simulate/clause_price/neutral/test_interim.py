"""Without holding back, all that is earned is paid early."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "interim"
model = "interim"
of = "result"
interim_share = "50 %"
final_run_out = "6 months"
repayment_limit = "$5,000.00"
"""
)
FIGURES = {"cost": cost_for(100_000), "interim_paid": "$10,000.00", "run_out": "3 months"}

CLAUSE = "interim"

CASES = {
    "half is held back until the end": ("interim_share", "$40,000.00", "$90,000.00"),
    "the limit on what is given back says nothing yet": (
        "repayment_limit",
        "$40,000.00",
        "$40,000.00",
    ),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_at_the_end_the_limit_spares_the_group() -> None:
    figures = {"cost": cost_for(0), "interim_paid": "$10,000.00", "run_out": "6 months"}
    name = "interim.repayment_limit"
    assert with_and_without(CLAUSES, figures, name) == ("-$5,000.00", "-$10,000.00")
