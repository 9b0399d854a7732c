"""A care-coordination fee: member-months × rate, with strata, risk scores and late corrections."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.models.care_coordination import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle


def fee(terms: str) -> str:
    """Return a care-coordination clause with these terms."""
    return f'[[clause]]\nid = "fee"\nmodel = "care_coordination"\n{terms}\n'


FLAT = 'rate = "$5.00 PMPM"'
STRATA = """rates = [
  { stratum = "mild", rate = "$3.00 PMPM" },
  { stratum = "severe", rate = "$12.50 PMPM" },
]"""
FIGURES: dict[str, str | list[str]] = {
    "member_months": "300 member-months",
    "risk_score": "1.2 factor",
    "months_added": "10 member-months",
    "months_removed": "4 member-months",
    "member_months.mild": "200 member-months",
    "member_months.severe": "100 member-months",
    "risk_score.mild": "0.8 factor",
    "risk_score.severe": "2 factor",
    "months_added.mild": "10 member-months",
    "months_removed.mild": "4 member-months",
    "months_added.severe": "0 member-months",
    "months_removed.severe": "2 member-months",
}
PANEL = 'risk_adjustment = "one score for the panel"'
EACH = 'risk_adjustment = "a score for each stratum"'

CASES = {
    "statement 101: 5 PMPM for 300 member-months": (FLAT, "$1,500.00"),
    "each stratum has its own months and rate": (STRATA, "$1,850.00"),
    "one risk score multiplies the whole fee": (f"{FLAT}\n{PANEL}", "$1,800.00"),
    "one risk score multiplies all strata": (f"{STRATA}\n{PANEL}", "$2,220.00"),
    "each stratum is multiplied by its own score": (f"{STRATA}\n{EACH}", "$2,980.00"),
    "corrections count both ways": (
        f'{FLAT}\nretroactive_changes = "additions and removals"',
        "$1,530.00",
    ),
    "corrections count only against the group": (
        f'{FLAT}\nretroactive_changes = "removals only"',
        "$1,480.00",
    ),
    "corrections count only for the group": (
        f'{FLAT}\nretroactive_changes = "additions only"',
        "$1,550.00",
    ),
    "corrections, strata and scores together": (
        f'{STRATA}\n{EACH}\nretroactive_changes = "additions and removals"',
        "$2,944.40",
    ),
}


@pytest.mark.parametrize(("terms", "paid"), CASES.values(), ids=CASES.keys())
def test_members_are_paid_for_month_by_month(terms: str, paid: str) -> None:
    assert not problems(contract(fee(terms)))
    assert amount(settle(fee(terms), FIGURES)) == paid
    assert agrees_in_floats(fee(terms), FIGURES)


def test_the_lines_of_the_strata_add_up_to_the_fee() -> None:
    sheet = settle(fee(STRATA), FIGURES)
    parts = [sheet.step(f"fee.stratum_fee.{name}").values[0] for name in ("mild", "severe")]
    assert parts == [Decimal(600), Decimal(1250)]
    assert sheet.step("fee").values[0] == sum(parts)


@pytest.mark.parametrize(("removed", "bites"), [("0", False), ("1", True)])
def test_the_gate_says_whether_months_were_taken_back(removed: str, *, bites: bool) -> None:
    clauses = fee(f'{FLAT}\nretroactive_changes = "removals only"')
    found = settle(clauses, {**FIGURES, "months_removed": f"{removed} member-months"})
    gate = found.gate("retroactive_changes")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "no months are taken back"


def test_a_stratum_without_its_months_is_refused() -> None:
    kept = {name: value for name, value in FIGURES.items() if name != "member_months.severe"}
    with pytest.raises(Refusal) as refusal:
        settle(fee(STRATA), kept)
    assert (refusal.value.subject, refusal.value.what) == ("member_months.severe", "missing")


PROBLEMS = {
    "no rate at all": ("", ["missing-number"]),
    "two sorts of rate": (f"{FLAT}\n{STRATA}", ["two-rates"]),
    "a stratum twice": (STRATA.replace("severe", "mild"), ["repeated-row"]),
    "scores by stratum without strata": (f"{FLAT}\n{EACH}", ["missing-term"]),
    "a fee that is not by the month": ('rate = "$5.00"', ["wrong-unit"]),
}


@pytest.mark.parametrize(("terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(terms: str, codes: list[str]) -> None:
    assert [found.code for found in problems(contract(fee(terms)))] == codes


@pytest.mark.parametrize(
    ("terms", "category"),
    [(FLAT, "LAN 2A, VBPR ccf"), (f"{FLAT}\n{PANEL}", "LAN 2A, VBPR ccf-with-risk")],
)
def test_the_category_says_whether_risk_counts(terms: str, category: str) -> None:
    assert str(MODEL.category(contract(fee(terms)).clauses[0])) == category


MONTHS = some.integers(0, 500_000)


@settings(max_examples=25, deadline=None)
@generated(mild=MONTHS, severe=MONTHS, score=some.decimals("0.1", 5, places=3))
def test_twice_the_months_pay_twice_and_none_pay_nothing(
    mild: int, severe: int, score: Decimal
) -> None:
    clauses = fee(f"{STRATA}\n{PANEL}")
    sets: list[dict[str, str | list[str]]] = [
        {
            "member_months.mild": f"{n * mild} member-months",
            "member_months.severe": f"{n * severe} member-months",
            "risk_score": f"{score} factor",
        }
        for n in (0, 1, 2)
    ]
    paid = [settle(clauses, figures).step("fee.risk_adjusted_fee").values[0] for figures in sets]
    assert paid[0] == 0
    assert paid[1] == (3 * mild + Decimal("12.5") * severe) * score
    assert paid[2] == 2 * paid[1]
    assert agrees_in_floats(clauses, sets[1])


@settings(max_examples=25, deadline=None)
@generated(months=MONTHS, added=MONTHS, removed=MONTHS)
def test_counting_only_removals_never_pays_more_than_counting_both(
    months: int, added: int, removed: int
) -> None:
    figures: dict[str, str | list[str]] = {
        "member_months": f"{months + removed} member-months",
        "months_added": f"{added} member-months",
        "months_removed": f"{removed} member-months",
    }
    removals, both, additions = (
        settle(fee(f'{FLAT}\nretroactive_changes = "{choice}"'), figures).amounts()[0]
        for choice in ("removals only", "additions and removals", "additions only")
    )
    assert 5 * months == removals <= both <= additions
