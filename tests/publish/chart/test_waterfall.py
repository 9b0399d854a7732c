"""A waterfall adds up: every level is the running total, in the drawing, in words, in a table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.publish.chart.waterfall import Change, Level, waterfall
from fairterms.publish.palette import LOSS, PAPER
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

STEPS: list[Level | Change] = [
    Level("Base fee", 100000),
    Change("Reward", Decimal("8250.50")),
    Change("Reduction", -5000),
    Level("Left", Decimal("103250.50")),
]
CHART = waterfall("How it comes about", STEPS)


def test_a_waterfall_can_be_published() -> None:
    accept(CHART)


def test_the_words_give_every_step_and_what_it_leaves() -> None:
    assert CHART.alternative == (
        "Base fee: $100,000; Reward: +$8,251, leaving $108,251; Reduction: −$5,000, leaving "
        "$103,251; Left: $103,251."
    )


def test_the_table_holds_every_step_and_total_to_the_cent() -> None:
    assert cells(CHART) == [
        ("Base fee", "$100,000.00", "$100,000.00"),
        ("Reward", "$8,250.50", "$108,250.50"),
        ("Reduction", "−$5,000.00", "$103,250.50"),
        ("Left", "$103,250.50", "$103,250.50"),
    ]
    assert [row.emphasis for row in CHART.data.rows] == ["total", "", "", "total"]


def test_the_drawing_shows_every_step_with_its_sign() -> None:
    seen = texts(CHART)
    for text in ("Base fee", "$100,000", "+$8,251", "−$5,000", "$103,251"):
        assert text in seen


def test_kinds_of_steps_are_named_in_a_legend_and_losses_are_hollow() -> None:
    assert {"amount", "adds", "takes away"} <= set(texts(CHART))
    drawn = str(CHART.spec)
    assert LOSS in drawn
    assert PAPER in drawn


def test_one_kind_of_step_needs_no_legend() -> None:
    assert "amount" not in texts(waterfall("One", [Level("All", 5)]))


@pytest.mark.parametrize("total", [103250, 103251, 0])
def test_a_level_that_is_not_the_running_total_is_refused(total: int) -> None:
    with pytest.raises(PageError) as refusal:
        waterfall("Money", [*STEPS[:-1], Level("Left", total)])
    assert str(refusal.value) == (
        f"The waterfall 'Money' reaches 103250.50 before 'Left', which says {total}: add the step "
        "that is missing."
    )


def test_a_level_a_cent_off_is_a_rounding_and_two_cents_are_not() -> None:
    waterfall("Money", [Change("A", Decimal("0.99")), Level("B", 1)])
    with pytest.raises(PageError):
        waterfall("Money", [Change("A", Decimal("0.98")), Level("B", 1)])


@given(st.lists(st.decimals(-(10**6), 10**6, places=2), min_size=1, max_size=6))
def test_the_last_running_total_is_the_sum(changes: list[Decimal]) -> None:
    steps = [Change(f"Step {number}", amount) for number, amount in enumerate(changes)]
    chart = waterfall("Sum", [*steps, Level("All", sum(changes))])
    assert cells(chart)[-1][1:] == (cells(chart)[-2][2],) * 2


def test_a_waterfall_without_steps_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        waterfall("Money", [])
    assert str(refusal.value) == "The waterfall 'Money' has no steps: give at least one."
