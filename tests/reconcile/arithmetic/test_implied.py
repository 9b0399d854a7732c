"""Rates that lines imply."""

from decimal import Decimal

from fairterms.reconcile.arithmetic.implied import (
    share_of_losses,
    share_of_revenue,
    share_of_savings,
)
from fairterms.reconcile.arithmetic.measured import measured
from tests.reconcile.made_report import SCOPES, Scope, sent

SHARED = "shared-saving-deficit"
NOBODY: frozenset[str] = frozenset()


def test_rates_are_those_that_most_lines_agree_on() -> None:
    found = tuple(measured(sent().statement))
    assert share_of_revenue(found).written == "80 %"
    assert share_of_savings(found).written == "50 %"
    assert share_of_losses(found, NOBODY).written == "60 %"


def test_a_line_that_disagrees_is_named_and_not_followed() -> None:
    found = tuple(measured(sent({(SHARED, ("ppo", "Region 2")): -2400}).statement))
    implied = share_of_losses(found, NOBODY)
    assert implied.rate == Decimal("0.6")
    assert implied.against == (f"{SHARED}/ppo/Region 2",)


def test_rates_that_are_implied_equally_often_are_none() -> None:
    numbers: dict[tuple[str, Scope], float | None] = {(SHARED, scope): None for scope in SCOPES}
    numbers |= {(SHARED, ("hmo", "Region 2")): 2000, (SHARED, ("ppo", "Region 1")): 700}
    implied = share_of_savings(tuple(measured(sent(numbers).statement)))
    assert implied.rate is None
    assert implied.quantity is None
    assert implied.written == "cannot be told"
    assert len(implied.against) == 2


def test_a_cohort_that_bears_no_loss_does_not_speak_for_the_rate_of_losses() -> None:
    numbers: dict[tuple[str, Scope], float | None] = {(SHARED, scope): None for scope in SCOPES}
    numbers[SHARED, ("hmo", "Region 1")] = 0
    found = tuple(measured(sent(numbers).statement))
    assert share_of_losses(found, frozenset({"hmo"})).rate is None
    assert share_of_losses(found, NOBODY).rate == 0


def test_a_sum_of_parts_does_not_speak_for_a_rate() -> None:
    found = tuple(measured(sent().statement))
    implied = share_of_savings(found)
    assert SHARED not in (*implied.lines, *implied.against)
