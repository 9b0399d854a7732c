"""Truncation: a ceiling on what one member counts with."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import paying_clauses
from fairterms.payment.model import Category
from fairterms.payment.models.truncation import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]

EACH = """
[[clause]]
id = "t"
model = "truncation"
ceiling = "$100,000.00 per member"
excess_from = "each cost"
"""
TOTAL = EACH.replace("each cost", "one total")

CASES: dict[str, tuple[str, Figures, str]] = {
    "no member counts with more than the ceiling": (
        EACH,
        {"member_cost": ["$40,000.00", "$250,000.00", "$100,000.00"]},
        "240000",
    ),
    "a panel without dear members is untouched": (
        EACH,
        {"member_cost": ["$1.00", "$2.00"]},
        "3",
    ),
    "nobody enrolled, no cost": (EACH, {"member_cost": []}, "0"),
    "the part above the ceiling may come as one total": (
        TOTAL,
        {"cost": "$390,000.00", "cost_above_ceiling": "$150,000.00"},
        "240000",
    ),
    "a ceiling in plain dollars": (
        EACH.replace(" per member", ""),
        {"member_cost": ["$250,000.00"]},
        "100000",
    ),
    "a ceiling of nothing leaves nothing": (
        EACH.replace("$100,000.00", "$0.00"),
        {"member_cost": ["$250,000.00"]},
        "0",
    ),
}


def truncated(clauses: str, figures: Figures, kind: NumberKind = EXACT) -> Decimal:
    found = settle(clauses, figures, kind).step("truncated_cost").values[0]
    return Decimal(found).quantize(Decimal("0.01"))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "figures", "counted"), CASES.values(), ids=CASES.keys())
def test_it_counts_what_the_clause_says(
    clauses: str, figures: Figures, counted: str, kind: NumberKind
) -> None:
    assert problems(contract(clauses)) == ()
    assert truncated(clauses, figures, kind) == Decimal(counted)


@pytest.mark.parametrize(
    ("cost", "counted", "bites"),
    [
        ("$99,999.99", "99999.99", False),
        ("$100,000.00", "100000", False),
        ("$100,000.01", "100000", True),
    ],
)
def test_the_ceiling_bites_above_itself(cost: str, counted: str, *, bites: bool) -> None:
    worksheet = settle(EACH, {"member_cost": [cost]})
    assert worksheet.step("truncated_cost").values[0] == Decimal(counted)
    assert bool(worksheet.gate("ceiling").bites[0]) is bites
    assert worksheet.gate("ceiling").otherwise == "no member cost more than the ceiling"


def test_each_line_of_the_arithmetic_is_shown() -> None:
    worksheet = settle(EACH, {"member_cost": ["$40,000.00", "$250,000.00"]})
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    assert shown == {
        "ceiling": ("$100,000.00 per member", "the most one member counts with"),
        "cost": ("$290,000.00", "sum of the members' costs"),
        "above_ceiling": ("$150,000.00", "Σ of member cost − ceiling, where above it"),
        "truncated_cost": ("$140,000.00", "cost − what lies above the ceiling"),
        "payable": ("$0.00", "nothing, to the cent, half up"),
    }


def test_it_prepares_a_figure_and_pays_nothing() -> None:
    assert paying_clauses(contract(EACH)) == ()


def test_another_clause_reads_the_truncated_cost() -> None:
    savings = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$200,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
reads = { cost = "t" }
"""
    assert problems(contract(EACH + savings)) == ()
    worksheet = settle(EACH + savings, {"member_cost": ["$40,000.00", "$250,000.00"]})
    assert amount(worksheet) == "$30,000.00"


@pytest.mark.parametrize(
    ("above", "what"),
    [("$391,000.00", "is more than the whole cost"), ("-$1.00", "is negative")],
)
def test_an_impossible_total_is_refused(above: str, what: str) -> None:
    with pytest.raises(Refusal) as refusal:
        settle(TOTAL, {"cost": "$390,000.00", "cost_above_ceiling": above})
    assert refusal.value.subject == "cost_above_ceiling"
    assert refusal.value.what.startswith(what)


costs = some.lists(some.integers(0, 30_000_000), max_size=8)


def listed(cents: list[int]) -> list[str]:
    return [f"${Decimal(cost) / 100}" for cost in cents]


@settings(max_examples=25, deadline=None)
@generated(cents=costs)
def test_each_member_counts_with_the_lesser_of_cost_and_ceiling(cents: list[int]) -> None:
    by_hand = sum((Decimal(min(cost, 10_000_000)) / 100 for cost in cents), Decimal(0))
    assert truncated(EACH, {"member_cost": listed(cents)}) == by_hand


@settings(max_examples=25, deadline=None)
@generated(cents=costs)
def test_a_list_and_two_totals_count_the_same(cents: list[int]) -> None:
    above = sum(max(0, cost - 10_000_000) for cost in cents)
    totals: Figures = {
        "cost": f"${Decimal(sum(cents)) / 100}",
        "cost_above_ceiling": f"${Decimal(above) / 100}",
    }
    assert truncated(TOTAL, totals) == truncated(EACH, {"member_cost": listed(cents)})


@settings(max_examples=25, deadline=None)
@generated(cents=costs, dearer=some.integers(0, 30_000_000))
def test_another_member_never_lowers_the_cost_nor_adds_more_than_the_ceiling(
    cents: list[int], dearer: int
) -> None:
    before = truncated(EACH, {"member_cost": listed(cents)})
    after = truncated(EACH, {"member_cost": listed([*cents, dearer])})
    assert before <= after <= before + 100_000


@settings(max_examples=25, deadline=None)
@generated(cents=costs)
def test_exact_and_float_agree(cents: list[int]) -> None:
    exact, floats = (
        settle(EACH, {"member_cost": listed(cents)}, kind).step("truncated_cost").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@pytest.mark.parametrize("name", ["ceiling", "excess_from"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(EACH)
    silent = whole.replacing(whole.clause("t").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "t" has no {name}'
    ]


def test_a_figure_has_no_category() -> None:
    assert MODEL.category(contract(EACH).clause("t")) == Category()
