"""Prospective payment: days or months served, populations, outliers, quality bonus."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.model import Category
from fairterms.payment.models.prospective_payment import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]

HEAD = '[[clause]]\nid = "p"\nmodel = "prospective_payment"\n'
DAILY = HEAD + 'rate = "$250.00 per client-day"\n'
MONTHLY = HEAD + 'rate = "$900.00 per month"\n'
POPULATIONS = (
    HEAD
    + """rates = [
    { population = "adults_with_serious_illness", rate = "$1,100.00 per client-month" },
    { population = "everyone_else", rate = "$400.00 per client-month" },
]
"""
)
OUTLIERS = 'outlier_threshold = "$3,000.00"\noutlier_share = "75 %"\nexcess_from = "each cost"\n'
TOTALS = OUTLIERS.replace("each cost", "one total")
BONUS = 'quality_bonus = "5 % of base payment"\n'
SCALED = BONUS + 'quality = "scale"\n'
GATED = BONUS + 'quality = "gate"\nquality_minimum = "80 %"\n'
DAYS: Figures = {"client_days": "100 client-days"}
MONTHS: Figures = {
    "client_months.adults_with_serious_illness": "20 client-months",
    "client_months.everyone_else": "50 client-months",
}

CASES: dict[str, tuple[str, Figures, str]] = {
    "each client-day is paid once": (DAILY, DAYS, "25000"),
    "a rate per day counts client-days": (DAILY.replace("client-day", "day"), DAYS, "25000"),
    "each client-month is paid once": (MONTHLY, {"client_months": "12 client-months"}, "10800"),
    "nobody served, nothing paid": (DAILY, {"client_days": "0 client-days"}, "0"),
    "each population has its own rate": (POPULATIONS, MONTHS, "42000"),
    "outliers are paid a share of what they cost above the threshold": (
        POPULATIONS + OUTLIERS,
        {**MONTHS, "client_cost": ["$3,000.00", "$5,000.00", "$1.00"]},
        "43500",
    ),
    "outliers may come as one total": (
        DAILY + TOTALS,
        {**DAYS, "cost_above_threshold": "$400.00"},
        "25300",
    ),
    "the bonus grows with the quality score": (
        DAILY + SCALED,
        {**DAYS, "quality_score": "60 %"},
        "25750",
    ),
    "a gate that opens pays the whole bonus": (
        DAILY + GATED,
        {**DAYS, "quality_score": "80 %"},
        "26250",
    ),
    "a gate that stays shut pays no bonus": (
        DAILY + GATED,
        {**DAYS, "quality_score": "79.9 %"},
        "25000",
    ),
    "a bonus in dollars": (
        DAILY + SCALED.replace("5 % of base payment", "$2,000.00"),
        {**DAYS, "quality_score": "50 %"},
        "26000",
    ),
    "the bonus is not taken of outlier payments": (
        DAILY + OUTLIERS + SCALED,
        {**DAYS, "client_cost": ["$7,000.00"], "quality_score": "100 %"},
        "29250",
    ),
}


def pays(clauses: str, figures: Figures, kind: NumberKind = EXACT) -> Decimal:
    return Decimal(settle(clauses, figures, kind).payable.values[0]).quantize(Decimal("0.01"))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "figures", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(
    clauses: str, figures: Figures, paid: str, kind: NumberKind
) -> None:
    assert problems(contract(clauses)) == ()
    assert pays(clauses, figures, kind) == Decimal(paid)


@pytest.mark.parametrize(
    ("cost", "paid", "bites"),
    [("$2,999.99", 0, False), ("$3,000.00", 0, False), ("$3,000.04", "0.03", True)],
)
def test_an_outlier_begins_above_its_threshold(cost: str, paid: str, *, bites: bool) -> None:
    figures: Figures = {"client_days": "0 client-days", "client_cost": [cost]}
    worksheet = settle(DAILY + OUTLIERS, figures)
    assert worksheet.payable.values[0] == Decimal(paid)
    gate = worksheet.gate("outlier_threshold")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "no client cost more than the outlier threshold"


@pytest.mark.parametrize(
    ("score", "minimum", "opens"),
    [
        ("79.999 %", "at least 80 %", False),
        ("80 %", "at least 80 %", True),
        ("80 %", "more than 80 %", False),
        ("80.001 %", "more than 80 %", True),
    ],
)
def test_the_gate_opens_by_equality_unless_it_says_more_than(
    score: str, minimum: str, *, opens: bool
) -> None:
    clauses = DAILY + GATED.replace("80 %", minimum)
    worksheet = settle(clauses, {**DAYS, "quality_score": score})
    assert amount(worksheet, "bonus") == ("$1,250.00" if opens else "$0.00")
    assert bool(worksheet.gate("quality").bites[0]) is not opens


def test_it_reads_days_served_and_never_visits() -> None:
    wanted = survey(contract(DAILY)).wanted
    assert {name: figure.meaning for name, figure in wanted.items()} == {
        "client_days": "days on which a client had at least one visit, each day once"
    }
    with pytest.raises(Refusal):
        settle(DAILY, {"client_days": "140 visits"})


def test_each_line_of_the_arithmetic_is_shown() -> None:
    figures: Figures = {**MONTHS, "client_cost": ["$5,000.00"], "quality_score": "90 %"}
    worksheet = settle(POPULATIONS + OUTLIERS + GATED, figures)
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    each = "months in which a client had at least one visit, each once"
    assert shown == {
        "served.adults_with_serious_illness": (
            "20 client-months",
            f"{each}, adults with serious illness",
        ),
        "rate_payment.adults_with_serious_illness": (
            "$22,000.00",
            "served × rate, adults with serious illness",
        ),
        "served.everyone_else": ("50 client-months", f"{each}, everyone else"),
        "rate_payment.everyone_else": ("$20,000.00", "served × rate, everyone else"),
        "base_payment": ("$42,000.00", "sum over all populations"),
        "outlier_threshold": (
            "$3,000.00",
            "cost of one client and period from which it is an outlier",
        ),
        "outlier_payment": ("$1,500.00", "cost above the threshold × outlier share"),
        "full_bonus": ("$2,100.00", "bonus when quality is met in full"),
        "bonus": ("$2,100.00", "full bonus, if the quality minimum is met"),
        "payment": ("$45,600.00", "base payment + outlier payment + quality bonus"),
        "payable": ("$45,600.00", "p, to the cent, half up"),
    }


def test_a_negative_total_above_the_threshold_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(DAILY + TOTALS, {**DAYS, "cost_above_threshold": "-$1.00"})
    assert refusal.value.subject == "cost_above_threshold"


EVERYTHING = DAILY + OUTLIERS + SCALED
costs = some.lists(some.integers(0, 900_000), max_size=6)


def panel(days: int, listed: list[int], score: int, times: int = 1) -> Figures:
    return {
        "client_days": f"{times * days} client-days",
        "client_cost": [f"${Decimal(cents) / 100}" for cents in listed] * times,
        "quality_score": f"{score} %",
    }


@settings(max_examples=25, deadline=None)
@generated(days=some.integers(0, 9000), listed=costs, score=some.integers(0, 100))
def test_the_payment_lies_between_the_rate_and_the_rate_with_everything(
    days: int, listed: list[int], score: int
) -> None:
    paid = pays(EVERYTHING, panel(days, listed, score))
    base = 250 * days
    assert base <= paid <= pays(EVERYTHING, panel(days, listed, 100))
    assert paid <= base + base * Decimal("0.05") + sum(listed) * Decimal("0.0075")


@settings(max_examples=25, deadline=None)
@generated(days=some.integers(0, 9000), listed=costs, score=some.integers(0, 100))
def test_twice_the_clients_are_paid_twice_as_much(days: int, listed: list[int], score: int) -> None:
    once, twice = (
        settle(EVERYTHING, panel(days, listed, score, times)).step("payment").values[0]
        for times in (1, 2)
    )
    assert twice == 2 * once


@settings(max_examples=25, deadline=None)
@generated(days=some.integers(0, 9000), listed=costs, score=some.integers(0, 100))
def test_exact_and_float_agree(days: int, listed: list[int], score: int) -> None:
    exact, floats = (
        settle(EVERYTHING, panel(days, listed, score), kind).step("payment").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@pytest.mark.parametrize(
    ("clauses", "whats"),
    [
        (HEAD, ["the clause gives no rate"]),
        (
            DAILY + 'outlier_share = "75 %"\n',
            [
                "outliers are paid, but no outlier_threshold is given",
                "outliers are paid, but no excess_from is given",
            ],
        ),
        (DAILY + BONUS, ["the bonus does not say how quality earns it"]),
        (DAILY + BONUS + 'quality = "gate"\n', ["the quality gate has no quality_minimum"]),
    ],
)
def test_half_stated_terms_are_objected_to(clauses: str, whats: list[str]) -> None:
    clause = contract(clauses).clause("p")
    assert [objection.what for objection in MODEL.check(clause)] == whats


def test_each_half_stated_outlier_term_says_what_to_write() -> None:
    clause = contract(DAILY + 'outlier_share = "75 %"\n').clause("p")
    assert [(one.code, one.fix) for one in MODEL.check(clause)] == [
        ("missing-number", 'write outlier_threshold = "$3,000.00", or as the text says'),
        ("missing-term", 'write excess_from = "each cost", or as the text says'),
    ]


@pytest.mark.parametrize(("bonus", "bites"), [("$0.50", True), ("$0.00", False)])
def test_a_shut_gate_bites_only_where_there_is_a_bonus(bonus: str, *, bites: bool) -> None:
    clauses = DAILY + GATED.replace("5 % of base payment", bonus)
    worksheet = settle(clauses, {**DAYS, "quality_score": "0 %"})
    assert bool(worksheet.gate("quality").bites[0]) is bites


def test_sound_terms_are_not_objected_to() -> None:
    for clauses in (DAILY, POPULATIONS, DAILY + GATED, EVERYTHING):
        assert not list(MODEL.check(contract(clauses).clause("p")))


def test_it_is_classed_as_a_prospective_payment() -> None:
    assert MODEL.category(contract(DAILY).clause("p")) == Category("4A")
