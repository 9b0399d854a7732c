"""Targets are where the money jumps, whatever clause makes it jump."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import first_period
from fairterms.payment.loading import load
from fairterms.settle.rate_price import RatePrice, measures_of, price_rate
from fairterms.settle.settlement import settle
from fairterms.units.quantity import count

EXAMPLES = Path(__file__).parents[2] / "examples"


def sound(example: str) -> tuple[Contract, FigureSet]:
    deal = deals.read(EXAMPLES / example)
    contract = load(deal.terms).contract
    assert contract is not None
    return contract, next(one for one in deal.scenarios if one.role == "expected")


def priced(example: str, measure: str) -> RatePrice:
    contract, scenario = sound(example)
    return price_rate(contract, scenario, first_period(contract), measure)


def test_the_targets_of_cedar_are_those_its_agreement_states() -> None:
    jumps = priced("cedar", "response").jumps
    assert [(jump.rate, jump.is_at_least) for jump in jumps] == [
        (Decimal("0.45"), True),
        (Decimal("0.52"), True),
    ]
    assert all(jump.dollars > 0 for jump in jumps)


def test_a_level_that_a_rounding_lowers_is_found_where_it_bites() -> None:
    rates = [jump.rate for jump in priced("juniper", "depression_response").jumps]
    assert rates == [Decimal("0.3395"), Decimal("0.4295")]


def test_the_price_at_the_scenario_is_its_settlement() -> None:
    contract, scenario = sound("cedar")
    period = first_period(contract)
    whole = price_rate(contract, scenario, period, "access")
    exact = {"access.numerator": count("patient"), "access.denominator": count("patient")}
    values = dict(scenario.values)
    for name, amount in zip(exact, (1640, 2000), strict=True):
        given = values[name]
        assert not isinstance(given, tuple)
        values[name] = given.with_amount(Decimal(amount))
    assert (
        whole.at(Fraction(1640, 2000))
        == settle(contract, replace(scenario, values=values), period).payable
    )


def test_what_is_at_stake_is_at_least_every_jump() -> None:
    found = priced("cedar", "completion")
    assert found.at_stake >= max(jump.dollars for jump in found.jumps)
    assert found.between(0.5, 0.9) == found.between(0.9, 0.5)


def test_the_measures_of_a_scenario_are_named() -> None:
    _, scenario = sound("cedar")
    assert measures_of(scenario) == ("response", "access", "satisfaction", "completion")


def test_a_slope_is_no_target() -> None:
    slope = RatePrice("x", "made up", tuple(Decimal(at) for at in range(2001)))
    assert slope.jumps == ()
    both = [Decimal(at) for at in range(2001)]
    both[1000:] = [amount + 500 for amount in both[1000:]]
    (jump,) = RatePrice("x", "made up", tuple(both)).jumps
    assert (jump.rate, jump.is_at_least) == (Decimal("0.5"), True)


def test_a_lower_rate_can_be_the_better_one() -> None:
    falling = tuple(Decimal(100 if at <= 200 else 0) for at in range(2001))
    (jump,) = RatePrice("x", "made up", falling).jumps
    assert (jump.rate, jump.is_at_least, jump.dollars) == (Decimal("0.1"), False, Decimal(100))


def test_a_rate_written_as_a_float_is_not_read_below_itself() -> None:
    counted = RatePrice("x", "made up", tuple(Decimal(at) for at in range(2001)))
    assert all(counted.at(at / 100) == 20 * at for at in range(101))


@pytest.mark.parametrize("rate", [-0.1, 1.1])
def test_a_rate_outside_nothing_and_all_is_our_own_mistake(rate: float) -> None:
    with pytest.raises(AssertionError):
        RatePrice("x", "made up", (Decimal(0),) * 2001).at(rate)
