"""Pay for performance: weights, ladder, must-pass, few patients, challenge pool; and Oregon's."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.models.pay_for_performance import MODEL
from fairterms.units.refusal import Refusal

Figures = dict[str, str | list[str]]
BUDGET = 'budget = "$100,000.00"'


def programme(rows: dict[str, str], terms: str = BUDGET) -> str:
    """Return a clause that pays on measures, each given with its cells, and their declarations."""
    declared = "".join(
        f'\n[[measure]]\nid = "{name}"\ndirection = "higher is better"\n' for name in rows
    )
    cells = "".join(
        f'\n[[clause.measures]]\nmeasure = "{name}"\ndirection = "higher is better"\n{row}\n'
        for name, row in rows.items()
    )
    return f'{declared}\n[[clause]]\nid = "quality"\nmodel = "pay_for_performance"\n{terms}\n{cells}'


def figures(**met: int | tuple[int, int]) -> Figures:
    """Return figures: of 100 patients, or (met, patients)."""
    found: Figures = {}
    for name, value in met.items():
        number, patients = value if isinstance(value, tuple) else (value, 100)
        found[f"{name}.numerator"] = f"{number} patients"
        found[f"{name}.denominator"] = f"{patients} patients"
    return found


def row(weight: int | None, more: str = "") -> str:
    """Return the cells of a measure that is met at 70 %."""
    weighed = f'weight = "{weight} %"\n' if weight is not None else ""
    return f'{weighed}benchmark = "70 %"\n{more}'


WEIGHED = {"a": row(50), "b": row(30), "c": row(20)}
LADDER = """ladder = [
  { at = "1 measure", share = "25 %" },
  { at = "2 measures", share = "60 %" },
  { at = "3 measures", share = "100 %" },
]"""
COUNTED = {"a": row(None), "b": row(None), "c": row(None)}

WEIGHTS = {
    "nothing met": (figures(a=0, b=0, c=69), "$0.00"),
    "everything met": (figures(a=70, b=70, c=70), "$100,000.00"),
    "each measure earns its weight": (figures(a=70, b=69, c=69), "$50,000.00"),
    "weights add up": (figures(a=69, b=70, c=70), "$50,000.00"),
    "more than the benchmark earns no more": (figures(a=100, b=0, c=0), "$50,000.00"),
}


@pytest.mark.parametrize(("given", "paid"), WEIGHTS.values(), ids=WEIGHTS.keys())
def test_each_measure_earns_its_weight_of_the_budget(given: Figures, paid: str) -> None:
    assert not problems(contract(programme(WEIGHED)))
    assert amount(settle(programme(WEIGHED), given)) == paid
    assert agrees_in_floats(programme(WEIGHED), given)


@pytest.mark.parametrize(("met", "paid"), [(0, 0), (1, 25_000), (2, 60_000), (3, 100_000)])
def test_a_ladder_pays_by_the_number_of_measures_met(met: int, paid: int) -> None:
    clauses = programme(COUNTED, f"{BUDGET}\n{LADDER}")
    given = figures(**{name: 70 if place < met else 69 for place, name in enumerate("abc")})
    assert not problems(contract(clauses))
    assert settle(clauses, given).amounts() == [paid]
    assert agrees_in_floats(clauses, given)
    gate = settle(clauses, given).gate("ladder")
    assert bool(gate.bites[0]) is (met < 3)
    assert gate.otherwise == "the top of the ladder is reached"


BUDGETS = {
    "dollars": ('budget = "$5,000.00"', "$5,000.00"),
    "per member-month": ('budget = "$1.50 PMPM"', "$18,000.00"),
    "a share of what the plan pays": ('budget = "2 % of revenue"', "$60,000.00"),
    "below the minimum": (
        'budget = "2 % of revenue"\nbudget_minimum = "$60,000.01"',
        "$60,000.01",
    ),
    "at the minimum": ('budget = "2 % of revenue"\nbudget_minimum = "$60,000.00"', "$60,000.00"),
    "above the minimum": ('budget = "2 % of revenue"\nbudget_minimum = "$59,999.99"', "$60,000.00"),
}
REVENUE = '\n[[figure]]\nid = "revenue"\nunit = "$"\n'


@pytest.mark.parametrize(("terms", "paid"), BUDGETS.values(), ids=BUDGETS.keys())
def test_the_budget_can_be_dollars_or_per_member_or_a_share(terms: str, paid: str) -> None:
    clauses = (REVENUE if "revenue" in terms else "") + programme({"a": row(100)}, terms)
    given = figures(a=70) | {"member_months": "12,000 member-months", "revenue": "$3,000,000.00"}
    assert not problems(contract(clauses))
    assert amount(settle(clauses, given)) == paid


@pytest.mark.parametrize(("least", "bites"), [("60,000.00", False), ("60,000.01", True)])
def test_the_gate_says_whether_the_minimum_of_the_budget_bit(least: str, *, bites: bool) -> None:
    clauses = programme({"a": row(100)}, f'budget = "$60,000.00"\nbudget_minimum = "${least}"')
    gate = settle(clauses, figures(a=70)).gate("budget_minimum")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "the budget is not below its minimum"


# Too few patients --------------------------------------------------------------------------------

FEW = {
    "a": row(50, 'minimum_denominator = "30 patients"'),
    "b": row(30),
    "c": row(20, 'minimum_denominator = "30 patients"'),
}
MOVES = "not scored, weight moves to the others"
LOST = "not scored, weight lost"
AS_MET = "scored as met"
TOO_FEW = {
    "the weight moves, and the others are met": (MOVES, (9, 29), 70, 70, "$100,000.00"),
    "the weight moves, and one of the others is met": (MOVES, (9, 29), 70, 0, "$60,000.00"),
    "the weight moves from two to one": (MOVES, (9, 29), 70, (29, 29), "$100,000.00"),
    "the weight is lost": (LOST, (29, 29), 70, 70, "$50,000.00"),
    "the measure counts as met": (AS_MET, (0, 29), 70, 0, "$80,000.00"),
    "enough patients count under any rule": (AS_MET, (0, 30), 70, 0, "$30,000.00"),
}


@pytest.mark.parametrize(("rule", "a", "b", "c", "paid"), TOO_FEW.values(), ids=TOO_FEW.keys())
def test_weights_of_unscored_measures_go_where_the_contract_says(
    rule: str, a: tuple[int, int], b: int, c: int | tuple[int, int], paid: str
) -> None:
    clauses = programme(FEW, f'{BUDGET}\nif_too_few = "{rule}"')
    given = figures(a=a, b=b, c=c)
    assert not problems(contract(clauses))
    assert amount(settle(clauses, given)) == paid
    assert agrees_in_floats(clauses, given)


def test_the_step_shows_how_much_weight_was_scored() -> None:
    sheet = settle(programme(FEW), figures(a=(9, 29), b=70, c=0))
    assert amount(sheet, "scored_weight") == "50 %"
    assert amount(sheet, "quality.points") == "60 %"


def test_on_a_ladder_unscored_measures_scale_the_number_met() -> None:
    few = 'minimum_denominator = "30 patients"'
    rows = {name: row(None, few) for name in "abc"}
    given = figures(a=(29, 29), b=70, c=0)
    for rule, paid in ((MOVES, 25_000), (LOST, 25_000), (AS_MET, 60_000)):
        clauses = programme(rows, f'{BUDGET}\n{LADDER}\nif_too_few = "{rule}"')
        assert settle(clauses, given).amounts() == [paid]
    clauses = programme(rows, f'{BUDGET}\n{LADDER}\nif_too_few = "{MOVES}"')
    assert settle(clauses, figures(a=(29, 29), b=70, c=70)).amounts() == [100_000]


# Must-pass ---------------------------------------------------------------------------------------

GUARDED = {"a": row(50, "must_pass = true"), "b": row(30), "c": row(20)}


@pytest.mark.parametrize(("met", "paid", "bites"), [(69, 0, True), (70, 80_000, False)])
def test_a_failed_must_pass_measure_costs_everything(met: int, paid: int, *, bites: bool) -> None:
    clauses = programme(GUARDED)
    assert not problems(contract(clauses))
    sheet = settle(clauses, figures(a=met, b=70, c=0))
    assert sheet.amounts() == [paid]
    gate = sheet.gate("must_pass")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "every must-pass measure is met"


def test_a_must_pass_measure_that_is_not_scored_cannot_be_failed() -> None:
    few = 'must_pass = true\nminimum_denominator = "30 patients"'
    clauses = programme({"a": row(50, few), "b": row(50)}, f'{BUDGET}\nif_too_few = "{LOST}"')
    assert settle(clauses, figures(a=(0, 29), b=70)).amounts() == [50_000]
    assert settle(clauses, figures(a=(0, 30), b=70)).amounts() == [0]


TOP = 'if_must_pass_fails = "the top of the ladder is lost"'


@pytest.mark.parametrize(
    ("a", "others", "paid"), [(0, 70, 60_000), (70, 70, 100_000), (70, 0, 25_000), (0, 0, 0)]
)
def test_a_failed_must_pass_measure_may_cost_only_the_top_of_the_ladder(
    a: int, others: int, paid: int
) -> None:
    rows = {"a": row(None, "must_pass = true"), "b": row(None), "c": row(None)}
    steep = LADDER.replace('"3 measures"', '"2 measures"').replace('"2 measures"', '"1 measure"', 1)
    steep = """ladder = [
  { at = "1 measure", share = "25 %" },
  { at = "2 measures", share = "60 %" },
  { at = "more than 2 measures", share = "100 %" },
]"""
    clauses = programme(rows, f"{BUDGET}\n{steep}\n{TOP}")
    given = figures(a=a, b=others, c=others)
    assert settle(clauses, given).amounts() == [paid]
