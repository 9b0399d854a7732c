"""Per gap or event: strata, limits for a member, and a limit in all."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.models.per_gap import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]


def gaps(terms: str) -> str:
    """Return a per-gap clause with these terms."""
    return f'[[clause]]\nid = "gaps"\nmodel = "per_gap"\n{terms}\n'


FIVE = """rates = [
  { stratum = "one", rate = "$20.00 per gap" },
  { stratum = "two", rate = "$50.00 per gap" },
  { stratum = "three", rate = "$100.00 per gap" },
  { stratum = "four", rate = "$200.00 per gap" },
  { stratum = "five_or_more", rate = "$300.00 per gap" },
]"""
STATEMENT_101: Figures = {
    "gaps_closed.one": "20 gaps",
    "gaps_closed.two": "30 gaps",
    "gaps_closed.three": "20 gaps",
    "gaps_closed.four": "10 gaps",
    "gaps_closed.five_or_more": "20 gaps",
}
FLAT = 'rate = "$75.00 per follow-up"'
TWO = """rates = [
  { stratum = "screening", rate = "$20.00 per gap" },
  { stratum = "followup", rate = "$50.00 per gap" },
]"""
MEMBERS: Figures = {
    "gaps_closed.screening": ["3 gaps", "1 gap", "0 gaps"],
    "gaps_closed.followup": ["1 gap", "0 gaps", "2 gaps"],
}

CASES: dict[str, tuple[str, Figures, str]] = {
    "statement 101: five strata add to 11,900": (FIVE, STATEMENT_101, "$11,900.00"),
    "one rate for all": (FLAT, {"gaps_closed": "40 follow-ups"}, "$3,000.00"),
    "below the limit": (
        f'{FLAT}\nlimit = "$3,000.01"',
        {"gaps_closed": "40 follow-ups"},
        "$3,000.00",
    ),
    "at the limit": (f'{FLAT}\nlimit = "$3,000.00"', {"gaps_closed": "40 follow-ups"}, "$3,000.00"),
    "above the limit": (
        f'{FLAT}\nlimit = "$2,999.99"',
        {"gaps_closed": "40 follow-ups"},
        "$2,999.99",
    ),
    "the lower of two limits applies": (
        f'{FLAT}\nlimit = ["$5,000.00", "$0.20 PMPM"]',
        {"gaps_closed": "40 follow-ups", "member_months": "12,000 member-months"},
        "$2,400.00",
    ),
    "one gap of each stratum for a member": (
        f'{TWO}\nlimit_per_member = "1 gap"',
        MEMBERS,
        "$140.00",
    ),
    "two gaps of each stratum for a member": (
        f'{TWO}\nlimit_per_member = "2 gaps"',
        MEMBERS,
        "$210.00",
    ),
    "so many dollars for a member": (
        f'{TWO}\nlimit_per_member = "$75.00 per member"',
        MEMBERS,
        "$170.00",
    ),
    "no members": (
        f'{TWO}\nlimit_per_member = "$75.00 per member"',
        {"gaps_closed.screening": [], "gaps_closed.followup": []},
        "$0.00",
    ),
    "dollars for a member, with one rate": (
        f'{FLAT}\nlimit_per_member = "$100.00 per member"',
        {"gaps_closed": ["1 follow-up", "2 follow-ups"]},
        "$175.00",
    ),
}


@pytest.mark.parametrize(("terms", "figures", "paid"), CASES.values(), ids=CASES.keys())
def test_closed_gaps_are_paid(terms: str, figures: Figures, paid: str) -> None:
    assert not problems(contract(gaps(terms)))
    assert amount(settle(gaps(terms), figures)) == paid
    assert agrees_in_floats(gaps(terms), figures)


def test_the_strata_add_up_to_the_whole() -> None:
    sheet = settle(gaps(FIVE), STATEMENT_101)
    names = [name.partition(".")[2] for name in STATEMENT_101]
    parts = [sheet.step(f"gaps.amount.{name}").values[0] for name in names]
    assert parts == [400, 1500, 2000, 2000, 6000]
    assert sheet.step("all_gaps").values[0] == sum(parts)


GATES = {
    "a member at the limit": ("3 gaps", "gaps.limit_per_member.screening", False),
    "a member above the limit": ("2 gaps", "gaps.limit_per_member.screening", True),
    "dollars at the limit": ("$110.00 per member", "gaps.limit_per_member", False),
    "dollars above the limit": ("$109.99 per member", "gaps.limit_per_member", True),
}


@pytest.mark.parametrize(("limit", "gate", "bites"), GATES.values(), ids=GATES.keys())
def test_the_gate_says_whether_a_member_was_above_the_limit(
    limit: str, gate: str, *, bites: bool
) -> None:
    found = settle(gaps(f'{TWO}\nlimit_per_member = "{limit}"'), MEMBERS).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == "no member is above the limit"


@pytest.mark.parametrize(("limit", "bites"), [("$3,000.00", False), ("$2,999.99", True)])
def test_the_gate_says_whether_the_sum_was_above_the_limit(limit: str, *, bites: bool) -> None:
    clauses = gaps(f'{FLAT}\nlimit = "{limit}"')
    gate = settle(clauses, {"gaps_closed": "40 follow-ups"}).gate("limit")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "the sum does not exceed the limit"


def test_visits_are_never_paid_as_gaps() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(gaps(FLAT), {"gaps_closed": "40 gaps"})
    assert refusal.value.what == "is given in gaps, but the clause gaps reads follow-ups"


def test_strata_with_different_numbers_of_members_are_refused() -> None:
    figures: Figures = {**MEMBERS, "gaps_closed.followup": ["1 gap", "0 gaps"]}
    with pytest.raises(Refusal) as refusal:
        settle(gaps(f'{TWO}\nlimit_per_member = "$75.00 per member"'), figures)
    assert refusal.value.what == "the strata list different numbers of members"


PROBLEMS = {
    "no rate": ('limit = "$5,000.00"', ["missing-number"]),
    "two sorts of rate": (f"{FLAT}\n{TWO}", ["two-rates"]),
    "a stratum twice": (TWO.replace("followup", "screening"), ["repeated-row"]),
    "a limit on something else": (f'{TWO}\nlimit_per_member = "1 visit"', ["wrong-unit"]),
    "a limit of a percentage of nothing": (f'{TWO}\nlimit = "2 %"', ["missing-base"]),
}


@pytest.mark.parametrize(("terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(terms: str, codes: list[str]) -> None:
    assert [found.code for found in problems(contract(gaps(terms)))] == codes


def test_it_is_a_quality_incentive() -> None:
    assert str(MODEL.category(contract(gaps(FLAT)).clauses[0])) == "LAN 2C, VBPR qip"


COUNTS = some.lists(some.tuples(some.integers(0, 9), some.integers(0, 9)), min_size=1, max_size=6)


def _listed(members: list[tuple[int, int]], times: int = 1) -> Figures:
    return {
        "gaps_closed.screening": [f"{times * first} gaps" for first, _ in members],
        "gaps_closed.followup": [f"{times * second} gaps" for _, second in members],
    }


@settings(max_examples=25, deadline=None)
@generated(members=COUNTS, limit=some.integers(0, 9), dollars=some.integers(0, 500))
def test_limits_agree_with_a_plain_slow_count(
    members: list[tuple[int, int]], limit: int, dollars: int
) -> None:
    in_gaps = gaps(f'{TWO}\nlimit_per_member = "{limit} gaps"')
    in_dollars = gaps(f'{TWO}\nlimit_per_member = "${dollars} per member"')
    counted = sum(20 * min(a, limit) + 50 * min(b, limit) for a, b in members)
    capped = sum(min(20 * a + 50 * b, dollars) for a, b in members)
    assert settle(in_gaps, _listed(members)).amounts()[0] == counted
    assert settle(in_dollars, _listed(members)).amounts()[0] == capped
    assert agrees_in_floats(in_dollars, _listed(members))


@settings(max_examples=25, deadline=None)
@generated(members=COUNTS, more=some.integers(1, 5), limit=some.decimals(0, 2_000, places=2))
def test_more_gaps_never_pay_less_and_never_above_the_limit(
    members: list[tuple[int, int]], more: int, limit: Decimal
) -> None:
    clauses = gaps(f'{TWO}\nlimit_per_member = "4 gaps"\nlimit = "${limit:,.2f}"')
    fewer = settle(clauses, _listed(members)).amounts()[0]
    later = settle(clauses, _listed([(a + more, b) for a, b in members])).amounts()[0]
    assert 0 <= fewer <= later <= limit


@settings(max_examples=25, deadline=None)
@generated(members=COUNTS)
def test_without_a_limit_twice_the_gaps_pay_twice(members: list[tuple[int, int]]) -> None:
    total = [sum(column) for column in zip(*members, strict=True)]
    once, twice = (
        settle(
            gaps(TWO),
            {
                "gaps_closed.screening": f"{times * total[0]} gaps",
                "gaps_closed.followup": f"{times * total[1]} gaps",
            },
        ).amounts()[0]
        for times in (1, 2)
    )
    assert twice == 2 * once
