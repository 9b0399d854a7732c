"""A deficit that is carried: balance in, applied, balance out, expiry."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.model import Category
from fairterms.payment.models.deficit_carry_forward import MODEL
from fairterms.payment.worksheet import Worksheet
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle


def carried(terms: str = 'years = "3 years"') -> str:
    clause = f'[[clause]]\nid = "carry"\nmodel = "deficit_carry_forward"\nof = "result"\n{terms}\n'
    return RESULT + clause


def figures(result: Decimal | int, earlier: Sequence[Decimal | int]) -> dict[str, str | list[str]]:
    return {
        "cost": cost_for(result),
        "earlier_deficits": [f"${deficit:,.2f}" for deficit in earlier],
    }


def value(worksheet: Worksheet, step: str) -> Decimal:
    found: Decimal = worksheet.step(step).values[0]
    return found


THREE = 'years = "3 years"'
ONE = 'years = "1 year"'
HALF = THREE + '\noffset_limit = "50 %"'

# Terms, this year's result, unused deficits (last year's first), and then what comes of them:
# paid, applied, balance out, expired.
CASES = {
    "no deficit, the gain is paid": (THREE, 100, [], (100, 0, 0, 0)),
    "last year's deficit offsets the gain": (THREE, 100, [30], (70, 30, 0, 0)),
    "a deficit above the gain carries on": (THREE, 100, [130], (0, 100, 30, 0)),
    "this year's deficit pays nothing and is carried": (THREE, -40, [], (0, 0, 40, 0)),
    "deficits add up": (THREE, -40, [30, 20], (0, 0, 90, 0)),
    "a deficit in its last year is used": (THREE, 100, [0, 0, 30], (70, 30, 0, 0)),
    "what is left of it then expires": (THREE, 10, [0, 0, 30], (0, 10, 0, 20)),
    "a deficit that is too old counts no more": (THREE, 100, [0, 0, 0, 30], (100, 0, 0, 0)),
    "the oldest is used first": (THREE, 30, [20, 20, 20], (0, 30, 30, 0)),
    "with one year, last year's rest expires": (ONE, 10, [30], (0, 10, 0, 20)),
    "with one year, a new deficit is still carried": (ONE, -40, [30], (0, 0, 40, 30)),
    "a limit leaves the group part of its gain": (HALF, 100, [80], (50, 50, 30, 0)),
    "a limit above the balance changes nothing": (HALF, 100, [40], (60, 40, 0, 0)),
    "no years at all: every deficit expires at once": (
        'years = "0 years"',
        -40,
        [30],
        (0, 0, 0, 40),
    ),
}


@pytest.mark.parametrize(
    ("terms", "result", "earlier", "comes_of_it"), CASES.values(), ids=CASES.keys()
)
def test_deficits_are_carried_as_the_clause_says(
    terms: str, result: int, earlier: list[int], comes_of_it: tuple[int, int, int, int]
) -> None:
    clauses = carried(terms)
    assert problems(contract(clauses)) == ()
    worksheet = settle(clauses, figures(result, earlier))
    steps = ("payable", "applied", "balance_out", "expired")
    assert [int(value(worksheet, name)) for name in steps] == list(comes_of_it)
    assert agrees_in_floats(clauses, figures(result, earlier))


def test_each_year_s_rest_can_be_read_off_for_the_next_settlement() -> None:
    worksheet = settle(carried(), figures(30, [20, 20, 20]))
    rest = [amount(worksheet, f"left_{age}") for age in (1, 2, 3)]
    assert rest == ["$20.00", "$10.00", "$0.00"]


@pytest.mark.parametrize(
    ("terms", "result", "earlier", "gate", "bites"),
    [
        (THREE, 100, [30], "years", True),
        (THREE, 100, [1], "years", True),
        (THREE, 100, [0, 0, 0, 30], "years", False),
        (THREE, -100, [30], "years", False),
        (HALF, 100, [50], "offset_limit", False),
        (HALF, 100, [51], "offset_limit", True),
    ],
)
def test_gates_say_where_they_bit(
    terms: str, result: int, earlier: list[int], gate: str, *, bites: bool
) -> None:
    found = settle(carried(terms), figures(result, earlier)).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == (
        "the balance is within the limit"
        if gate == "offset_limit"
        else "there is no deficit to offset, or no gain to offset it with"
    )


def test_a_deficit_given_as_a_negative_amount_is_refused() -> None:
    known = {**figures(100, []), "earlier_deficits": ["-$30.00"]}
    with pytest.raises(Refusal, match="earlier_deficits: is below zero"):
        settle(carried(), known)


def test_the_first_year_must_say_that_there_are_no_deficits() -> None:
    with pytest.raises(Refusal, match="earlier_deficits: missing"):
        settle(carried(), {"cost": cost_for(100)})


CENTS = some.integers(0, 40_000_000).map(lambda cents: Decimal(cents) / 100)
RESULTS = some.integers(-40_000_000, 40_000_000).map(lambda cents: Decimal(cents) / 100)
EARLIER = some.lists(CENTS, max_size=5)


@settings(max_examples=25, deadline=None)
@generated(RESULTS, EARLIER, some.sampled_from([THREE, ONE, HALF]))
def test_what_comes_in_goes_out(result: Decimal, earlier: list[Decimal], terms: str) -> None:
    worksheet = settle(carried(terms), figures(result, earlier))
    came_in = value(worksheet, "balance_in") + value(worksheet, "new_deficit")
    went_out = sum(value(worksheet, name) for name in ("applied", "balance_out", "expired"))
    assert came_in == went_out
    assert value(worksheet, "expired") >= 0
    paid = value(worksheet, "after_offset")
    assert paid == value(worksheet, "gains") - value(worksheet, "applied")


@settings(max_examples=25, deadline=None)
@generated(RESULTS, EARLIER)
def test_the_group_never_owes_and_never_gets_more_than_its_gain(
    result: Decimal, earlier: list[Decimal]
) -> None:
    paid = settle(carried(), figures(result, earlier)).amounts()[0]
    assert 0 <= paid <= max(result, Decimal(0))
    assert agrees_in_floats(carried(), figures(result, earlier))


@settings(max_examples=25, deadline=None)
@generated(RESULTS, EARLIER, CENTS)
def test_a_larger_deficit_never_pays_more(
    result: Decimal, earlier: list[Decimal], more: Decimal
) -> None:
    before = settle(carried(), figures(result, [0, *earlier])).amounts()[0]
    after = settle(carried(), figures(result, [more, *earlier])).amounts()[0]
    assert after <= before


@settings(max_examples=25, deadline=None)
@generated(some.lists(RESULTS, min_size=1, max_size=6))
def test_with_unlimited_years_the_group_gets_its_best_sum_to_date(results: list[Decimal]) -> None:
    """A slow plain twin: what is paid in all is the highest the running sum ever reached."""
    balances: list[Decimal] = []
    paid, running, best = Decimal(0), Decimal(0), Decimal(0)
    for result in results:
        worksheet = settle(carried('years = "99 years"'), figures(result, balances))
        paid += worksheet.amounts()[0]
        left = [value(worksheet, f"left_{age}") for age in range(1, len(balances) + 1)]
        balances = [value(worksheet, "new_deficit"), *left]
        running += result
        best = max(best, running)
    assert paid == best


def test_a_clause_without_years_is_objected_to() -> None:
    found = problems(contract(carried('offset_limit = "50 %"')))
    assert [problem.code for problem in found] == ["missing-number"]


def test_years_written_as_months_are_objected_to() -> None:
    found = problems(contract(carried('years = "36 months"')))
    assert [problem.code for problem in found] == ["wrong-unit"]


def test_a_modifier_has_no_category_of_its_own() -> None:
    assert MODEL.category(contract(carried()).clauses[1]) == Category()


def test_a_clause_that_takes_no_result_is_objected_to() -> None:
    found = problems(contract(carried().replace('of = "result"\n', "")))
    assert [problem.code for problem in found] == ["missing-of"]
