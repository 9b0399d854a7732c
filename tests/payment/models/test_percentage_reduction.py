"""A percentage taken off what another clause pays."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle


def reduced(terms: str = 'rate = "2 %"') -> str:
    return (
        RESULT
        + f'[[clause]]\nid = "less"\nmodel = "percentage_reduction"\nof = "result"\n{terms}\n'
    )


BOTH = 'rate = "2 %"\napplies_to = "gains and losses"'
GAINS = 'rate = "2 %"\napplies_to = "gains only"'

CASES = {
    "2 % comes off a gain": (GAINS, 50_000, "$49,000.00"),
    "an amount owed is left alone": (GAINS, -50_000, "-$50,000.00"),
    "a silent contract is read as gains only": ('rate = "2 %"', -50_000, "-$50,000.00"),
    "losses are reduced too when the contract says so": (BOTH, -50_000, "-$49,000.00"),
    "gains are reduced in both readings": (BOTH, 50_000, "$49,000.00"),
    "nothing stays nothing": (BOTH, 0, "$0.00"),
    "0 % takes nothing": ('rate = "0 %"\napplies_to = "gains only"', 50_000, "$50,000.00"),
    "100 % takes everything": ('rate = "100 %"\napplies_to = "gains only"', 50_000, "$0.00"),
    "the cent is rounded once, at the end": (GAINS, Decimal("12.25"), "$12.01"),
}


@pytest.mark.parametrize(("terms", "before", "after"), CASES.values(), ids=CASES.keys())
def test_the_percentage_comes_off(terms: str, before: int, after: str) -> None:
    clauses = reduced(terms)
    assert problems(contract(clauses)) == ()
    assert amount(settle(clauses, {"cost": cost_for(before)})) == after
    assert agrees_in_floats(clauses, {"cost": cost_for(before)})


@pytest.mark.parametrize(
    ("terms", "before", "bites"),
    [(GAINS, 1, True), (GAINS, 0, False), (GAINS, -1, False), (BOTH, -1, True)],
)
def test_the_gate_says_whether_anything_was_taken(terms: str, before: int, *, bites: bool) -> None:
    gate = settle(reduced(terms), {"cost": cost_for(before)}).gate("less")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "there is nothing to reduce"


def test_a_rate_of_nothing_does_not_bite() -> None:
    clauses = reduced('rate = "0 %"')
    assert not settle(clauses, {"cost": cost_for(50_000)}).gate("less").bites[0]


def test_the_reduction_is_a_step_of_its_own() -> None:
    worksheet = settle(reduced(), {"cost": cost_for(50_000)})
    assert amount(worksheet, "reduction") == "$1,000.00"
    assert worksheet.step("reduction").words == "amount × rate, on gains only"
    assert amount(worksheet, "less") == "$49,000.00"


def test_several_results_are_reduced_together() -> None:
    second = RESULT.replace('id = "result"', 'id = "other"\nreads = { cost = "other_cost" }')
    clauses = second + reduced().replace('of = "result"', 'of = ["result", "other"]')
    figures = {"cost": cost_for(30_000), "other_cost": cost_for(-10_000)}
    assert amount(settle(clauses, figures)) == "$19,600.00"


def test_a_rate_above_the_whole_is_objected_to() -> None:
    assert [p.code for p in problems(contract(reduced('rate = "101 %"')))] == ["share-above-one"]


CENTS = some.decimals(Decimal(-900_000), Decimal(900_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(CENTS, CENTS)
def test_a_larger_amount_never_leaves_less(one: Decimal, other: Decimal) -> None:
    low, high = sorted([one, other])
    paid = [settle(reduced(BOTH), {"cost": cost_for(x)}).amounts()[0] for x in (low, high)]
    assert paid[0] <= paid[1]


@settings(max_examples=25, deadline=None)
@generated(CENTS)
def test_what_is_left_and_what_is_taken_add_up(before: Decimal) -> None:
    worksheet = settle(reduced(BOTH), {"cost": cost_for(before)})
    left = worksheet.step("after_reduction").values[0]
    assert left + worksheet.step("reduction").values[0] == before
    assert abs(left) <= abs(before)
    assert agrees_in_floats(reduced(GAINS), {"cost": cost_for(before)})


def test_a_clause_that_takes_no_result_is_objected_to() -> None:
    found = problems(contract(reduced().replace('of = "result"\n', "")))
    assert [problem.code for problem in found] == ["missing-of"]


def test_a_reduction_without_its_rate_is_objected_to() -> None:
    found = problems(contract(reduced('applies_to = "gains only"')))
    assert [problem.code for problem in found] == ["missing-number"]
