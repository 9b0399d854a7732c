"""A tornado says each amount in the drawing, in words and in a table, the largest move on top."""

import pytest

from fairterms.publish.chart.tornado import End, Swing, tornado
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

BASE = End("As written", 28085)
ONE = tornado(
    "Without a clause",
    BASE,
    [
        Swing("Cap", (End("without it", 25261.5),)),
        Swing("Fee", (End("without it", -188000),)),
        Swing("Gate\nof quality", (End("without it", 64614),)),
    ],
    anchor="price-tornado",
)
TWO = tornado(
    "Drivers",
    End("As expected", 100),
    [
        Swing("Coding", (End("low", 95), End("high", 104))),
        Swing("Trend", (End("2 % lower", 150), End("2 % higher", 20))),
    ],
)


def test_a_tornado_can_be_published() -> None:
    accept(ONE)
    accept(TWO)


def test_the_largest_move_is_on_top() -> None:
    assert ONE.alternative == (
        "As written: $28,085. Fee: without it −$188,000. Gate of quality: without it $64,614. "
        "Cap: without it $25,262."
    )


def test_two_ends_on_one_side_reach_as_far_as_the_farther_one() -> None:
    chart = tornado(
        "A",
        End("Base", 0),
        [Swing("Near", (End("x", 5), End("y", 6))), Swing("Far", (End("x", 7),))],
    )
    assert [row[0] for row in cells(chart)] == ["Base", "Far", "Near", "Near"]


def test_the_table_holds_the_base_and_every_end() -> None:
    assert cells(ONE) == [
        ("As written", "", "$28,085.00"),
        ("Fee", "without it", "−$188,000.00"),
        ("Gate\nof quality", "without it", "$64,614.00"),
        ("Cap", "without it", "$25,261.50"),
    ]


def test_the_drawing_shows_what_the_words_say() -> None:
    seen = texts(ONE)
    for text in ("As written: $28,085", "Fee", "−$188,000", "Gate of quality", "$64,614"):
        assert text in seen
    seen = texts(TWO)
    for text in ("Trend: 2 % lower; 2 % higher", "$150", "$20", "$95", "$104"):
        assert text in seen


def test_what_lowers_the_amount_is_drawn_hollow() -> None:
    assert "datum.end_0 < datum.base" in str(ONE.spec)


def test_the_line_at_the_base_does_not_run_through_the_names() -> None:
    layers = ONE.spec["layer"]
    assert isinstance(layers, list)
    marks = [layer["mark"] for layer in layers]
    assert not [mark for mark in marks if mark["type"] == "rule"], "a rule crosses every row"
    (line,) = [mark for mark in marks if mark["type"] == "tick"]
    (names,) = [mark for mark in marks if mark.get("dy") == -12 and mark["type"] == "text"]
    assert line["yOffset"] - line["size"] / 2 >= names["dy"] + 8


def test_own_words_replace_the_made_ones() -> None:
    chart = tornado("A", BASE, [Swing("B", (End("c", 1),))], alternative="Mine.")
    assert chart.alternative == "Mine."


def test_a_tornado_without_swings_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        tornado("Prices", BASE, [])
    assert str(refusal.value) == "The chart 'Prices' has no bar: give at least one."


@pytest.mark.parametrize("number", [0, 3])
def test_a_swing_has_one_end_or_two(number: int) -> None:
    with pytest.raises(PageError) as refusal:
        tornado("Prices", BASE, [Swing("Cap", (End("a", 1),) * number)])
    assert str(refusal.value) == f"'Cap' of 'Prices' has {number} ends: give one or two."
