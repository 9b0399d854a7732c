"""Sets of figures become columns, one row a set."""

import pytest

from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.payment.given import stack
from fairterms.units.number import FLOAT
from fairterms.units.quantity import MONEY
from fairterms.units.refusal import Refusal


def figures(text: str) -> FigureSet:
    return read_toml(text, "x.toml")


def test_each_set_is_a_row_and_the_unit_is_kept() -> None:
    given = stack([figures('cost = "$1.50"'), figures('cost = "$2.00"')])["cost"]
    assert [str(value) for value in given.values] == ["1.50", "2.00"]
    assert given.unit == MONEY


def test_floats_are_floats() -> None:
    assert stack([figures('cost = "$1.50"')], FLOAT)["cost"].values[0] == 1.5


def test_a_figure_only_some_sets_give_is_left_out() -> None:
    assert "visits" not in stack(
        [figures('cost = "$1"\nvisits = "2 visits"'), figures('cost = "$1"')]
    )


def test_lists_of_different_length_are_filled_with_nothing() -> None:
    given = stack([figures('costs = ["$1", "$2"]'), figures('costs = ["$5"]')])["costs"]
    assert isinstance(given.values, tuple)
    assert [[str(value) for value in column] for column in given.values] == [["1", "5"], ["2", "0"]]


def test_two_units_for_one_figure_are_refused() -> None:
    with pytest.raises(Refusal, match="is given in dollars and visits"):
        stack([figures('cost = "$1"'), figures('cost = "1 visit"')])
