"""A direct membership fee: months × fee, joining fees, and refunds."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.models.direct_fee import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]


def membership(terms: str, payer: str = "patients") -> str:
    """Return a direct-fee clause with these terms."""
    return f'[[clause]]\nid = "fee"\nmodel = "direct_fee"\npaid_by = "{payer}"\n{terms}\n'


FLAT = 'rate = "$85.00 PMPM"'
AGES = """rates = [
  { stratum = "adults", rate = "$85.00 PMPM" },
  { stratum = "children", rate = "$45.50 PMPM" },
]"""
REFUND = 'refund_share = "50 %"'
JOINING = 'joining_fee = "$100.00 per member"'
FIGURES: Figures = {
    "member_months": "1,200 member-months",
    "months_refunded": "10 member-months",
    "new_members": "12 members",
    "member_months.adults": "600 member-months",
    "member_months.children": "200 member-months",
    "months_refunded.adults": "4 member-months",
    "months_refunded.children": "0 member-months",
}

CASES = {
    "months times fee": (FLAT, "$102,000.00"),
    "adults and children pay their own fee": (AGES, "$60,100.00"),
    "half of a refunded month is returned": (f"{FLAT}\n{REFUND}", "$101,575.00"),
    "a full refund": (f'{FLAT}\nrefund_share = "100 %"', "$101,150.00"),
    "new members pay once": (f"{FLAT}\n{JOINING}", "$103,200.00"),
    "all of it together": (f"{AGES}\n{JOINING}\n{REFUND}", "$61,130.00"),
}


@pytest.mark.parametrize(("terms", "kept"), CASES.values(), ids=CASES.keys())
def test_the_group_keeps_fees_less_refunds(terms: str, kept: str) -> None:
    assert not problems(contract(membership(terms)))
    assert amount(settle(membership(terms), FIGURES)) == kept
    assert agrees_in_floats(membership(terms), FIGURES)


def test_the_steps_add_up() -> None:
    sheet = settle(membership(f"{AGES}\n{JOINING}\n{REFUND}"), FIGURES)
    steps = {step.name: step.values[0] for step in sheet.steps if step.clause == "fee"}
    assert steps["fees"] + steps["joining_fees"] - steps["refunds"] == steps["fees_kept"]
    assert (steps["joining_fees"], steps["refunds"]) == (1200, 170)


@pytest.mark.parametrize("payer", ["patients", "employer"])
def test_the_worksheet_says_who_pays(payer: str) -> None:
    fees = settle(membership(FLAT, payer), FIGURES).step("fee.fees")
    assert fees.words == f"months × monthly fee, paid by the {payer}"


@pytest.mark.parametrize(("refunded", "bites"), [("0", False), ("0.01", True)])
def test_the_gate_says_whether_a_month_was_refunded(refunded: str, *, bites: bool) -> None:
    figures: Figures = {**FIGURES, "months_refunded": f"{refunded} member-months"}
    gate = settle(membership(f"{FLAT}\n{REFUND}"), figures).gate("refund_share")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "no month is refunded"


def test_refunding_every_month_is_possible_and_one_more_is_refused() -> None:
    clauses = membership(f'{FLAT}\nrefund_share = "100 %"')
    figures: Figures = {**FIGURES, "months_refunded": "1,200 member-months"}
    assert amount(settle(clauses, figures)) == "$0.00"
    with pytest.raises(Refusal) as refusal:
        settle(clauses, {**FIGURES, "months_refunded": "1,201 member-months"})
    assert refusal.value.what == "is more than the months paid for"
    assert refusal.value.subject == "months_refunded"


PROBLEMS = {
    "no fee": (REFUND, ["missing-number"]),
    "two sorts of fee": (f"{FLAT}\n{AGES}", ["two-rates"]),
    "a stratum twice": (AGES.replace("children", "adults"), ["repeated-row"]),
    "a refund of more than was paid": (f'{FLAT}\nrefund_share = "110 %"', ["share-above-one"]),
    "a fee that is not by the month": ('rate = "$85.00"', ["wrong-unit"]),
}


@pytest.mark.parametrize(("terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(terms: str, codes: list[str]) -> None:
    assert [found.code for found in problems(contract(membership(terms)))] == codes


def test_a_payer_must_be_named() -> None:
    clauses = membership(FLAT).replace('paid_by = "patients"\n', "")
    assert [found.code for found in problems(contract(clauses))] == ["missing-term"]


def test_no_plan_pays_it_so_it_has_no_category() -> None:
    category = MODEL.category(contract(membership(FLAT)).clauses[0])
    assert str(category) == "no LAN category, no VBPR code"


MONTHS = some.integers(0, 200_000)


@settings(max_examples=25, deadline=None)
@generated(
    months=MONTHS,
    refunded=MONTHS,
    joined=some.integers(0, 9_000),
    share=some.integers(0, 1_000).map(lambda tenths: Decimal(tenths) / 10),
)
def test_twice_the_members_pay_twice_and_refunds_never_exceed_fees(
    months: int, refunded: int, joined: int, share: Decimal
) -> None:
    refunded = min(months, refunded)
    clauses = membership(f'{FLAT}\n{JOINING}\nrefund_share = "{share} %"')
    sets: list[Figures] = [
        {
            "member_months": f"{n * months} member-months",
            "months_refunded": f"{n * refunded} member-months",
            "new_members": f"{n * joined} members",
        }
        for n in (0, 1, 2)
    ]
    none, once, twice = (settle(clauses, s).step("fees_kept").values[0] for s in sets)
    assert none == 0
    assert 100 * joined <= once <= 85 * months + 100 * joined
    assert once == 85 * months + 100 * joined - 85 * refunded * share / 100
    assert twice == 2 * once
    assert agrees_in_floats(clauses, sets[1])
