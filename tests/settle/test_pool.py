"""The pool stands on every threshold, on both sides of it, and on exact half-cents."""

from decimal import Decimal

from fairterms.contract.figure_set import FigureSet
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.settle.pool import axes_of, pool, settles, settling, unrounded_payable
from fairterms.units.quantity import Quantity
from tests.settle.deals import figures, savings


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
