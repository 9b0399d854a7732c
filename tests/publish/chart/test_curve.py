"""Curves are told apart by dashes, and their table says what it leaves out."""

import pytest

from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

AXES = (Axis("Savings"), Axis("Share paid", "percent"))
OFFERED = Line("As offered", ((0, 0), (50000, 0.25), (100000, 0.5)))
ASKED = Line("As asked", ((0, 0), (100000, 0.6)))
CHART = curve("Share", [OFFERED, ASKED], AXES, threshold=Threshold("Minimum", 50000))


def test_curves_can_be_published() -> None:
    accept(CHART)


def test_the_words_give_both_ends_of_each_curve_and_the_threshold() -> None:
    assert CHART.alternative == (
        "Share paid against Savings. As offered: from 0 % at $0 to 50 % at $100,000. "
        "As asked: from 0 % at $0 to 60 % at $100,000. Marked: Minimum at $50,000."
    )


def test_the_table_holds_every_point() -> None:
    assert cells(CHART) == [
        ("As offered", "$0", "0 %"),
        ("As offered", "$50,000", "25 %"),
        ("As offered", "$100,000", "50 %"),
        ("As asked", "$0", "0 %"),
        ("As asked", "$100,000", "60 %"),
    ]
    assert CHART.data.footnote == ""


def test_the_drawing_names_curves_axes_and_threshold() -> None:
    seen = texts(CHART)
    for text in ("As offered", "As asked", "Savings", "Share paid", "Minimum: $50,000"):
        assert text in seen
    assert "strokeDash" in str(CHART.spec)


def test_a_level_threshold_is_written_in_the_unit_of_its_axis() -> None:
    chart = curve("Share", [ASKED], AXES, threshold=Threshold("Floor", 0.3, "y"))
    assert "Floor: 30 %" in texts(chart)
    assert chart.alternative.endswith("Marked: Floor at 30 %.")


def test_a_long_curve_lists_some_points_and_always_the_last_and_says_so() -> None:
    points = tuple((float(at), float(at)) for at in range(60))
    chart = curve("Long", [Line("A", points)], (Axis("X", "number"), Axis("Y", "number")))
    assert len(chart.data.rows) == 21
    assert cells(chart)[-1] == ("A", "59", "59")
    assert chart.data.footnote == "One point in 3 is listed, and the last."


def test_a_curve_may_jump_at_its_points() -> None:
    assert "step-after" in str(curve("Tiers", [ASKED], AXES, is_stepped=True).spec)
    assert "step-after" not in str(CHART.spec)


@pytest.mark.parametrize("lines", [[], [OFFERED] * 4, [Line("Dot", ((0, 0),))]])
def test_too_few_or_too_many_are_refused(lines: list[Line]) -> None:
    with pytest.raises(PageError) as refusal:
        curve("Share", lines, AXES)
    assert str(refusal.value) == (
        "The chart 'Share' needs one to three curves of two points or more."
    )
