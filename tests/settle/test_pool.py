"""The pool stands on every threshold, on both sides of it, and on exact half-cents."""

from decimal import Decimal

from fairterms.contract.figure_set import FigureSet
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.settle.pool import (
    axes_of,
    pool,
    settles,
    settling,
    unrounded,
    unrounded_payable,
)
from fairterms.units.quantity import Quantity
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES, figures, savings


def cost(one: FigureSet) -> Decimal:
    value = one.values["cost"]
    assert isinstance(value, Quantity)
    return value.amount


def tried() -> tuple[FigureSet, ...]:
    return pool(savings(), [figures()])


def test_the_last_cent_on_either_side_of_the_minimum_is_there() -> None:
    costs = {cost(one) for one in tried()}
    assert {Decimal("4845120.00"), Decimal("4845120.01")} <= costs


def test_the_cap_is_reached_from_both_sides() -> None:
    sets = tried()
    worksheet = run(savings(), stack(sets), len(sets))
    bites = worksheet.gate("savings_cap").bites
    assert bites.any()
    assert not bites.all()


def test_some_scenario_ends_in_exactly_half_a_cent() -> None:
    sets = tried()
    amounts = unrounded_payable(savings(), run(savings(), stack(sets), len(sets)))
    assert any(abs(amount * 100) % 1 == Decimal("0.5") for amount in amounts)


def test_a_clause_with_a_rounding_of_its_own_ends_in_half_a_cent_above_an_even_one_somewhere() -> (
    None
):
    own = 'savings_cap = "10 % of benchmark"\nrounding = "to the cent, half up, once at the end"'
    terms = contract(CLAUSES.replace('savings_cap = "10 % of benchmark"', own))
    sets = pool(terms, [figures("$4,700,000.00")])
    before = unrounded(terms, run(terms, stack(sets), len(sets)))
    assert set(before) == {"payable", "savings"}
    assert any(abs(at) % 2 == Decimal("0.5") for at in before["savings"])


def test_amounts_that_end_in_half_a_cent_are_found_further_than_cents_away() -> None:
    # 2.6 % of a fee ends in half a cent only every five dollars.
    terms = contract(CLAUSES.replace('"50 %"', '"2.6 %"').split('[[clause]]\nid = "seq')[0])
    sets = pool(terms, [figures("$4,700,000.40")])
    before = unrounded(terms, run(terms, stack(sets), len(sets)))
    assert any(abs(at) % 2 == Decimal("0.5") for at in before["payable"])


def test_the_seed_comes_first_and_everything_settles() -> None:
    sets = tried()
    assert sets[0].values == figures().values
    assert all(settles(savings(), one) for one in sets)


def test_sets_that_are_refused_are_left_out_one_by_one() -> None:
    good, bad = figures(), FigureSet("no cost", {})
    assert settling(savings(), [good, bad, good]) == [good, good]


def test_a_range_is_the_declared_one_or_around_the_seeds() -> None:
    (months, costs) = axes_of(savings(), [figures()])
    assert months.name == "member_months"
    assert (months.lowest, months.highest) == (Decimal(60000), Decimal(240000))
    assert costs.snap(Decimal("4845120.004")) == Decimal("4845120.00")
