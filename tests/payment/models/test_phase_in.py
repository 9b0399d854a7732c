"""A phase-in: only a share of the downside, or upside, applies in the first years."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import run
from fairterms.payment.model import Category
from fairterms.payment.models.phase_in import MODEL
from fairterms.units.number import EXACT
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, given, settle


def phased(terms: str) -> str:
    return RESULT + f'[[clause]]\nid = "phased"\nmodel = "phase_in"\nof = "result"\n{terms}\n'


HALF_DOWN = 'downside_share = "50 %"'
NO_DOWN = 'downside_share = "0 %"'
BOTH = 'downside_share = "25 %"\nupside_share = "80 %"'
BY_YEAR = (
    'downside_share = { by = "performance_year", rows = '
    '[["1 year", "0 %"], ["2 years", "50 %"], ["3 years", "100 %"]] }'
)

CASES = {
    "half of a loss applies": (HALF_DOWN, -10_000, "-$5,000.00"),
    "gains are paid in full without an upside share": (HALF_DOWN, 10_000, "$10,000.00"),
    "a first year without downside owes nothing": (NO_DOWN, -10_000, "$0.00"),
    "an upside share holds gains back": (BOTH, 10_000, "$8,000.00"),
    "each side has its own share": (BOTH, -10_000, "-$2,500.00"),
    "nothing stays nothing": (BOTH, 0, "$0.00"),
}


@pytest.mark.parametrize(("terms", "before", "after"), CASES.values(), ids=CASES.keys())
def test_only_the_share_of_the_year_applies(terms: str, before: int, after: str) -> None:
    clauses = phased(terms)
    assert problems(contract(clauses)) == ()
    assert amount(settle(clauses, {"cost": cost_for(before)})) == after
    assert agrees_in_floats(clauses, {"cost": cost_for(before)})


@pytest.mark.parametrize(
    ("year", "after"),
    [
        ("1 year", "$0.00"),
        ("2 years", "-$5,000.00"),
        ("3 years", "-$10,000.00"),
        ("7 years", "-$10,000.00"),
    ],
)
def test_a_table_gives_the_share_of_each_performance_year(year: str, after: str) -> None:
    figures = {"cost": cost_for(-10_000), "performance_year": year}
    assert problems(contract(phased(BY_YEAR))) == ()
    assert amount(settle(phased(BY_YEAR), figures)) == after


def test_a_year_before_the_table_is_refused() -> None:
    figures = {"cost": cost_for(-10_000), "performance_year": "0 years"}
    with pytest.raises(Refusal, match=r"performance_year: is below the first row"):
        settle(phased(BY_YEAR), figures)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2027, 1, 1), "$0.00"),
        (date(2027, 6, 30), "$0.00"),
        (date(2027, 7, 1), "-$5,000.00"),
    ],
)
def test_the_share_may_stand_as_the_history_of_the_term(day: date, after: str) -> None:
    history = (
        'downside_share = [\n  { value = "0 %", from = 2027-01-01 },\n'
        '  { value = "50 %", from = 2027-07-01, agreed = 2027-05-01, amendment = "First" },\n]'
    )
    figures = given({"cost": cost_for(-10_000)}, kind=EXACT)
    assert amount(run(contract(phased(history)).on(day), figures, 1)) == after


def test_a_cap_before_the_phase_in_and_after_it_are_two_contracts() -> None:
    cap = '[[clause]]\nid = "cap"\nmodel = "cap"\nof = "{}"\nowed_cap = "$6,000.00"\n'
    half = '[[clause]]\nid = "phased"\nmodel = "phase_in"\nof = "{}"\ndownside_share = "50 %"\n'
    figures = {"cost": cost_for(-10_000)}
    assert amount(settle(RESULT + cap.format("result") + half.format("cap"), figures)) == (
        "-$3,000.00"
    )
    assert amount(settle(RESULT + half.format("result") + cap.format("phased"), figures)) == (
        "-$5,000.00"
    )


@pytest.mark.parametrize(
    ("terms", "before", "gate", "bites", "otherwise"),
    [
        (BOTH, -1, "downside_share", True, "no loss is forgiven"),
        (BOTH, 1, "downside_share", False, "no loss is forgiven"),
        ('downside_share = "100 %"', -1, "downside_share", False, "no loss is forgiven"),
        (BOTH, 1, "upside_share", True, "no gain is held back"),
        (BOTH, -1, "upside_share", False, "no gain is held back"),
    ],
)
def test_gates_say_where_the_phase_in_bit(
    terms: str, before: int, gate: str, *, bites: bool, otherwise: str
) -> None:
    found = settle(phased(terms), {"cost": cost_for(before)}).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == otherwise


CENTS = some.decimals(Decimal(-450_000), Decimal(450_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(CENTS, CENTS)
def test_a_better_result_never_pays_less(one: Decimal, other: Decimal) -> None:
    low, high = sorted([one, other])
    paid = [settle(phased(BOTH), {"cost": cost_for(x)}).amounts()[0] for x in (low, high)]
    assert paid[0] <= paid[1]


@settings(max_examples=25, deadline=None)
@generated(CENTS)
def test_the_sign_stays_and_the_steps_add_up(before: Decimal) -> None:
    worksheet = settle(phased(BOTH), {"cost": cost_for(before)})
    after = worksheet.step("phased_in").values[0]
    assert after * before >= 0
    assert abs(after) <= abs(before)
    assert worksheet.step("gains").values[0] - worksheet.step("losses").values[0] == after
    twice = settle(phased(BOTH), {"cost": cost_for(2 * before)}).step("phased_in").values[0]
    assert twice == 2 * after
    assert agrees_in_floats(phased(BOTH), {"cost": cost_for(before)})


def test_a_share_above_the_whole_is_objected_to() -> None:
    found = problems(contract(phased('downside_share = "101 %"')))
    assert [problem.code for problem in found] == ["share-above-one"]


def test_a_phase_in_without_its_share_is_objected_to() -> None:
    found = problems(contract(phased('upside_share = "50 %"')))
    assert [problem.code for problem in found] == ["missing-number"]


def test_a_modifier_has_no_category_of_its_own() -> None:
    assert MODEL.category(contract(phased(BOTH)).clauses[1]) == Category()


def test_a_clause_that_takes_no_result_is_objected_to() -> None:
    found = problems(contract(phased(BOTH).replace('of = "result"\n', "")))
    assert [problem.code for problem in found] == ["missing-of"]
