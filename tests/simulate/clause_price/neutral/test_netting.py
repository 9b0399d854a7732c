"""Without its floors every result counts below zero too."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "other"
model = "formula"
steps = [{ name = "other", value = "= $0.00 - other_loss" }]

[[clause]]
id = "netting"
model = "netting"
of = ["result", "other"]
level = "each"
upside_only = ["other"]
sharing_rate = "50 %"
loss_rate = "100 %"
total_upside_only = true

[[figure]]
id = "other_loss"
unit = "$"
"""
)
FIGURES = {"cost": cost_for(100_000), "other_loss": "$30,000.00"}

CLAUSE = "netting"

CASES = {
    "the floor spares a loss": ("upside_only", "$50,000.00", "$20,000.00"),
    "without a share no gain counts": ("sharing_rate", "$50,000.00", "$0.00"),
    "a loss on the floor is not shared": ("loss_rate", "$50,000.00", "$50,000.00"),
    "a total above zero needs no floor": ("total_upside_only", "$50,000.00", "$50,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_the_floor_under_the_total_spares_a_loss() -> None:
    figures = {"cost": cost_for(-10_000), "other_loss": "$0.00"}
    name = "netting.total_upside_only"
    assert with_and_without(CLAUSES, figures, name) == ("$0.00", "-$10,000.00")
    # The floor keeps the total at nothing, with the share of losses or without it.
    assert with_and_without(CLAUSES, figures, "netting.loss_rate") == ("$0.00", "$0.00")
