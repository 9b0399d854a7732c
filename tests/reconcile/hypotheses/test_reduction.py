"""A reduction left out, taken twice or taken off losses is found again in the plan's numbers."""

import pytest

from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import CLAUSES, figures, savings

LOSSES = CLAUSES.replace(
    "savings_cap", 'minimum_loss_rate = "2 %"\nloss_rate = "50 %"\nsavings_cap'
)


def test_each_way_a_reduction_goes_otherwise_is_proposed() -> None:
    assert list(proposals("reduction", savings(), figures())) == [
        "sequestration left out",
        "sequestration taken twice",
        "sequestration doubled",
        "sequestration gains and losses",
    ]


@pytest.mark.parametrize("what", ["left out", "taken twice", "doubled"])
def test_a_reduction_taken_otherwise_is_named(what: str) -> None:
    key = f"sequestration {what}"
    found = explained(savings(), figures(), proposals("reduction", savings(), figures())[key])
    assert is_found(found, "reduction", key)


def test_a_reduction_taken_off_a_loss_is_named() -> None:
    terms, year = contract(LOSSES), figures(cost="$5,300,000.00")
    key = "sequestration gains and losses"
    found = explained(terms, year, proposals("reduction", terms, year)[key])
    assert is_found(found, "reduction", key)


def test_a_sentence_names_the_rate_and_the_place_in_the_contract() -> None:
    one = proposals("reduction", savings(), figures())["sequestration left out"]
    assert one.sentence == "the reduction of 2 % is left out, in “sequestration” (Exhibit B, 4)"
