"""Aggregate stop-loss: what the group owes for the year ends at a limit."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.model import Category
from fairterms.payment.models.aggregate_stop_loss import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

SHARED = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
minimum_loss_rate = "0 %"
loss_rate = "50 %"
"""
SEQUESTERED = """
[[clause]]
id = "tax"
model = "percentage_reduction"
of = "savings"
rate = "50 %"
applies_to = "gains and losses"
"""
ON_OWED = 'limit_on = "the amount owed"\n'
ON_LOSS = 'limit_on = "the loss before it is shared"\nloss_rate = "50 %"\n'
LIMIT = 'loss_limit = "10 % of savings.benchmark"\n'


def limited(terms: str = LIMIT + ON_OWED, before: str = SHARED, of: str = "savings") -> str:
    """Return a contract whose losses end at a limit, of a benchmark of $1,000,000."""
    head = f'\n[[clause]]\nid = "limited"\nmodel = "aggregate_stop_loss"\nof = "{of}"\n'
    return before + head + terms


def pays(clauses: str, cost: int, kind: NumberKind = EXACT, **figures: str) -> Decimal:
    worksheet = settle(clauses, {"cost": f"${cost}", **figures}, kind)
    return Decimal(worksheet.payable.values[0]).quantize(Decimal("0.01"))


CASES = {
    "a gain passes untouched": (limited(), 600_000, "200000"),
    "a loss below the limit is owed": (limited(), 1_100_000, "-50000"),
    "a loss beyond the limit ends at it": (limited(), 1_500_000, "-100000"),
    "a limit of the unshared loss ends at half of it": (
        limited(LIMIT + ON_LOSS),
        1_500_000,
        "-50000",
    ),
    "a limit of the unshared loss leaves smaller losses alone": (
        limited(LIMIT + ON_LOSS),
        1_080_000,
        "-40000",
    ),
    "a limit in dollars": (
        limited('loss_limit = "$30,000.00"\n' + ON_OWED),
        1_500_000,
        "-30000",
    ),
    "the lower of two limits applies": (
        limited('loss_limit = ["$30,000.00", "2 % of savings.benchmark"]\n' + ON_OWED),
        1_500_000,
        "-20000",
    ),
    "after a reduction the same limit leaves more to owe": (
        limited(before=SHARED + SEQUESTERED, of="tax"),
        1_500_000,
        "-100000",
    ),
    "a limit of nothing makes the contract upside only": (
        limited('loss_limit = "$0.00"\n' + ON_OWED),
        1_500_000,
        "0",
    ),
}


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "cost", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(clauses: str, cost: int, paid: str, kind: NumberKind) -> None:
    assert problems(contract(clauses)) == ()
    assert pays(clauses, cost, kind) == Decimal(paid)


def test_a_limit_before_a_reduction_is_another_contract() -> None:
    before = limited() + SEQUESTERED.replace('"savings"', '"limited"')
    after = limited(before=SHARED + SEQUESTERED, of="tax")
    assert pays(before, 1_500_000) == -50_000
    assert pays(after, 1_500_000) == -100_000


def test_a_limit_per_member_month_grows_with_membership() -> None:
    clauses = limited('loss_limit = "$1.00 PMPM"\n' + ON_OWED)
    assert pays(clauses, 1_500_000, member_months="25,000 member-months") == -25_000


@pytest.mark.parametrize(
    ("cost", "paid", "bites"),
    [
        ("$1,199,999.98", "-99999.99", False),
        ("$1,200,000.00", "-100000", False),
        ("$1,200,000.02", "-100000", True),
    ],
)
def test_the_limit_bites_above_itself(cost: str, paid: str, *, bites: bool) -> None:
    worksheet = settle(limited(), {"cost": cost})
    assert worksheet.payable.values[0] == Decimal(paid)
    assert bool(worksheet.gate("loss_limit").bites[0]) is bites
    assert worksheet.gate("loss_limit").otherwise == "the group does not owe more than the limit"


def test_each_line_of_the_arithmetic_is_shown() -> None:
    worksheet = settle(limited(LIMIT + ON_LOSS), {"cost": "$1,500,000.00"})
    own = [step for step in worksheet.steps if step.clause == "limited"]
    assert {step.name: (amount(worksheet, step.id), step.words) for step in own} == {
        "limit": ("$100,000.00", "the limit of the loss"),
        "limit_owed": ("$50,000.00", "limit of the loss × loss rate"),
        "after_stop_loss": ("-$50,000.00", "amount, at least −limit"),
    }


costs = some.integers(0, 3_000_000)


@settings(max_examples=25, deadline=None)
@generated(cost=costs, more=costs)
def test_a_dearer_year_never_pays_more_and_never_owes_more_than_the_limit(
    cost: int, more: int
) -> None:
    cheap, dear = pays(limited(), cost), pays(limited(), cost + more)
    assert -100_000 <= dear <= cheap


@settings(max_examples=25, deadline=None)
@generated(cost=costs)
def test_it_only_ever_helps_the_group(cost: int) -> None:
    without, with_limit = pays(SHARED, cost), pays(limited(), cost)
    assert with_limit == max(without, Decimal(-100_000))


@settings(max_examples=25, deadline=None)
@generated(cost=costs)
def test_a_limit_of_the_unshared_loss_is_the_same_as_cutting_the_cost(cost: int) -> None:
    at_most = min(cost, 1_100_000)
    assert pays(limited(LIMIT + ON_LOSS), cost) == pays(SHARED, at_most)


@settings(max_examples=25, deadline=None)
@generated(cost=costs)
def test_exact_and_float_agree(cost: int) -> None:
    assert agrees_in_floats(limited(LIMIT + ON_LOSS), {"cost": f"${cost}"})


def test_a_limit_of_the_unshared_loss_needs_the_loss_rate() -> None:
    clause = contract(limited(LIMIT + ON_LOSS)).clause("limited")
    assert not list(MODEL.check(clause))
    assert [objection.what for objection in MODEL.check(clause.without("loss_rate"))] == [
        "the limit is on the loss before it is shared, but no loss_rate is given"
    ]
    owed = contract(limited()).clause("limited")
    assert not list(MODEL.check(owed))


@pytest.mark.parametrize("name", ["loss_limit", "limit_on"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(limited())
    silent = whole.replacing(whole.clause("limited").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "limited" has no {name}'
    ]


def test_it_needs_a_clause_to_take_from() -> None:
    alone = limited('loss_limit = "$1.00"\n' + ON_OWED, before="").replace('of = "savings"\n', "")
    assert [problem.code for problem in problems(contract(alone))] == ["missing-of"]


def test_a_modifier_has_no_category() -> None:
    assert MODEL.category(contract(limited()).clause("limited")) == Category()
