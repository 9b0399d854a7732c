"""Netting: pooled or each, some units upside only."""

import re
from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.model import Category
from fairterms.payment.models.netting import MODEL
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle

UNITS = ("hmo", "ppo")


def unit(name: str) -> str:
    return RESULT.replace('id = "result"', f'id = "{name}"\nreads = {{ cost = "{name}_cost" }}')


def netted(terms: str, units: tuple[str, ...] = UNITS) -> str:
    names = ", ".join(f'"{name}"' for name in units)
    clause = f'[[clause]]\nid = "net"\nmodel = "netting"\nof = [{names}]\n{terms}\n'
    declared = "".join(f'[[figure]]\nid = "{name}_cost"\nunit = "$"\n' for name in units)
    return declared + "".join(map(unit, units)) + clause


def figures(*results: Decimal | int, units: tuple[str, ...] = UNITS) -> dict[str, str]:
    return {f"{name}_cost": cost_for(x) for name, x in zip(units, results, strict=True)}


POOLED = 'level = "pooled"'
EACH = 'level = "each"'
HMO_UPSIDE = EACH + '\nupside_only = "hmo"'
BOTH_UPSIDE = EACH + '\nupside_only = ["hmo", "ppo"]'
RATES = '\nsharing_rate = "50 %"\nloss_rate = "80 %"'
NEVER_OWES = "\ntotal_upside_only = true"

CASES = {
    "pooled results are added": (POOLED, (100, -600), "-$500.00"),
    "two-sided units are added too": (EACH, (100, -600), "-$500.00"),
    "a floored loss offsets nothing": (HMO_UPSIDE, (-100, 600), "$600.00"),
    "a floored unit still gains": (HMO_UPSIDE, (100, -600), "-$500.00"),
    "the sum is taken after the floors": (BOTH_UPSIDE, (-100, -600), "$0.00"),
    "a pool is shared once": (POOLED + RATES, (100, -600), "-$400.00"),
    "each unit is shared by its own sign": (EACH + RATES, (100, -600), "-$430.00"),
    "a pool may be upside only": (POOLED + NEVER_OWES, (100, -600), "$0.00"),
    "an upside-only total still pays": (POOLED + NEVER_OWES, (700, -600), "$100.00"),
    "a total may be floored after its units": (HMO_UPSIDE + NEVER_OWES, (-1, -600), "$0.00"),
    "a total that is not upside only": (
        POOLED + "\ntotal_upside_only = false",
        (100, -600),
        "-$500.00",
    ),
    "nothing nets to nothing": (EACH + RATES, (0, 0), "$0.00"),
}


@pytest.mark.parametrize(("terms", "results", "after"), CASES.values(), ids=CASES.keys())
def test_results_are_netted_as_the_clause_says(
    terms: str, results: tuple[int, int], after: str
) -> None:
    clauses = netted(terms)
    assert problems(contract(clauses)) == ()
    assert amount(settle(clauses, figures(*results))) == after
    assert agrees_in_floats(clauses, figures(*results))


REGIONS = ("hmo_1", "hmo_2", "ppo_1", "ppo_2")
VARIANCES = (-450, 550, -300, -1_300)
"""Target − cost of each region of the example statement 101, with HMO Region 1's sign mended.

Source: HL7 Da Vinci Value-Based Performance Reporting, STU 1.1, MeasureReport 101 (CC0).
"""


def test_the_netting_levels_of_the_example_statement() -> None:
    by_cohort = figures(100, -600)
    by_region = figures(*VARIANCES, units=REGIONS)
    hmo_upside = EACH + '\nupside_only = ["hmo_1", "hmo_2"]'
    paid = {
        "pooled": amount(settle(netted(POOLED + RATES), by_cohort)),
        "cohort": amount(settle(netted(EACH + RATES), by_cohort)),
        "region": amount(settle(netted(EACH + RATES, REGIONS), by_region)),
        "region, HMO upside only": amount(settle(netted(hmo_upside + RATES, REGIONS), by_region)),
    }
    assert paid == {
        "pooled": "-$400.00",
        "cohort": "-$430.00",
        "region": "-$1,365.00",
        "region, HMO upside only": "-$1,005.00",
    }


def test_the_region_lines_are_the_printed_ones() -> None:
    worksheet = settle(netted(EACH + RATES, REGIONS), figures(*VARIANCES, units=REGIONS))
    lines = [amount(worksheet, f"counted_{name}") for name in REGIONS]
    assert lines == ["-$360.00", "$275.00", "-$240.00", "-$1,040.00"]


def test_a_step_of_an_earlier_clause_can_be_netted() -> None:
    clauses = netted(EACH).replace('of = ["hmo", "ppo"]', 'of = ["hmo.settlement", "ppo"]')
    worksheet = settle(clauses, figures(100, -600))
    assert amount(worksheet) == "-$500.00"
    assert amount(worksheet, "counted_hmo_settlement") == "$100.00"


@pytest.mark.parametrize(
    ("terms", "results", "gate", "bites"),
    [
        (HMO_UPSIDE, (-1, 5), "floor_hmo", True),
        (HMO_UPSIDE, (0, 5), "floor_hmo", False),
        (POOLED + NEVER_OWES, (-1, 0), "total_upside_only", True),
        (POOLED + NEVER_OWES, (0, 0), "total_upside_only", False),
    ],
)
def test_gates_say_which_floor_bit(
    terms: str, results: tuple[int, int], gate: str, *, bites: bool
) -> None:
    found = settle(netted(terms), figures(*results)).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == f"{'hmo' if gate == 'floor_hmo' else 'the total'} is not below 0"


CENTS = some.decimals(Decimal(-400_000), Decimal(400_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(CENTS, CENTS)
def test_a_floor_never_pays_less(one: Decimal, other: Decimal) -> None:
    known = figures(one, other)
    by_floors = [
        settle(netted(terms), known).amounts()[0] for terms in (EACH, HMO_UPSIDE, BOTH_UPSIDE)
    ]
    assert by_floors == sorted(by_floors)
    assert by_floors[0] == one + other
    assert by_floors[2] == max(one, Decimal(0)) + max(other, Decimal(0))


@settings(max_examples=25, deadline=None)
@generated(CENTS, CENTS)
def test_where_losses_are_shared_more_than_gains_pooling_never_pays_less(
    one: Decimal, other: Decimal
) -> None:
    pooled = settle(netted(POOLED + RATES), figures(one, other)).step("net").values[0]
    each = settle(netted(EACH + RATES), figures(one, other)).step("net").values[0]
    assert pooled >= each
    if one * other >= 0:
        assert pooled == each


@settings(max_examples=25, deadline=None)
@generated(CENTS, CENTS)
def test_twice_the_results_is_twice_the_net(one: Decimal, other: Decimal) -> None:
    clauses = netted(HMO_UPSIDE + RATES)
    once = settle(clauses, figures(one, other)).step("net").values[0]
    twice = settle(clauses, figures(2 * one, 2 * other)).step("net").values[0]
    assert twice == 2 * once
    assert agrees_in_floats(clauses, figures(one, other))


OBJECTIONS = {
    "one result": (EACH, ("hmo",), "one-result"),
    "one result, named twice": (EACH, ("hmo", "hmo"), "repeated-result"),
    "a sharing rate without a loss rate": (
        EACH + '\nsharing_rate = "50 %"',
        UNITS,
        "missing-number",
    ),
    "a loss rate without a sharing rate": (EACH + '\nloss_rate = "50 %"', UNITS, "missing-number"),
    "a floor inside a pool": (
        POOLED + '\nupside_only = "hmo"',
        UNITS,
        "floor-never-applies",
    ),
    "a floor for nobody": (EACH + '\nupside_only = ["hmo", "pop"]', UNITS, "unknown-name"),
    "no level": (RATES, UNITS, "missing-term"),
    "floors the contract does not state": (
        EACH + '\nupside_only = "not stated"',
        UNITS,
        "not-stated",
    ),
}


@pytest.mark.parametrize(("terms", "units", "code"), OBJECTIONS.values(), ids=OBJECTIONS.keys())
def test_terms_that_contradict_each_other_are_objected_to(
    terms: str, units: tuple[str, ...], code: str
) -> None:
    clauses = netted(terms, tuple(dict.fromkeys(units)))
    names = ", ".join(f'"{name}"' for name in units)
    clauses = re.sub(r"^of = .*$", f"of = [{names}]", clauses, flags=re.MULTILINE)
    assert [problem.code for problem in problems(contract(clauses))] == [code]


def test_a_modifier_has_no_category_of_its_own() -> None:
    assert MODEL.category(contract(netted(EACH)).clauses[-1]) == Category()


def test_a_clause_that_takes_no_result_is_objected_to() -> None:
    found = problems(contract(netted(EACH).replace('of = ["hmo", "ppo"]\n', "")))
    assert {problem.code for problem in found} == {"missing-of", "one-result"}


@pytest.mark.parametrize(
    ("given", "missing"), [("sharing_rate", "loss_rate"), ("loss_rate", "sharing_rate")]
)
def test_the_objection_names_the_rate_that_is_missing(given: str, missing: str) -> None:
    (problem,) = problems(contract(netted(f'{EACH}\n{given} = "50 %"')))
    assert problem.what == f"there is a {given} but no {missing}"
    assert problem.text == f'{given} = "50 %"'
    assert problem.fix == f'write {missing} ("0 %" if there is none), or ask the plan for it'
