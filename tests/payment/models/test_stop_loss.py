"""Individual stop-loss: attachment, credit and charge."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import paying_clauses
from fairterms.payment.model import Category
from fairterms.payment.models.stop_loss import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]

EACH = """
[[clause]]
id = "s"
model = "stop_loss"
attachment = "$6,000.00 per member-year"
credit_share = "90 %"
excess_from = "each cost"
"""
TOTAL = EACH.replace("each cost", "one total")
CHARGE = 'charge = "$2.50 PMPM"\n'
THREE: Figures = {"member_cost": ["$5,000.00", "$6,000.00", "$16,000.00"]}
MONTHS: Figures = {"member_months": "36 member-months"}

CASES: dict[str, tuple[str, Figures, str]] = {
    "most of what a member costs above the attachment is taken off": (EACH, THREE, "18000"),
    "the charge is counted": (EACH + CHARGE, {**THREE, **MONTHS}, "18090"),
    "the charge is counted in a year without dear members": (
        EACH + CHARGE,
        {"member_cost": ["$100.00"], **MONTHS},
        "190",
    ),
    "a charge in dollars": (EACH + 'charge = "$75.00"\n', THREE, "18075"),
    "the excess may come as one total": (
        TOTAL,
        {"cost": "$27,000.00", "cost_above_attachment": "$10,000.00"},
        "18000",
    ),
    "nobody enrolled, no cost": (EACH, {"member_cost": []}, "0"),
    "a full credit is a ceiling": (EACH.replace("90 %", "100 %"), THREE, "17000"),
    "no credit changes nothing": (EACH.replace("90 %", "0 %"), THREE, "27000"),
}


def net(clauses: str, figures: Figures, kind: NumberKind = EXACT) -> Decimal:
    found = settle(clauses, figures, kind).step("net_cost").values[0]
    return Decimal(found).quantize(Decimal("0.001"))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "figures", "cost"), CASES.values(), ids=CASES.keys())
def test_it_counts_what_the_clause_says(
    clauses: str, figures: Figures, cost: str, kind: NumberKind
) -> None:
    assert problems(contract(clauses)) == ()
    assert net(clauses, figures, kind) == Decimal(cost)


@pytest.mark.parametrize(
    ("cost", "counted", "bites"),
    [
        ("$5,999.99", "5999.99", False),
        ("$6,000.00", "6000", False),
        ("$6,000.01", "6000.001", True),
    ],
)
def test_the_credit_begins_above_the_attachment(cost: str, counted: str, *, bites: bool) -> None:
    worksheet = settle(EACH, {"member_cost": [cost]})
    assert worksheet.step("net_cost").values[0] == Decimal(counted)
    assert bool(worksheet.gate("attachment").bites[0]) is bites
    assert worksheet.gate("attachment").otherwise == "no member cost more than the attachment"


def test_each_line_of_the_arithmetic_is_shown() -> None:
    worksheet = settle(EACH + CHARGE, {**THREE, **MONTHS})
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    assert shown == {
        "attachment": (
            "$6,000.00 per member",
            "cost of one member above which the stop-loss helps",
        ),
        "cost": ("$27,000.00", "sum of the members' costs"),
        "above_attachment": ("$10,000.00", "Σ of member cost − attachment, where above it"),
        "credit": ("$9,000.00", "cost above the attachment × credit share"),
        "charge": ("$90.00", "what the protection costs"),
        "net_cost": ("$18,090.00", "cost − credit + charge"),
        "payable": ("$0.00", "nothing, to the cent, half up"),
    }
    assert settle(EACH, THREE).step("net_cost").words == "cost − credit"


def test_it_prepares_a_figure_and_pays_nothing() -> None:
    assert paying_clauses(contract(EACH)) == ()


@pytest.mark.parametrize(
    ("above", "what"),
    [("$28,000.00", "is more than the whole cost"), ("-$1.00", "is negative")],
)
def test_an_impossible_total_is_refused(above: str, what: str) -> None:
    with pytest.raises(Refusal) as refusal:
        settle(TOTAL, {"cost": "$27,000.00", "cost_above_attachment": above})
    assert refusal.value.subject == "cost_above_attachment"
    assert refusal.value.what.startswith(what)


def test_nothing_above_and_everything_above_are_possible_totals() -> None:
    assert net(TOTAL, {"cost": "$27,000.00", "cost_above_attachment": "$0.00"}) == 27_000
    assert net(TOTAL, {"cost": "$27,000.00", "cost_above_attachment": "$27,000.00"}) == 2_700


costs = some.lists(some.integers(0, 9_000_000), max_size=8)


def listed(cents: list[int], times: int = 1) -> list[str]:
    return [f"${Decimal(cost) / 100}" for cost in cents] * times


@settings(max_examples=25, deadline=None)
@generated(cents=costs)
def test_a_list_and_two_totals_count_the_same(cents: list[int]) -> None:
    above = sum(max(0, cost - 600_000) for cost in cents)
    totals: Figures = {
        "cost": f"${Decimal(sum(cents)) / 100}",
        "cost_above_attachment": f"${Decimal(above) / 100}",
    }
    by_hand = Decimal(sum(cents)) / 100 - above * Decimal("0.009")
    assert net(TOTAL, totals) == net(EACH, {"member_cost": listed(cents)}) == by_hand


@settings(max_examples=25, deadline=None)
@generated(cents=costs, more=some.integers(0, 9_000_000))
def test_a_dearer_member_never_lowers_the_cost(cents: list[int], more: int) -> None:
    before = net(EACH, {"member_cost": listed([*cents, 0])})
    after = net(EACH, {"member_cost": listed([*cents, more])})
    assert before <= after <= before + Decimal(more) / 100


@settings(max_examples=25, deadline=None)
@generated(cents=costs, months=some.integers(0, 900))
def test_twice_the_members_cost_twice_as_much(cents: list[int], months: int) -> None:
    once, twice = (
        net(
            EACH + CHARGE,
            {
                "member_cost": listed(cents, times),
                "member_months": f"{times * months} member-months",
            },
        )
        for times in (1, 2)
    )
    assert twice == 2 * once


@settings(max_examples=25, deadline=None)
@generated(cents=costs)
def test_exact_and_float_agree(cents: list[int]) -> None:
    exact, floats = (
        settle(EACH, {"member_cost": listed(cents)}, kind).step("net_cost").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@pytest.mark.parametrize("name", ["attachment", "credit_share", "excess_from"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(EACH)
    silent = whole.replacing(whole.clause("s").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "s" has no {name}'
    ]


def test_a_figure_has_no_category() -> None:
    assert MODEL.category(contract(EACH).clause("s")) == Category()
