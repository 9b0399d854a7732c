"""Pay for performance: weights, ladder, must-pass, few patients, challenge pool; and Oregon's."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.models.pay_for_performance import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

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
    return (
        f'{declared}\n[[clause]]\nid = "quality"\nmodel = "pay_for_performance"\n{terms}\n{cells}'
    )


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


SHORT = """ladder = [
  { at = "1 measure", share = "25 %" },
  { at = "2 measures", share = "100 %" },
]"""


@pytest.mark.parametrize(
    ("a", "b", "c", "paid"),
    [
        (0, 70, 70, 25_000),
        (70, 70, 0, 100_000),
        (70, 0, 0, 25_000),
        (0, 0, 70, 25_000),
        (0, 0, 0, 0),
    ],
)
def test_a_failed_must_pass_measure_may_cost_only_the_top_of_the_ladder(
    a: int, b: int, c: int, paid: int
) -> None:
    rows = {"a": row(None, "must_pass = true"), "b": row(None), "c": row(None)}
    clauses = programme(rows, f"{BUDGET}\n{SHORT}\n{TOP}")
    assert not problems(contract(clauses))
    assert settle(clauses, figures(a=a, b=b, c=c)).amounts() == [paid]


# Challenge pool ----------------------------------------------------------------------------------

OWN = f'{BUDGET}\nchallenge_pool = "own unearned money"'
ALL = f'{BUDGET}\nchallenge_pool = "unearned money of all groups"'
CHALLENGED = {
    "a": row(50),
    "b": row(30, "challenge = true"),
    "c": row(20, "challenge = true"),
}


@pytest.mark.parametrize(
    ("a", "b", "c", "paid"),
    [
        (0, 70, 70, 100_000),  # 50,000 earned, 50,000 unearned, both challenges met
        (0, 70, 0, 65_000),  # 30,000 earned, half of the 70,000 unearned
        (70, 0, 0, 50_000),  # no challenge met
        (70, 70, 70, 100_000),  # nothing is left to win
    ],
)
def test_own_unearned_money_can_be_won_back(a: int, b: int, c: int, paid: int) -> None:
    clauses, given = programme(CHALLENGED, OWN), figures(a=a, b=b, c=c)
    assert not problems(contract(clauses))
    sheet = settle(clauses, given)
    assert sheet.amounts() == [paid]
    earned, won = (sheet.step(name).values[0] for name in ("quality.earned", "challenge_payment"))
    assert earned + won == paid
    assert bool(sheet.gate("quality.challenge_pool").bites[0]) is (b + c < 140)
    assert sheet.gate("quality.challenge_pool").otherwise == "every challenge measure is met"
    assert agrees_in_floats(clauses, given)


POOL: Figures = {
    "unearned_by_all": "$1,000,000.00",
    "members": "5,000 members",
    "members_of_all": "100,000 members",
}


@pytest.mark.parametrize(("b", "paid"), [(70, 50_000 + 50_000), (0, 20_000 + 25_000)])
def test_money_all_groups_left_is_won_by_share_of_members(b: int, paid: int) -> None:
    clauses, given = programme(CHALLENGED, ALL), figures(a=0, b=b, c=70) | POOL
    assert not problems(contract(clauses))
    assert settle(clauses, given).amounts() == [paid]
    assert agrees_in_floats(clauses, given)


def test_a_group_that_is_alone_can_win_all_that_was_left() -> None:
    given = figures(a=0, b=70, c=70) | POOL | {"members": "100,000 members"}
    assert settle(programme(CHALLENGED, ALL), given).amounts() == [50_000 + 1_000_000]


def test_a_group_larger_than_all_groups_is_refused() -> None:
    given = figures(a=0, b=70, c=70) | POOL | {"members": "100,001 members"}
    with pytest.raises(Refusal) as refusal:
        settle(programme(CHALLENGED, ALL), given)
    assert refusal.value.subject == "members_of_all"


def test_a_failed_must_pass_measure_closes_the_challenge_pool_too() -> None:
    rows = CHALLENGED | {"a": row(50, "must_pass = true")}
    assert settle(programme(rows, OWN), figures(a=0, b=70, c=70)).amounts() == [0]


def test_an_unscored_challenge_measure_counts_only_where_its_weight_is_lost() -> None:
    few = 'challenge = true\nminimum_denominator = "30 patients"'
    rows = CHALLENGED | {"b": row(30, few)}
    given = figures(a=0, b=(0, 9), c=70)
    moved = settle(programme(rows, f'{OWN}\nif_too_few = "{MOVES}"'), given)
    lost = settle(programme(rows, f'{OWN}\nif_too_few = "{LOST}"'), given)
    assert amount(moved, "challenge_won") == "100 %"
    assert amount(lost, "challenge_won") == "50 %"


# Oregon's design against a plain slow twin -------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """One measure of one group, in whole per cents."""

    met: int
    patients: int
    baseline: int
    benchmark: int
    is_must_pass: bool
    is_challenge: bool

    @property
    def is_met(self) -> bool:
        """Met by the benchmark, or by closing a tenth of the own gap and at least 3 points."""
        rate = Fraction(self.met, self.patients)
        baseline, benchmark = Fraction(self.baseline, 100), Fraction(self.benchmark, 100)
        wanted = max((benchmark - baseline) / 10, Fraction(3, 100))
        return rate >= benchmark or rate >= baseline + wanted

    def cells(self) -> str:
        """Return the measure's row."""
        return (
            f'benchmark = "{self.benchmark} %"\ngap_share = "10 %"\n'
            'minimum_points = "3 percentage points"\n'
            f"must_pass = {str(self.is_must_pass).lower()}\n"
            f"challenge = {str(self.is_challenge).lower()}"
        )


RUNGS = {1: 10, 4: 30, 8: 60, 12: 100}


def oregon(results: list[Result], payments: int) -> Fraction:
    """Work out the payment the slow way."""
    met = [result.is_met for result in results]
    passed = all(result.is_met for result in results if result.is_must_pass)
    share = 0
    for at, percent in RUNGS.items():
        if sum(met) >= at and (at < 12 or passed):
            share = percent
    budget = max(Fraction(2, 100) * payments, Fraction(50_000))
    challenges = [result.is_met for result in results if result.is_challenge]
    pool = Fraction(1_000_000 * 5_000, 100_000)
    return budget * share / 100 + pool * Fraction(sum(challenges), len(challenges))


@some.composite
def sixteen(draw: some.DrawFn) -> list[Result]:
    """Draw sixteen measures, often exactly at a target, with two must-pass and four challenges."""
    found = []
    for place in range(16):
        baseline, benchmark = draw(some.integers(0, 90)), draw(some.integers(10, 95))
        at = max(baseline + 3, (9 * baseline + benchmark) // 10)
        met = draw(some.one_of(some.sampled_from([at, benchmark, at - 1]), some.integers(0, 100)))
        result = Result(
            max(0, min(100, met)), 100, baseline, benchmark, place in {3, 7}, place >= 12
        )
        found.append(result)
    return found


@settings(max_examples=16, deadline=None)
@generated(results=sixteen(), payments=some.integers(0, 20_000_000))
def test_oregons_design_pays_what_a_plain_slow_twin_pays(
    results: list[Result], payments: int
) -> None:
    rungs = ", ".join(f'{{ at = "{at} measures", share = "{pay} %" }}' for at, pay in RUNGS.items())
    terms = f"""budget = "2 % of payments"
budget_minimum = "$50,000.00"
ladder = [{rungs}]
{TOP}
challenge_pool = "unearned money of all groups"
"""
    names = {f"m{place}": result for place, result in enumerate(results)}
    clauses = '\n[[figure]]\nid = "payments"\nunit = "$"\n' + programme(
        {name: result.cells() for name, result in names.items()}, terms
    )
    given = figures(**{name: (one.met, one.patients) for name, one in names.items()}) | POOL
    given["payments"] = f"${payments:,}.00"
    for name, result in names.items():
        given[f"{name}.baseline"] = f"{result.baseline} %"
    paid = settle(clauses, given).step("quality").values[0]
    assert Fraction(paid) == oregon(results, payments)


# What is impossible ------------------------------------------------------------------------------

PROBLEMS: dict[str, tuple[dict[str, str], str, list[str]]] = {
    "weights below 100 %": ({"a": row(50), "b": row(49)}, BUDGET, ["weights"]),
    "weights above 100 %": ({"a": row(50), "b": row(51)}, BUDGET, ["weights"]),
    "a measure without a weight": ({"a": row(50), "b": row(None)}, BUDGET, ["missing-number"]),
    "weights beside a ladder": (WEIGHED, f"{BUDGET}\n{LADDER}", ["two-rates"]),
    "a ladder that falls": (
        COUNTED,
        f"{BUDGET}\n{LADDER.replace('60 %', '20 %')}",
        ["shares-falling"],
    ),
    "a ladder nobody can climb": (
        COUNTED,
        f"{BUDGET}\n{LADDER.replace('3 measures', '4 measures')}",
        ["out-of-reach"],
    ),
    "the top of no ladder": (GUARDED, f"{BUDGET}\n{TOP}", ["missing-term"]),
    "a challenge pool without challenges": (WEIGHED, OWN, ["missing-term"]),
    "challenges without a pool": (CHALLENGED, BUDGET, ["missing-term"]),
    "a step of the ladder that earns nothing stated": (
        COUNTED,
        f'{BUDGET}\nladder = [{{ at = "2 measures" }}]',
        ["missing-number"],
    ),
    "a step of the ladder at no number": (
        COUNTED,
        f'{BUDGET}\nladder = [{{ share = "60 %" }}]',
        ["missing-number"],
    ),
    "no measures": ({}, BUDGET, ["missing-term"]),
    "a measure without a target": ({"a": 'weight = "100 %"'}, BUDGET, ["missing-number"]),
    "improvement only, beside tiers": (
        {
            "a": 'weight = "100 %"\nminimum_points = "5 percentage points"\n'
            'improvement_share = "40 %"\ntiers = [{ at = "60 %", share = "50 %" }]'
        },
        f'{BUDGET}\nimprovement = "improvement only"',
        ["unread-term"],
    ),
    "no budget": (WEIGHED, "", ["missing-number"]),
    "a budget that is a share of nothing": (WEIGHED, 'budget = "2 %"', ["missing-base"]),
    "a rule for few patients that nothing reads": (
        WEIGHED,
        f'{BUDGET}\nif_too_few = "{LOST}"',
        ["unread-term"],
    ),
}


@pytest.mark.parametrize(("rows", "terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(
    rows: dict[str, str], terms: str, codes: list[str]
) -> None:
    assert [found.code for found in problems(contract(programme(rows, terms)))] == codes


def test_the_sum_of_the_weights_is_said() -> None:
    (found,) = problems(contract(programme({"a": row(50), "b": row(49)})))
    assert found.what == "the weights add up to 99 %, not to 100 %"


def test_a_measure_that_stands_twice_is_a_problem() -> None:
    clauses = programme({"a": row(50), "b": row(50)}).replace('measure = "b"', 'measure = "a"')
    assert "repeated-row" in [found.code for found in problems(contract(clauses))]


def test_silence_about_a_failed_must_pass_measure_is_reported() -> None:
    assert survey(contract(programme(GUARDED))).silent == {
        ("quality", "if_must_pass_fails"): "nothing is paid"
    }


def test_it_is_pay_for_performance() -> None:
    assert str(MODEL.category(contract(programme(WEIGHED)).clauses[0])) == "LAN 2C, VBPR p4p"


PATIENTS = some.integers(0, 100)


@settings(max_examples=25, deadline=None)
@generated(
    met=some.tuples(PATIENTS, PATIENTS, PATIENTS),
    more=some.tuples(PATIENTS, PATIENTS, PATIENTS),
    rows=some.sampled_from([WEIGHED, GUARDED, CHALLENGED]),
)
def test_better_rates_never_pay_less_and_never_above_the_budget(
    met: tuple[int, int, int], more: tuple[int, int, int], rows: dict[str, str]
) -> None:
    clauses = programme(rows, OWN if rows is CHALLENGED else BUDGET)
    worse = figures(**dict(zip("abc", met, strict=True)))
    better = figures(**dict(zip("abc", map(max, met, more), strict=True)))
    less, paid = (settle(clauses, given).amounts()[0] for given in (worse, better))
    assert 0 <= less <= paid <= 100_000
    assert agrees_in_floats(clauses, worse)


@settings(max_examples=25, deadline=None)
@generated(met=some.tuples(PATIENTS, PATIENTS, PATIENTS), months=some.integers(0, 200_000))
def test_twice_the_members_at_the_same_rates_pay_twice(
    met: tuple[int, int, int], months: int
) -> None:
    clauses = programme(WEIGHED, 'budget = "$1.25 PMPM"')
    once, twice = (
        settle(
            clauses,
            figures(a=(n * met[0], n * 100), b=(n * met[1], n * 100), c=(n * met[2], n * 100))
            | {"member_months": f"{n * months} member-months"},
        )
        .step("quality")
        .values[0]
        for n in (1, 2)
    )
    assert twice == 2 * once


def test_a_group_without_members_is_paid_nothing() -> None:
    clauses = programme(WEIGHED, 'budget = "$1.25 PMPM"')
    given = figures(a=70, b=70, c=70) | {"member_months": "0 member-months"}
    assert amount(settle(clauses, given)) == "$0.00"
