"""A break-even is the last tick before gain and loss change places."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from fairterms.contract.deal import Cost, Deal, Party, WithoutDeal
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import whole_period
from fairterms.decide.break_even import break_evens
from fairterms.settle.settlement import settle
from tests.settle.deals import figures, savings


def deal(cost: str) -> Deal:
    return Deal(
        Path(),
        "A deal",
        Party("group"),
        Party("plan"),
        None,
        WithoutDeal(),
        (Cost("work", "Work", Decimal(cost), "made up"),),
        (),
        (),
        (figures(),),
    )


def net(amount: Decimal, cost: str) -> Decimal:
    expected = figures("$4,700,000.00")
    value = expected.values["cost"]
    assert not isinstance(value, tuple)
    moved = replace(expected, values={**expected.values, "cost": value.with_amount(amount)})
    return settle(savings(), moved).payable - Decimal(cost)


def test_one_tick_further_the_gain_is_a_loss() -> None:
    expected: FigureSet = figures("$4,700,000.00")
    (months, cost) = sorted(
        break_evens(deal("60000"), savings(), expected, whole_period(savings())),
        key=lambda one: one.figure != "member_months",
    )
    assert cost.figure == "cost"
    assert not cost.gains_above
    assert net(cost.at, "60000") >= 0
    assert net(cost.at + Decimal("0.01"), "60000") < 0
    assert months.gains_above


def test_where_nothing_crosses_there_is_no_break_even() -> None:
    assert break_evens(deal("0"), savings(), figures(), whole_period(savings())) == ()


def test_the_nearest_comes_first() -> None:
    found = break_evens(deal("60000"), savings(), figures("$4,700,000.00"), whole_period(savings()))
    distances = [abs(one.at - one.expected) / one.expected for one in found]
    assert distances == sorted(distances)
