"""Totals in whose place a part may stand."""

from typing import Any

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import SCOPES, payment, sent

PARTS = {("ccf", scope): None for scope in SCOPES[1:]}


def twice(made: dict[str, Any]) -> None:
    """State the fee a second time, in a payment of its own, without the numbers of its parts."""
    fee = next(each for each in made["group"] if each["id"] == "ccf")
    strata = [
        {key: value for key, value in each.items() if key != "measureScore"}
        for each in fee["stratifier"][0]["stratum"]
    ]
    other = {**fee, "id": "ccf-again", "extension": [payment("ccf")]}
    other |= {"measureScore": {"value": 500}, "stratifier": [{"stratum": strata}]}
    made["group"].append(other)


def test_totals_with_their_parts_are_no_finding() -> None:
    assert found("overwritten_totals", sent()) == ()


def test_a_total_whose_parts_have_lost_their_numbers_is_told() -> None:
    seen = one("overwritten_totals", sent(PARTS))
    assert "its 6 parts are named without a number" in seen.what
    assert seen.repairs == ()
    assert seen.advice == "Ask the plan what is meant."


def test_the_same_metric_elsewhere_and_its_steady_rate_give_the_total() -> None:
    seen = one("overwritten_totals", sent(change=twice))
    assert seen.what.endswith("Elsewhere (ccf) the same metric is $3,000.00")
    assert repairs(seen) == ["Care coordination fee is $3,000.00"]
    assert seen.note == "There the whole and every part are $1.00 PMPM times member-months"


def test_an_unsteady_rate_speaks_for_nothing() -> None:
    numbers = {("ccf", ("hmo",)): 900.0, ("ccf", ()): 2900.0}
    assert one("overwritten_totals", sent(numbers, change=twice)).note == ""


def test_one_part_without_its_number_does_not_make_the_total_doubtful() -> None:
    assert found("overwritten_totals", sent({("ccf", ("ppo", "Region 2")): None})) == ()
