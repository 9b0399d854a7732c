"""A utilization incentive: member-months × a rate by the change from a baseline."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.models.utilization_incentive import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]


def incentive(terms: str, direction: str = "fewer is better") -> str:
    """Return a utilization clause with these terms."""
    head = '[[clause]]\nid = "use"\nmodel = "utilization_incentive"\n'
    return f'{head}direction = "{direction}"\n{terms}\n'


def figures(events: int, months: int = 120_000) -> Figures:
    """Return events in the year against a baseline of 400 per 1,000 members a year."""
    return {
        "events": f"{events} admissions",
        "member_months": f"{months} member-months",
        "baseline_events": "2,000 admissions",
        "baseline_member_months": "60,000 member-months",
    }


YEARLY = 'per = "per 1,000 members a year"'
MONTHLY = 'per = "per 1,000 member-months"'
IN_PERCENT = """tiers = [
  { at = "5 %", rate = "$0.50 PMPM" },
  { at = "more than 10 %", rate = "$1.25 PMPM" },
]"""
IN_EVENTS = """tiers = [
  { at = "20 events", rate = "$0.50 PMPM" },
  { at = "40 events", rate = "$1.25 PMPM" },
]"""
STEPS = 'rate = "$0.10 PMPM"\nfor_each = "1 %"'
WHOLE = f'{STEPS}\npart_steps = "whole steps only"'
EVENT_STEPS = f'rate = "$0.02 PMPM"\nfor_each = "1 event"\n{YEARLY}'

CASES = {
    "below the first tier": (IN_PERCENT, 3_801, "$0.00"),
    "at the first tier, 5 % fewer": (IN_PERCENT, 3_800, "$60,000.00"),
    "beyond the first tier": (IN_PERCENT, 3_799, "$60,000.00"),
    "exactly 10 % is not more than 10 %": (IN_PERCENT, 3_600, "$60,000.00"),
    "more than 10 %": (IN_PERCENT, 3_599, "$150,000.00"),
    "one tier alone": ('tiers = [{ at = "5 %", rate = "$0.50 PMPM" }]', 3_800, "$60,000.00"),
    "no change": (IN_PERCENT, 4_000, "$0.00"),
    "a change for the worse": (IN_PERCENT, 4_400, "$0.00"),
    "20 fewer per 1,000 members a year": (f"{IN_EVENTS}\n{YEARLY}", 3_800, "$60,000.00"),
    "one event short of 20": (f"{IN_EVENTS}\n{YEARLY}", 3_801, "$0.00"),
    "one event beyond 20": (f"{IN_EVENTS}\n{YEARLY}", 3_799, "$60,000.00"),
    "20 fewer per 1,000 member-months is twelve times as much": (
        f"{IN_EVENTS}\n{MONTHLY}",
        3_800,
        "$0.00",
    ),
    "and it takes 2,400 admissions": (f"{IN_EVENTS}\n{MONTHLY}", 1_600, "$60,000.00"),
    "for each per cent": (STEPS, 3_800, "$60,000.00"),
    "part of a per cent counts in part": (STEPS, 3_790, "$63,000.00"),
    "only whole steps count": (WHOLE, 3_790, "$60,000.00"),
    "a whole step counts": (WHOLE, 3_760, "$72,000.00"),
    "a step for the worse pays nothing": (STEPS, 4_040, "$0.00"),
    "for each event per 1,000": (EVENT_STEPS, 3_800, "$48,000.00"),
    "at most the limit": (f'{STEPS}\nlimit = "$60,000.01"', 3_790, "$60,000.01"),
    "below the limit": (f'{STEPS}\nlimit = "$60,000.01"', 3_800, "$60,000.00"),
}


@pytest.mark.parametrize(("terms", "events", "paid"), CASES.values(), ids=CASES.keys())
def test_a_change_for_the_better_is_paid(terms: str, events: int, paid: str) -> None:
    assert not problems(contract(incentive(terms)))
    assert amount(settle(incentive(terms), figures(events))) == paid
    assert agrees_in_floats(incentive(terms), figures(events))


@pytest.mark.parametrize(
    ("events", "paid"),
    [(4_199, "$0.00"), (4_200, "$60,000.00"), (4_201, "$60,000.00"), (3_800, "$0.00")],
)
def test_where_more_is_better_more_is_paid(events: int, paid: str) -> None:
    clauses = incentive(IN_PERCENT, "more is better")
    assert amount(settle(clauses, figures(events))) == paid


def test_the_contract_may_name_the_baseline_itself() -> None:
    clauses = incentive(f'{IN_PERCENT}\n{YEARLY}\nbaseline = "420 events"')
    assert not problems(contract(clauses))
    wanted = set(survey(contract(clauses)).wanted)
    assert wanted == {"events", "member_months"}
    sheet = settle(clauses, figures(3_780))
    assert amount(sheet, "use.use") == "378 events"
    assert amount(sheet, "change_of_baseline") == "10 %"
    assert amount(sheet) == "$60,000.00"


def test_the_two_ways_to_count_differ_twelvefold() -> None:
    by_year, by_month = (
        settle(incentive(f"{IN_EVENTS}\n{per}"), figures(3_800)) for per in (YEARLY, MONTHLY)
    )
    assert by_year.step("change").values[0] == 20
    assert by_month.step("change").values[0] * 12 == pytest.approx(Decimal(20))
    assert by_year.step("baseline").values[0] == 400


def test_silence_about_how_use_is_counted_is_reported() -> None:
    assert survey(contract(incentive(IN_EVENTS))).silent == {
        ("use", "per"): "per 1,000 members a year"
    }


GATES = {
    "no change is not the wrong way": (4_000, "direction", False, "use did not move the wrong way"),
    "one more is the wrong way": (4_001, "direction", True, "use did not move the wrong way"),
    "a tier is reached": (3_800, "tiers", False, "a tier is reached"),
    "no tier is reached": (3_801, "tiers", True, "a tier is reached"),
    "at the limit": (3_800, "limit", False, "the amount does not exceed the limit"),
    "above the limit": (3_599, "limit", True, "the amount does not exceed the limit"),
}


@pytest.mark.parametrize(("events", "gate", "bites", "otherwise"), GATES.values(), ids=GATES.keys())
def test_the_gate_says_whether_it_bit(
    events: int, gate: str, *, bites: bool, otherwise: str
) -> None:
    clauses = incentive(f'{IN_PERCENT}\nlimit = "$60,000.00"')
    found = settle(clauses, figures(events)).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == otherwise


@pytest.mark.parametrize(("events", "bites"), [(3_760, False), (3_759, True), (3_800, False)])
def test_the_gate_says_whether_part_of_a_step_was_lost(events: int, *, bites: bool) -> None:
    gate = settle(incentive(WHOLE), figures(events)).gate("part_steps")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "the change is a whole number of steps"


def test_a_group_without_members_is_paid_nothing() -> None:
    for terms in (IN_PERCENT, STEPS, EVENT_STEPS):
        assert amount(settle(incentive(terms), figures(0, months=0))) == "$0.00"


def test_a_baseline_of_nothing_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(incentive(STEPS), {**figures(10), "baseline_events": "0 admissions"})
    assert refusal.value.subject == "the baseline use"
    with pytest.raises(Refusal) as refusal:
        settle(incentive(STEPS), {**figures(10), "baseline_member_months": "0 member-months"})
    assert refusal.value.subject == "baseline_member_months"


PROBLEMS = {
    "no rate": (YEARLY, ["missing-number"]),
    "two sorts of rate": (f"{IN_PERCENT}\n{STEPS}", ["two-rates"]),
    "a rate without its step": ('rate = "$0.10 PMPM"', ["missing-number"]),
    "tiers out of order": (IN_PERCENT.replace('"5 %"', '"15 %"'), ["rows-not-rising"]),
    "a better change that pays less": (IN_PERCENT.replace("1.25", "0.25"), ["shares-falling"]),
    "tiers in two units": (IN_PERCENT.replace('"5 %"', '"5 events"'), ["mixed-units"]),
    "a tier without a rate": ('tiers = [{ at = "5 %" }]', ["missing-number"]),
    "a tier without a change": ('tiers = [{ rate = "$0.50 PMPM" }]', ["missing-number"]),
    "a limit that is a share of nothing": (f'{STEPS}\nlimit = "5 %"', ["missing-base"]),
    "part of steps where there are none": (
        f'{IN_PERCENT}\npart_steps = "whole steps only"',
        ["unread-term"],
    ),
}


@pytest.mark.parametrize(("terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(terms: str, codes: list[str]) -> None:
    assert [found.code for found in problems(contract(incentive(terms)))] == codes


def test_the_lower_of_two_limits_applies() -> None:
    clauses = incentive(f'{STEPS}\nlimit = ["$50,000.00", "$0.25 PMPM"]')
    assert not problems(contract(clauses))
    assert amount(settle(clauses, figures(3_790))) == "$30,000.00"


def test_the_direction_is_never_assumed() -> None:
    clauses = incentive(STEPS).replace('direction = "fewer is better"\n', "")
    assert [found.code for found in problems(contract(clauses))] == ["missing-term"]


def test_it_is_a_utilization_based_incentive() -> None:
    assert str(MODEL.category(contract(incentive(STEPS)).clauses[0])) == "LAN 2C, VBPR ubip"


EVENTS = some.integers(0, 8_000)


@settings(max_examples=25, deadline=None)
@generated(
    events=EVENTS, fewer=EVENTS, terms=some.sampled_from([IN_PERCENT, IN_EVENTS, STEPS, WHOLE])
)
def test_fewer_events_never_pay_less(events: int, fewer: int, terms: str) -> None:
    more, less = max(events, fewer), min(events, fewer)
    clauses = incentive(f'{terms}\nlimit = "$900,000.00"')
    worse, better = (settle(clauses, figures(n)).amounts()[0] for n in (more, less))
    assert 0 <= worse <= better <= 900_000


@settings(max_examples=25, deadline=None)
@generated(events=EVENTS, months=some.integers(1, 500_000))
def test_twice_the_panel_at_the_same_use_pays_twice(events: int, months: int) -> None:
    once, twice = (
        settle(incentive(STEPS), figures(n * events, n * months)).step("use.amount").values[0]
        for n in (1, 2)
    )
    assert twice == pytest.approx(2 * once, abs=Decimal("1e-20"))
    assert agrees_in_floats(incentive(STEPS), figures(events, months))
