from decimal import Decimal

import pytest

from fairterms.prepare.cost_to_comply.spread import NOTHING, Spread, total


def test_spreads_add_and_multiply_value_by_value() -> None:
    both = Spread.of(1, 2, 3) + Spread.of(10, 20, 40)
    assert both == Spread.of(11, 22, 43)
    assert Spread.of(1, 2, 3) * Spread.of(2, 3, 4) == Spread.of(2, 6, 12)


def test_nothing_adds_nothing_and_a_total_of_none_is_nothing() -> None:
    assert Spread.of(1, 2, 3) + NOTHING == Spread.of(1, 2, 3)
    assert total(()) == NOTHING


def test_what_is_beyond_an_amount_is_never_below_zero() -> None:
    assert Spread.of(10, 20, 30).beyond(Decimal(15)) == Spread.of(0, 5, 15)


def test_a_spread_out_of_order_or_below_zero_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        Spread.of(3, 2, 4)
    with pytest.raises(AssertionError):
        Spread.of(-1, 2, 4)


def test_a_share_divides_every_value() -> None:
    assert Spread.of(1, 2, 4).over(Decimal(2)) == Spread.of("0.5", 1, 2)
