"""Amounts carry their unit, and estimates say how far they may be off."""

import pytest

from fairterms.negotiate.positions import amounts
from fairterms.negotiate.positions.position import Spread
from fairterms.units.notes import Notes


def notes() -> Notes:
    return Notes("positions.toml", (), {})


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (None, "missing"),
        (5, "not-a-quantity"),
        ("5", "not-a-quantity"),
        ("5 %", "wrong-unit"),
        ("at least $5.00", "wrong-unit"),
    ],
)
def test_what_is_no_amount_in_dollars_is_a_problem(raw: object, code: str) -> None:
    found = notes()
    assert amounts.amount(raw, ("worth",), found) is None
    assert [one.code for one in found.problems()] == [code]


def test_an_amount_may_be_below_zero_and_a_cost_may_not() -> None:
    found = notes()
    assert amounts.amount("-$5.00", ("worth",), found) == -5.0
    assert not found.problems()
    assert amounts.cost("-$5.00", ("switching_cost",), found) is None
    assert [one.code for one in found.problems()] == ["out-of-range"]


def test_an_estimate_rises_or_stays() -> None:
    found = notes()
    level = {"low": "$1.00", "likely": "$1.00", "high": "$1.00"}
    assert amounts.spread(level, ("worth",), found) == Spread(1.0, 1.0, 1.0)
    assert not found.problems()
    assert amounts.spread({**level, "high": "$0.50"}, ("worth",), found) is None
    assert [one.code for one in found.problems()] == ["not-rising"]
