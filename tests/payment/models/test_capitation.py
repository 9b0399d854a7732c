"""Capitation: member-months times a rate, risk, carve-outs, rounding, charge-backs."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.model import Category
from fairterms.payment.models.capitation import LAN, MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

HEAD = '[[clause]]\nid = "c"\nmodel = "capitation"\n'
FLAT = HEAD + 'rate = "$18.50 PMPM"\n'
STRATA = (
    HEAD
    + """rates = [
    { stratum = "adults", rate = "$18.50 PMPM" },
    { stratum = "children", rate = "$12.25 PMPM" },
]
"""
)
RISK = "times_risk_score = true\n"
HALF_UP = 'rate_rounding = "to the cent, half up"\n'
HALF_EVEN = 'rate_rounding = "to the cent, half even"\n'
CARVED = """carve_outs = [
    { service = "autism_care", rate = "$1.20 PMPM" },
    { service = "inpatient", rate = "$3.30 PMPM" },
]
"""
CHARGED = 'charge_back_share = "80 %"\n'
CAPPED = CHARGED + 'charge_back_cap = "10 % of capitation"\n'
YEAR = {"member_months": "12,000 member-months"}
BY_STRATUM = {
    "member_months.adults": "12,000 member-months",
    "member_months.children": "4,000 member-months",
}

CASES = {
    "each member-month is paid the rate": (FLAT, YEAR, "222000"),
    "nobody enrolled, nothing paid": (FLAT, {"member_months": "0 member-months"}, "0"),
    "each stratum has its own rate": (STRATA, BY_STRATUM, "271000"),
    "the risk score multiplies the rate": (
        FLAT + RISK,
        {**YEAR, "risk_score": "1.1 factor"},
        "244200",
    ),
    "each stratum has its own risk score": (
        STRATA + RISK,
        {**BY_STRATUM, "risk_score.adults": "1.1 factor", "risk_score.children": "0.8 factor"},
        "283400",
    ),
    "carve-outs are taken off the rate": (FLAT + CARVED, YEAR, "168000"),
    "carve-outs come before the risk score": (
        FLAT + CARVED + RISK,
        {**YEAR, "risk_score": "1.1 factor"},
        "184800",
    ),
    "carve-outs are taken off every stratum": (STRATA + CARVED, BY_STRATUM, "199000"),
    "an unrounded rate keeps its digits": (
        FLAT + RISK,
        {**YEAR, "risk_score": "1.0033 factor"},
        "222732.60",
    ),
    "a rate is rounded before it is multiplied": (
        FLAT + RISK + HALF_UP,
        {**YEAR, "risk_score": "1.0033 factor"},
        "222720",
    ),
    "care elsewhere is charged back": (
        FLAT + CHARGED,
        {**YEAR, "charge_backs": "$20,000.00"},
        "206000",
    ),
    "charge-backs stop at their cap": (
        FLAT + CAPPED,
        {**YEAR, "charge_backs": "$90,000.00"},
        "199800",
    ),
    "charge-backs can be more than the payment": (
        FLAT + CHARGED,
        {**YEAR, "charge_backs": "$300,000.00"},
        "-18000",
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
    ("rounding", "score", "rate"),
    [
        (HALF_UP, "1.0024 factor", "$20.05 PMPM"),
        (HALF_UP, "1.00225 factor", "$20.05 PMPM"),
        (HALF_UP, "1.0022 factor", "$20.04 PMPM"),
        (HALF_EVEN, "1.00225 factor", "$20.04 PMPM"),
        (HALF_EVEN, "1.00275 factor", "$20.06 PMPM"),
        ("", "1.00225 factor", "$20.045 PMPM"),
    ],
)
def test_a_tie_is_rounded_as_the_contract_says(rounding: str, score: str, rate: str) -> None:
    clauses = FLAT.replace("$18.50", "$20.00") + RISK + rounding
    worksheet = settle(clauses, {**YEAR, "risk_score": score})
    assert amount(worksheet, "rate_paid") == rate


def test_rounding_the_rate_moves_at_most_half_a_cent_a_member_month() -> None:
    figures = {"member_months": "40,000 member-months", "risk_score": "1.00225 factor"}
    clauses = FLAT.replace("$18.50", "$20.00") + RISK
    assert pays(clauses + HALF_UP, figures) - pays(clauses, figures) == 200


def test_silence_about_rounding_is_noted() -> None:
    assert survey(contract(FLAT)).silent == {("c", "rate_rounding"): "not rounded"}
    assert survey(contract(FLAT + HALF_UP)).silent == {}


@pytest.mark.parametrize(
    ("elsewhere", "charged", "bites"),
    [
        ("$27,749.99", "22199.992", False),
        ("$27,750.00", "22200", False),
        ("$27,750.01", "22200", True),
    ],
)
def test_the_cap_on_charge_backs_bites_above_itself(
    elsewhere: str, charged: str, *, bites: bool
) -> None:
    worksheet = settle(FLAT + CAPPED, {**YEAR, "charge_backs": elsewhere})
    assert worksheet.step("charged_back_capped").values[0] == Decimal(charged)
    assert bool(worksheet.gate("charge_back_cap").bites[0]) is bites
    assert worksheet.gate("charge_back_cap").otherwise == "charge-backs are below the cap"


def test_each_line_of_the_arithmetic_is_shown() -> None:
    figures = {**YEAR, "risk_score": "1.1 factor", "charge_backs": "$20,000.00"}
    worksheet = settle(FLAT + CARVED + RISK + HALF_UP + CHARGED, figures)
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    assert shown == {
        "rate_paid": (
            "$15.40 PMPM",
            "(rate − autism care − inpatient) × risk score, to the cent, half up",
        ),
        "capitation_paid": ("$184,800.00", "member-months × rate paid"),
        "capitation": ("$184,800.00", "sum over all strata"),
        "charged_back": ("$16,000.00", "charge-backs × charge-back share"),
        "payment": ("$168,800.00", "capitation − charge-backs"),
        "payable": ("$168,800.00", "c, to the cent, half up"),
    }


def test_a_yes_or_no_that_is_not_stated_is_never_taken_for_yes() -> None:
    silent = FLAT + 'times_risk_score = "not stated"\n'
    assert [problem.code for problem in problems(contract(silent))] == ["not-stated"]
    with pytest.raises(Refusal, match=r"c\.times_risk_score: the contract does not state it"):
        settle(silent, {**YEAR, "risk_score": "1.1 factor"})


def test_carve_outs_above_the_rate_are_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(FLAT.replace("$18.50", "$4.49") + CARVED, YEAR)
    assert refusal.value.what == "take more off than the rate is"
    assert pays(FLAT.replace("$18.50", "$4.50") + CARVED, YEAR) == 0


months = some.integers(0, 90_000)
scores = some.integers(0, 3000).map(lambda thousandths: Decimal(thousandths) / 1000)
dollars = some.integers(0, 900_000)
EVERYTHING = FLAT + RISK + CARVED + CAPPED


def panel(number: int, score: Decimal, elsewhere: int) -> dict[str, str]:
    return {
        "member_months": f"{number} member-months",
        "risk_score": f"{score} factor",
        "charge_backs": f"${elsewhere}",
    }


@settings(max_examples=25, deadline=None)
@generated(number=months, score=scores, elsewhere=dollars, more=months)
def test_care_elsewhere_lowers_the_payment_and_members_raise_it(
    number: int, score: Decimal, elsewhere: int, more: int
) -> None:
    paid = pays(EVERYTHING, panel(number, score, elsewhere))
    assert paid <= pays(EVERYTHING, panel(number, score, 0))
    assert paid >= pays(EVERYTHING, panel(number, score, 0)) * Decimal("0.9") - Decimal("0.01")
    assert pays(EVERYTHING, panel(number + more, score, 0)) >= pays(
        EVERYTHING, panel(number, score, 0)
    )


@settings(max_examples=25, deadline=None)
@generated(number=months, score=scores, elsewhere=dollars)
def test_twice_the_members_and_charges_are_paid_twice_as_much(
    number: int, score: Decimal, elsewhere: int
) -> None:
    once, twice = (
        settle(EVERYTHING + HALF_UP, panel(times * number, score, times * elsewhere))
        .step("payment")
        .values[0]
        for times in (1, 2)
    )
    assert twice == 2 * once


@settings(max_examples=25, deadline=None)
@generated(number=months, score=scores, elsewhere=dollars)
def test_exact_and_float_agree(number: int, score: Decimal, elsewhere: int) -> None:
    exact, floats = (
        settle(EVERYTHING, panel(number, score, elsewhere), kind).step("payment").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@pytest.mark.parametrize(
    ("clauses", "what"),
    [
        (HEAD, "the clause gives no rate"),
        (
            FLAT + 'charge_back_cap = "$5,000.00"\n',
            "charge-backs are capped, but no charge_back_share is given",
        ),
        (FLAT + CARVED.replace("inpatient", "autism_care"), '"autism_care" is carved out twice'),
    ],
)
def test_half_stated_terms_are_objected_to(clauses: str, what: str) -> None:
    clause = contract(clauses).clause("c")
    assert [objection.what for objection in MODEL.check(clause)] == [what]


@pytest.mark.parametrize("cell", ["service", "rate"])
def test_a_carve_out_needs_its_name_and_its_rate(cell: str) -> None:
    left = {"service": 'rate = "$1.20 PMPM"', "rate": 'service = "autism_care"'}[cell]
    found = problems(contract(FLAT + f"carve_outs = [{{ {left} }}]\n"))
    assert [problem.what.split(":")[1] for problem in found] == [f" there is no {cell}"]


def test_the_least_of_several_caps_applies() -> None:
    clauses = FLAT + CHARGED + 'charge_back_cap = ["$9,000.00", "10 % of capitation"]\n'
    assert problems(contract(clauses)) == ()
    assert pays(clauses, {**YEAR, "charge_backs": "$90,000.00"}) == 213_000


def test_sound_terms_are_not_objected_to() -> None:
    for clauses in (FLAT, STRATA, EVERYTHING):
        assert not list(MODEL.check(contract(clauses).clause("c")))


@pytest.mark.parametrize(("scope", "lan"), LAN.items())
def test_it_is_classed_by_what_the_rate_covers(scope: str, lan: str) -> None:
    linked = FLAT + f'scope = "{scope}"\nis_linked_to_quality = true\n'
    assert problems(contract(linked)) == ()
    code = "pcpcp" if scope == "primary care" else ""
    assert MODEL.category(contract(linked).clause("c")) == Category(lan, code)
    unlinked = contract(linked).clause("c").without("is_linked_to_quality")
    assert MODEL.category(unlinked) == Category("4N", code)


def test_a_silent_clause_is_not_classed_beyond_what_it_says() -> None:
    assert MODEL.category(contract(FLAT).clause("c")) == Category("4N", "")
    linked = contract(FLAT + "is_linked_to_quality = true\n").clause("c")
    assert MODEL.category(linked) == Category("", "")
