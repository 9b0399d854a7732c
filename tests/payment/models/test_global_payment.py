"""Global payment: budget, care elsewhere, surplus and deficit shares, caps."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.model import Category
from fairterms.payment.models.global_payment import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from tests.payment.one_clause import amount, contract, settle


def budget(*more: str, **terms: str) -> str:
    """Return a budget of $40 PMPM, half of a surplus, three tenths of a deficit."""
    numbers = {"budget": "$40.00 PMPM", "surplus_share": "50 %", "deficit_share": "30 %", **terms}
    written = [f'{name} = "{value}"' for name, value in numbers.items()]
    return "\n".join(['[[clause]]\nid = "g"\nmodel = "global_payment"', *written, *more]) + "\n"


def year(elsewhere: int, paid: int, **more: str) -> dict[str, str]:
    return {
        "member_months": "25,000 member-months",
        "cost_elsewhere": f"${elsewhere}",
        "revenue": f"${paid}",
        **more,
    }


RISK = "times_risk_score = true"
FULL = {"surplus_share": "100 %", "deficit_share": "100 %"}
CAPS = {"surplus_cap": "5 % of budget", "deficit_cap": "$1.00 PMPM"}
GATED = {"quality": "gate", "quality_minimum": "70 %"}

CASES = {
    "a surplus is shared": (budget(), year(300_000, 600_000), "50000"),
    "a deficit is owed at its own share": (budget(), year(500_000, 600_000), "-30000"),
    "a budget used up exactly settles nothing": (budget(), year(400_000, 600_000), "0"),
    "at full risk the group ends with the budget less care elsewhere": (
        budget(**FULL),
        year(300_000, 1_000_000),
        "-300000",
    ),
    "nothing paid in advance is paid in full at full risk": (
        budget(**FULL),
        year(300_000, 0),
        "700000",
    ),
    "a budget in dollars": (budget(budget="$900,000.00"), year(300_000, 500_000), "50000"),
    "the risk score multiplies the budget": (
        budget(RISK),
        year(300_000, 600_000, risk_score="1.2 factor"),
        "150000",
    ),
    "a surplus stops at its cap": (budget(**CAPS), year(100_000, 600_000), "50000"),
    "a deficit stops at its cap": (budget(**CAPS), year(500_000, 700_000), "-25000"),
    "the lower of two caps applies": (
        budget('deficit_cap = ["$20,000.00", "$1.00 PMPM"]'),
        year(500_000, 700_000),
        "-20000",
    ),
    "quality scales a surplus": (
        budget(quality="scale"),
        year(300_000, 600_000, quality_score="80 %"),
        "40000",
    ),
    "poor quality takes a surplus away": (
        budget(**GATED),
        year(300_000, 600_000, quality_score="69 %"),
        "0",
    ),
    "a deficit is owed whatever the quality": (
        budget(**GATED),
        year(500_000, 600_000, quality_score="100 %"),
        "-30000",
    ),
}


def pays(clauses: str, figures: dict[str, str], kind: NumberKind = EXACT) -> Decimal:
    return Decimal(settle(clauses, figures, kind).payable.values[0]).quantize(Decimal("0.01"))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "figures", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(
    clauses: str, figures: dict[str, str], paid: str, kind: NumberKind
) -> None:
    assert problems(contract(clauses)) == ()
    assert pays(clauses, figures, kind) == Decimal(paid)


@pytest.mark.parametrize(
    ("paid", "settled", "biting"),
    [
        ("$600,000.02", "49999.99", ["surplus_share"]),
        ("$600,000.00", "50000", ["surplus_share"]),
        ("$599,999.98", "50000", ["surplus_share", "surplus_cap"]),
        ("$699,999.98", "0.01", ["surplus_share"]),
        ("$700,000.00", "0", []),
        ("$700,000.10", "-0.03", ["deficit_share"]),
        ("$799,999.90", "-29999.97", ["deficit_share"]),
        ("$800,000.00", "-30000", ["deficit_share"]),
        ("$800,000.10", "-30000", ["deficit_share", "deficit_cap"]),
    ],
)
def test_caps_bite_above_themselves_and_shares_away_from_nothing(
    paid: str, settled: str, biting: list[str]
) -> None:
    clauses = budget(surplus_cap="$50,000.00", deficit_cap="$30,000.00")
    worksheet = settle(clauses, {**year(300_000, 0), "revenue": paid})
    assert worksheet.payable.values[0] == Decimal(settled)
    assert [gate.name for gate in worksheet.gates if gate.bites[0]] == biting


def test_gates_say_why_they_did_not_bite() -> None:
    figures = year(400_000, 600_000, quality_score="90 %")
    worksheet = settle(budget(**CAPS, **GATED), figures)
    assert not any(gate.bites[0] for gate in worksheet.gates)
    assert {gate.name: gate.otherwise for gate in worksheet.gates} == {
        "surplus_share": "there is no surplus",
        "quality": "the quality minimum is met, or nothing is at stake",
        "surplus_cap": "the amount is below the surplus cap",
        "deficit_share": "there is no deficit",
        "deficit_cap": "the amount is below the deficit cap",
    }


@pytest.mark.parametrize(("paid", "bites"), [("$699,999.50", True), ("$700,000.00", False)])
def test_a_shut_gate_bites_only_where_there_is_a_surplus(paid: str, *, bites: bool) -> None:
    figures = {**year(300_000, 0, quality_score="0 %"), "revenue": paid}
    assert bool(settle(budget(**GATED), figures).gate("quality").bites[0]) is bites


@pytest.mark.parametrize("cap", ["surplus_cap", "deficit_cap"])
def test_a_cap_may_be_several_and_a_share_of_something(cap: str) -> None:
    assert problems(contract(budget(f'{cap} = ["$9,000.00", "2 % of budget"]'))) == ()


def test_each_line_of_the_arithmetic_is_shown() -> None:
    figures = year(300_000, 600_000, quality_score="80 %", risk_score="1.1 factor")
    worksheet = settle(budget(RISK, quality="scale", **CAPS), figures)
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    assert shown == {
        "budget": ("$1,100,000.00", "budget of the year × risk score"),
        "left_for_group": ("$800,000.00", "budget − care paid elsewhere"),
        "balance": ("$200,000.00", "left for the group − already paid"),
        "surplus_paid": ("$80,000.00", "surplus × surplus share × quality score"),
        "surplus_capped": ("$55,000.00", "at most the surplus cap"),
        "deficit_owed": ("$0.00", "deficit × deficit share"),
        "deficit_capped": ("$0.00", "at most the deficit cap"),
        "reconciliation": ("$55,000.00", "surplus paid − deficit owed"),
        "payable": ("$55,000.00", "g, to the cent, half up"),
    }


dollars = some.integers(0, 2_000_000)


@settings(max_examples=25, deadline=None)
@generated(elsewhere=dollars, paid=dollars, more=dollars)
def test_a_dearer_year_never_pays_more_and_caps_hold(elsewhere: int, paid: int, more: int) -> None:
    cheap = pays(budget(**CAPS), year(elsewhere, paid))
    dear = pays(budget(**CAPS), year(elsewhere + more, paid))
    assert -25_000 <= dear <= cheap <= 50_000


@settings(max_examples=25, deadline=None)
@generated(elsewhere=dollars, paid=dollars)
def test_at_full_risk_advances_change_when_money_comes_and_not_how_much(
    elsewhere: int, paid: int
) -> None:
    assert paid + pays(budget(**FULL), year(elsewhere, paid)) == 1_000_000 - elsewhere


@settings(max_examples=25, deadline=None)
@generated(elsewhere=dollars, paid=dollars)
def test_twice_the_panel_settles_twice_as_much(elsewhere: int, paid: int) -> None:
    once = settle(budget(**CAPS), year(elsewhere, paid)).step("reconciliation").values[0]
    doubled = {**year(2 * elsewhere, 2 * paid), "member_months": "50,000 member-months"}
    assert settle(budget(**CAPS), doubled).step("reconciliation").values[0] == 2 * once


@settings(max_examples=25, deadline=None)
@generated(elsewhere=dollars, paid=dollars, score=some.integers(0, 100))
def test_exact_and_float_agree(elsewhere: int, paid: int, score: int) -> None:
    figures = year(elsewhere, paid, quality_score=f"{score} %")
    exact, floats = (
        settle(budget(quality="scale", **CAPS), figures, kind).step("reconciliation").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


def test_a_panel_of_nobody_settles_nothing() -> None:
    nobody = {"member_months": "0 member-months", "cost_elsewhere": "$0", "revenue": "$0"}
    assert amount(settle(budget(), nobody)) == "$0.00"


@pytest.mark.parametrize("name", ["budget", "surplus_share", "deficit_share"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(budget())
    silent = whole.replacing(whole.clause("g").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "g" has no {name}'
    ]


def test_a_gate_without_its_minimum_is_objected_to() -> None:
    clause = contract(budget(quality="gate")).clause("g")
    assert [objection.what for objection in MODEL.check(clause)] == [
        "the quality gate has no quality_minimum"
    ]
    assert not list(MODEL.check(contract(budget(**GATED)).clause("g")))


def test_it_is_classed_as_population_based() -> None:
    clause = contract(budget(**GATED)).clause("g")
    assert MODEL.category(clause) == Category("4B", "tcoc")
    assert MODEL.category(clause.without("quality")) == Category("4N", "tcoc")
