"""Formula: steps of arithmetic, their units, and what a clause made of them pays."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.book import Given
from fairterms.payment.evaluation import paying_clauses, run, survey
from fairterms.payment.model import Category
from fairterms.payment.models.formula import LAN, MODEL, VBPR
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, given, settle

FIGURES = """
[[figure]]
id = "cost"
unit = "$"

[[figure]]
id = "member_months"
unit = "member-months"

[[figure]]
id = "visits"
unit = "visits"
"""
YEAR = {
    "cost": "$400,000.00",
    "member_months": "10,000 member-months",
    "visits": "1,250 visits",
}


def formula(*steps: tuple[str, str], more: str = "", name: str = "f") -> str:
    """Return a clause of steps (name, value)."""
    rows = ",\n".join(f'    {{ name = "{step}", value = "{value}" }}' for step, value in steps)
    return f'[[clause]]\nid = "{name}"\nmodel = "formula"\nsteps = [\n{rows}\n]\n{more}\n'


BUDGET = ("budget", "= $41.20 PMPM * member_months")
LEFT = ("left", "= max(0, budget - cost)")
SHARE = ("share", "= left * 50 %")
SAVINGS = FIGURES.partition('[[figure]]\nid = "visits"')[0] + formula(BUDGET, LEFT, SHARE)

CASES = {
    "steps are worked out one after another": (formula(BUDGET, LEFT, SHARE), "6000"),
    "a single step is enough": (formula(("fee", "= $12.50 per visit * visits")), "15625"),
    "a step may be a plain amount": (formula(("flat", "$5,000.00")), "5000"),
    "an equals sign may be left out": (formula(("fee", "min(cost, $1,000.00)")), "1000"),
    "a later step may read two earlier ones": (
        formula(BUDGET, ("over", "= cost - budget"), ("net", "= over * 2 + budget")),
        "388000",
    ),
    "a tier pays by what is reached": (
        formula(("fee", "= tier(visits; 1,000 visits: $100.00; 1,250 visits: $250.00)")),
        "250",
    ),
    "a choice pays by a comparison": (
        formula(("fee", "= if(visits > 1,250 visits, $100.00, $50.00)")),
        "50",
    ),
    "a rate may be rounded on the way": (
        formula(("fee", "= round($10.005 PMPM, $0.01 PMPM, half up) * member_months")),
        "100100",
    ),
    "a group may owe": (formula(("owed", "= 0 - cost * 1 %")), "-4000"),
}


def pays(clauses: str, figures: dict[str, str], kind: NumberKind = EXACT) -> Decimal:
    return Decimal(settle(clauses, figures, kind).payable.values[0]).quantize(Decimal("0.01"))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_steps_say(clauses: str, paid: str, kind: NumberKind) -> None:
    assert pays(FIGURES + clauses, YEAR, kind) == Decimal(paid)


def test_a_sound_formula_binds() -> None:
    assert problems(contract(SAVINGS)) == ()


def test_each_step_shows_its_words_or_its_formula() -> None:
    worded = SAVINGS.replace('* 50 %" }', '* 50 %", words = "half of what is left" }')
    assert problems(contract(worded)) == ()
    worksheet = settle(worded, YEAR)
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    assert shown == {
        "budget": ("$412,000.00", "$41.20 PMPM * member_months"),
        "left": ("$12,000.00", "max(0, budget - cost)"),
        "share": ("$6,000.00", "half of what is left"),
        "payable": ("$6,000.00", "f, to the cent, half up"),
    }
    assert worksheet.step("left").figures == ("budget", "cost")


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("= cost / member_months", "dollars PMPM"),
        ("= visits * 2", "visits"),
        ("= visits / visits", "factor"),
        ("= cost / visits", "dollars per visit"),
        ("= round(visits * 0.5, 1 visit, down)", "visits"),
        ("= 2 %", "factor"),
        ("= tier(cost; $1.00: 3 visits)", "visits"),
        ("1,000 visits", "visits"),
        ("cost", "dollars"),
    ],
)
def test_the_unit_of_a_step_is_worked_out(value: str, unit: str) -> None:
    clauses = FIGURES + formula(("figure", value), more="pays = false")
    assert str(settle(clauses, YEAR).step("figure").unit) == unit


def test_a_step_may_be_a_table() -> None:
    table = '{ by = "visits", rows = [["0 visits", "$0.00"], ["1,000 visits", "$75.00"]] }'
    fee = formula(("fee", "TABLE")).replace('"TABLE"', table)
    assert problems(contract(fee)) == ()
    assert pays(fee, YEAR) == 75


def test_a_figure_pays_nothing_and_is_read_by_other_clauses() -> None:
    net = formula(("net", "= cost - $100,000.00"), more="pays = false", name="net_cost")
    savings = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$400,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
reads = { cost = "net_cost" }
"""
    assert paying_clauses(contract(FIGURES + net)) == ()
    assert amount(settle(FIGURES + net, YEAR)) == "$0.00"
    assert amount(settle(FIGURES + net + savings, YEAR)) == "$50,000.00"


def test_it_may_read_earlier_clauses_and_their_steps() -> None:
    first = formula(BUDGET, LEFT, name="first")
    second = formula(("more", "= first * 10 % + first.budget * 1 %"), name="second")
    assert pays(FIGURES + first + second, YEAR) == 12_000 + 1_200 + 4_120


def test_it_replaces_the_result_it_takes_over() -> None:
    first = formula(BUDGET, LEFT, name="first")
    half = formula(("half", "= first / 2"), name="second", more='of = "first"')
    assert pays(FIGURES + first + half, YEAR) == 6_000


TO_DOLLARS = (
    "write pays = false when it prepares a figure, or add the step that works out the dollars"
)


@pytest.mark.parametrize(
    ("steps", "what", "fix"),
    [
        (
            (("sum", "= cost + visits"),),
            "f.sum: mixes units: dollars and visits cannot be added or compared",
            "mend the formula",
        ),
        (
            (BUDGET, ("number", "= visits * 2")),
            "f: pays its last step, which is in visits and not in dollars",
            TO_DOLLARS,
        ),
        (
            (("square", "= cost * cost"),),
            "f: pays its last step, which is not in dollars",
            TO_DOLLARS,
        ),
        (
            (("rate", "= cost / (visits - 1,250 visits) * 1 visit"),),
            "a divisor in the clause f: is zero, and something is divided by it",
            "check the figures, or write if(x > 0, …, …) around it",
        ),
    ],
    ids=["mixed", "not dollars", "squared", "divided by nothing"],
)
def test_a_formula_without_meaning_is_refused(
    steps: tuple[tuple[str, str], ...], what: str, fix: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        settle(FIGURES + formula(*steps), YEAR)
    assert str(refusal.value).split("\n") == [
        what,
        "      why: the clause f cannot be worked out with it",
        f"      fix: {fix}",
    ]


def test_a_step_of_no_unit_of_ours_may_be_passed_on() -> None:
    steps = (
        ("visits_each", "= visits / member_months"),
        ("fee", "= visits_each * member_months * $1.00 per visit"),
    )
    assert pays(FIGURES + formula(*steps), YEAR) == 1250


def test_a_figure_whose_unit_is_not_known_is_not_objected_to() -> None:
    figures = {name: Given(one.values) for name, one in given(YEAR, EXACT).items()}
    worksheet = run(contract(FIGURES + formula(BUDGET, LEFT, SHARE)), figures, 1)
    assert amount(worksheet) == "$6,000.00"


def test_a_name_that_stands_for_nothing_is_found_before_anything_is_settled() -> None:
    assert survey(contract(formula(("fee", "= nothing_of_that_name * 2")))).unknown == (
        ("f", "nothing_of_that_name"),
    )


def test_steps_that_are_not_stated_are_a_problem_and_are_not_settled() -> None:
    silent = '[[clause]]\nid = "f"\nmodel = "formula"\nsteps = "not stated"\n'
    assert [problem.code for problem in problems(contract(silent))] == ["not-stated"]
    with pytest.raises(Refusal, match=r"f\.steps: the contract does not state it"):
        settle(silent, {})


def test_a_number_that_is_not_stated_is_refused() -> None:
    with pytest.raises(Refusal, match="the contract does not state it"):
        settle(formula(("fee", "not stated")), {})
    assert survey(contract(formula(("fee", "not stated")))).worksheet.payable.unit is not None


whole = some.integers(0, 9_000_000)


@settings(max_examples=25, deadline=None)
@generated(cost=whole, months=some.integers(0, 90_000))
def test_exact_and_float_agree(cost: int, months: int) -> None:
    figures = {"cost": f"${cost}", "member_months": f"{months} member-months"}
    exact, floats = (
        settle(SAVINGS, figures, kind).step("share").values[0] for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@settings(max_examples=25, deadline=None)
@generated(cost=whole, months=some.integers(0, 90_000))
def test_it_becomes_shared_savings_written_out(cost: int, months: int) -> None:
    known = """
[[clause]]
id = "f"
model = "shared_savings"
benchmark = "$41.20 PMPM"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
"""
    figures = {"cost": f"${cost}", "member_months": f"{months} member-months"}
    assert pays(SAVINGS, figures) == pays(known, figures)


@pytest.mark.parametrize(
    ("clauses", "whats"),
    [
        (
            formula(("a", "= 1"), ("a", "= 2")),
            ['2 steps are called "a"'],
        ),
        (formula(("my step", "= $1.00")), ['"my step" cannot name a step']),
        (
            formula(("a", "this is not arithmetic")),
            ['the step "a" cannot be read: "is" was not expected'],
        ),
        (
            formula(("a", "= b * 2"), ("b", "= $1.00")),
            ['the step "a" reads "b", which is worked out later'],
        ),
        (formula(("a", "= a * 2")), ['the step "a" reads "a", which is worked out later']),
        (
            formula(("a", "= $1.00"), ("b", "= a + 3 visits")),
            ['in the step "b", dollars and visits cannot be added or compared'],
        ),
        (
            formula(("a", "= $1.00"), more='of = "savings"'),
            ['the clause takes the result of "savings", but no step reads it'],
        ),
        (formula().replace("[\n\n]", '[{ value = "= 1" }]'), ['"" cannot name a step']),
        (formula().replace("[\n\n]", '[{ name = "a" }]'), ['the step "a" has no formula']),
        (
            formula().replace("[\n\n]", '[{ name = "a", value = true }]'),
            ['the step "a" has no formula'],
        ),
    ],
)
def test_steps_that_cannot_be_worked_out_are_objected_to(clauses: str, whats: list[str]) -> None:
    clause = contract(clauses).clause("f")
    assert [objection.what for objection in MODEL.check(clause)] == whats


@pytest.mark.parametrize("cell", ["name", "value"])
def test_a_step_needs_its_name_and_its_value(cell: str) -> None:
    left = {"name": 'value = "= $1.00"', "value": 'name = "a"'}[cell]
    found = problems(contract(formula().replace("[\n\n]", f"[{{ {left} }}]")))
    assert f"steps, row 1: there is no {cell}" in "\n".join(one.what for one in found)


def test_sound_steps_are_not_objected_to() -> None:
    taking = formula(("half", "= first / 2"), more='of = "first"')
    of_a_step = formula(("half", "= first.left / 2"), more='of = "first"')
    for clauses in (SAVINGS, taking, of_a_step, formula(("fee", "not stated"))):
        assert not list(MODEL.check(contract(clauses).clause("f")))


@pytest.mark.parametrize("name", ["steps"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(formula(("a", "= $1.00")))
    silent = whole.replacing(whole.clause("f").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "f" has no {name}'
    ]


def test_its_author_says_how_it_is_classed() -> None:
    named = contract(formula(("a", "= $1.00"), more='lan = "LAN 3A"\nvbpr = "ssp"'))
    assert problems(named) == ()
    assert MODEL.category(named.clause("f")) == Category("3A", "ssp")
    assert str(MODEL.category(contract(SAVINGS).clause("f"))) == "no LAN category, no VBPR code"


@pytest.mark.parametrize("lan", LAN)
def test_every_category_can_be_written(lan: str) -> None:
    named = contract(formula(("a", "= $1.00"), more=f'lan = "{lan}"'))
    assert problems(named) == ()
    assert str(MODEL.category(named.clause("f"))).startswith(lan)


def test_every_code_is_one_word_once() -> None:
    assert len(set(VBPR)) == len(VBPR) == 16
    assert all(code == code.strip().lower() for code in VBPR)


TABLE = """
[[clause]]
id = "f"
model = "formula"
pays = false
steps = [
  { name = "rate", value = { by = "visits", interpolate = true, rows = [
    ["1,000 visits", "$40.00 PMPM"], ["2,000 visits", "$60.00 PMPM"],
  ] } },
  { name = "fee", value = "= rate * member_months" },
]
"""


def test_a_step_may_be_looked_up_in_a_table_and_has_the_unit_of_its_rows() -> None:
    assert problems(contract(FIGURES.replace('id = "cost"', 'id = "rent"') + TABLE))[0].what == (
        'no clause reads the figure "rent"'
    )
    worksheet = settle(TABLE, YEAR)
    assert amount(worksheet, "f.rate") == "$45.00 PMPM"
    assert amount(worksheet, "f.fee") == "$450,000.00"


def test_a_looked_up_step_does_not_add_up_with_another_unit() -> None:
    mixed = TABLE.replace("rate * member_months", "rate + 5 visits")
    clause = contract(mixed).clause("f")
    assert [objection.code for objection in MODEL.check(clause)] == ["mixed-units"]


def test_a_division_in_the_branch_not_taken_is_not_refused() -> None:
    guarded = formula(("mean", "if(visits > 0 visits, cost / visits, $0.00 per visit) * 2 visits"))
    assert pays(FIGURES + guarded, YEAR) == 640
    assert pays(FIGURES + guarded, {**YEAR, "visits": "0 visits"}) == 0
