"""Amounts as a reader writes them: sign before dollars, no cents where they say nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.publish.chart.amounts import Number, Unit, axis_labels, column, exact, show


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0, "dollars", "$0"),
        (-5000, "dollars", "−$5,000"),
        (999.99, "dollars", "$999.99"),
        (1000.5, "dollars", "$1,001"),
        (Decimal("-0.004"), "dollars", "$0.00"),
        (0.5, "percent", "50 %"),
        (0.12345, "percent", "12.35 %"),
        (-0.07, "percent", "−7 %"),
        (1200, "number", "1,200"),
        (0.25, "number", "0.25"),
        (100, "number", "100"),
    ],
)
def test_an_amount_is_shown_as_a_reader_writes_it(value: Number, unit: Unit, text: str) -> None:
    assert show(value, unit) == text


def test_a_gain_may_carry_its_sign_and_nothing_never_does() -> None:
    assert show(5000, "dollars", signed=True) == "+$5,000"
    assert show(-5000, "dollars", signed=True) == "−$5,000"
    assert show(0, "dollars", signed=True) == "$0"


def test_a_float_stands_for_the_shortest_decimal() -> None:
    assert exact(0.1) + exact(0.2) == exact(0.3)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), Decimal("-Infinity")])
def test_a_number_that_has_no_place_on_an_axis_is_refused(value: Number) -> None:
    with pytest.raises(ValueError, match="give a finite number"):
        exact(value)


def test_a_column_has_cents_in_every_cell_or_in_none() -> None:
    assert column([98880, Decimal("48451.20")], "dollars") == ("$98,880.00", "$48,451.20")
    assert column([98880, -5], "dollars") == ("$98,880", "−$5")


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1))
def test_a_column_of_dollars_is_exact_to_the_cent(values: list[Decimal]) -> None:
    texts = column(values, "dollars")
    assert [Decimal(t.replace("−", "-").replace("$", "").replace(",", "")) for t in texts] == values


def test_a_short_axis_of_dollars_shows_cents_and_a_long_one_does_not() -> None:
    assert "$,.2f" in axis_labels("dollars", [41.2, 43.1])
    assert "$,.0f" in axis_labels("dollars", [0, 50000])
    assert "%" in axis_labels("percent", [0, 1])
