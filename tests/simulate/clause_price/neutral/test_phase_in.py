"""Without the phase-in all of it applies."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "phase_in"
model = "phase_in"
of = "result"
downside_share = "35 %"
upside_share = "80 %"
"""
)
FIGURES = {"cost": cost_for(100_000)}

CLAUSE = "phase_in"

CASES = {
    "a gain is phased in": ("upside_share", "$80,000.00", "$100,000.00"),
    "the phase-in of losses says nothing of a gain": ("downside_share", "$80,000.00", "$80,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_a_loss_is_phased_in() -> None:
    figures = {"cost": cost_for(-100_000)}
    name = "phase_in.downside_share"
    assert with_and_without(CLAUSES, figures, name) == ("-$35,000.00", "-$100,000.00")
