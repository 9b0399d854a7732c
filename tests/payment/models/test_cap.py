"""A cap on what is paid, on what is owed, or on both."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle


def capped(terms: str) -> str:
    """Return a contract that pays benchmark − cost, within a cap."""
    return RESULT + f'[[clause]]\nid = "capped"\nmodel = "cap"\nof = "result"\n{terms}\n'


PAID = 'paid_cap = "10 % of benchmark"'
OWED = 'owed_cap = ["8 % of revenue", "4 % of benchmark"]'

CASES = {
    "a gain below the cap is paid in full": (PAID, 99_999, "$99,999.00"),
    "a gain at the cap is paid in full": (PAID, 100_000, "$100,000.00"),
    "a gain above the cap is cut to it": (PAID, 100_001, "$100,000.00"),
    "a cap on gains leaves losses alone": (PAID, -500_000, "-$500,000.00"),
    "the lower of two caps applies, the share of revenue": (OWED, -30_000, "-$24,000.00"),
    "a loss below both caps is owed in full": (OWED, -23_999, "-$23,999.00"),
    "a cap on losses leaves gains alone": (OWED, 500_000, "$500,000.00"),
    "a cap in dollars": ('owed_cap = "$1,000.00"', -1_001, "-$1,000.00"),
    "both caps, a gain": (PAID + "\n" + OWED, 200_000, "$100,000.00"),
    "both caps, a loss": (PAID + "\n" + OWED, -200_000, "-$24,000.00"),
    "nothing stays nothing": (PAID + "\n" + OWED, 0, "$0.00"),
}


@pytest.mark.parametrize(("terms", "before", "after"), CASES.values(), ids=CASES.keys())
def test_the_amount_stays_within_the_caps(terms: str, before: int, after: str) -> None:
    figures = {"cost": cost_for(before), "revenue": "$300,000.00"}
    clauses = capped(terms).replace('benchmark"', 'result.benchmark"')
    assert amount(settle(clauses, figures)) == after
    assert agrees_in_floats(clauses, figures)


def test_the_lesser_base_is_the_benchmark_when_revenue_is_high() -> None:
    clauses = capped('owed_cap = ["8 % of revenue", "4 % of result.benchmark"]')
    figures = {"cost": cost_for(-90_000), "revenue": "$900,000.00"}
    assert amount(settle(clauses, figures)) == "-$40,000.00"


def test_a_cap_per_member_month_grows_with_membership() -> None:
    clauses = capped('paid_cap = "$1.25 PMPM"')
    figures = {"cost": cost_for(90_000), "member_months": "12,000 member-months"}
    assert amount(settle(clauses, figures)) == "$15,000.00"


@pytest.mark.parametrize(
    ("before", "gate", "bites"),
    [
        ("100000.00", "paid_cap", False),
        ("100000.01", "paid_cap", True),
        ("-50000.00", "owed_cap", False),
        ("-50000.01", "owed_cap", True),
        ("-900000.00", "paid_cap", False),
        ("900000.00", "owed_cap", False),
    ],
)
def test_the_gate_says_whether_the_cap_bit(before: str, gate: str, *, bites: bool) -> None:
    clauses = capped('paid_cap = "$100,000.00"\nowed_cap = "$50,000.00"')
    found = settle(clauses, {"cost": cost_for(Decimal(before))}).gate(f"capped.{gate}")
    assert bool(found.bites[0]) is bites
    assert found.otherwise == f"the amount {gate[:4]} does not exceed the cap"


CENTS = some.decimals(Decimal(-900_000), Decimal(900_000), places=2)
LIMITS = some.decimals(Decimal(0), Decimal(500_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(before=CENTS, paid=LIMITS, owed=LIMITS)
def test_no_amount_leaves_its_caps_and_none_changes_within_them(
    before: Decimal, paid: Decimal, owed: Decimal
) -> None:
    clauses = capped(f'paid_cap = "${paid:,.2f}"\nowed_cap = "${owed:,.2f}"')
    after = settle(clauses, {"cost": cost_for(before)}).amounts()[0]
    assert -owed <= after <= paid
    assert after == before or after in {paid, -owed}
    assert agrees_in_floats(clauses, {"cost": cost_for(before)})


@settings(max_examples=25, deadline=None)
@generated(before=CENTS, more=LIMITS)
def test_a_better_result_never_pays_less(before: Decimal, more: Decimal) -> None:
    clauses = capped('paid_cap = "$70,000.00"\nowed_cap = "$30,000.00"')
    lower, higher = (
        settle(clauses, {"cost": cost_for(result)}).amounts()[0]
        for result in (before, min(before + more, Decimal(1_000_000)))
    )
    assert lower <= higher


@settings(max_examples=25, deadline=None)
@generated(before=CENTS)
def test_a_cap_above_the_amount_is_no_cap(before: Decimal) -> None:
    clauses = capped('paid_cap = "$1,000,000.00"\nowed_cap = "$1,000,000.00"')
    assert settle(clauses, {"cost": cost_for(before)}).amounts()[0] == before


def test_caps_are_shares_so_doubling_every_dollar_doubles_the_result() -> None:
    clauses = capped('owed_cap = "8 % of revenue"')
    once = {"cost": "$1,300,000.00", "revenue": "$250,000.00"}
    assert amount(settle(clauses, once)) == "-$20,000.00"
    twice = {"cost": "$2,600,000.00", "revenue": "$500,000.00"}
    doubled = clauses.replace("$1,000,000.00", "$2,000,000.00")
    assert amount(settle(doubled, twice)) == "-$40,000.00"


def test_a_cap_of_a_negative_base_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(capped('owed_cap = "8 % of revenue"'), {"cost": "$0.00", "revenue": "-$250,000.00"})
    assert refusal.value.what == "works out below zero"
    assert refusal.value.subject == "capped.owed_cap"


def test_a_cap_clause_without_a_cap_is_a_problem() -> None:
    found = problems(contract(capped("")))
    assert [problem.code for problem in found] == ["missing-number"]


def test_a_share_must_say_of_what() -> None:
    found = problems(contract(capped('paid_cap = "10 %"')))
    assert [problem.code for problem in found] == ["missing-base"]
