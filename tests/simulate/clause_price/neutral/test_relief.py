"""Without relief all that is owed stays owed."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "relief"
model = "relief"
of = "result"
relief = "$30,000.00"
"""
)
FIGURES = {"cost": cost_for(-100_000)}

CLAUSE = "relief"

CASES = {
    "relief lowers what is owed": ("relief", "-$70,000.00", "-$100,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_a_relief_that_is_a_figure_of_the_year_is_struck_too() -> None:
    clauses = CLAUSES.replace('relief = "$30,000.00"\n', "")
    figures = {"cost": cost_for(-100_000), "relief": "$20,000.00"}
    assert with_and_without(clauses, figures, "relief.relief") == ("-$80,000.00", "-$100,000.00")
