"""Bars say each amount in the drawing, in words and in a table: the same in all three."""

import pytest

from fairterms.publish.chart.bars import Bar, Reference, bars
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

AMOUNTS = [Bar("Files", 13248), Bar("A long\nname", -10980.25)]
CHART = bars("Work", AMOUNTS, reference=Reference("Limit", 12000), anchor="work")


def test_bars_can_be_published() -> None:
    accept(CHART)


def test_the_words_name_every_bar_with_its_amount() -> None:
    assert CHART.alternative == (
        "Files: $13,248; A long name: −$10,980. The dashed line is Limit: $12,000."
    )


def test_the_table_holds_every_amount_to_the_cent() -> None:
    assert cells(CHART) == [
        ("Files", "$13,248.00"),
        ("A long\nname", "−$10,980.25"),
        ("Limit", "$12,000.00"),
    ]


def test_the_drawing_shows_what_the_words_say() -> None:
    seen = texts(CHART)
    for text in ("Files", "$13,248", "A long name", "−$10,980", "Limit: $12,000"):
        assert text in seen


def test_a_loss_is_drawn_hollow() -> None:
    drawn = str(bars("Loss", [Bar("A", -1)]).spec)
    assert "datum.amount < 0" in drawn


def test_own_words_replace_the_made_ones() -> None:
    assert bars("Work", AMOUNTS, alternative="Mine.").alternative == "Mine."


def test_a_chart_without_bars_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        bars("Work", [])
    assert str(refusal.value) == "The chart 'Work' has no bar: give at least one."
