"""A control chart says in words and numbers what it draws."""

import pytest

from fairterms.publish.chart.control import TimedPoint, control
from fairterms.publish.chart.curve import Axis, Threshold
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

AXIS = Axis("Seen in time", "percent")
POINTS = (
    TimedPoint("2027-01", 0.8, (0.6, 0.9)),
    TimedPoint("2027-02", None),
    TimedPoint("2027-03", 0.5, (0.62, 0.88), "outside the limits"),
)
RED = Threshold("Red", 0.55, "y")
CHART = control("Access", POINTS, AXIS, centre=0.75, thresholds=[RED])


def test_a_control_chart_can_be_published() -> None:
    accept(CHART)


def test_the_words_say_what_stands_out() -> None:
    assert CHART.alternative == (
        "Seen in time, 2027-01 to 2027-03: from 80 % to 50 %, around a usual 75 %. 1 of 2 values "
        "stands out: 2027-03 at 50 % (outside the limits). Marked: Red at 55 %."
    )


def test_of_many_that_stand_out_the_last_are_named() -> None:
    many = [TimedPoint(f"2027-{at:02}", at, (20, 30), "outside") for at in range(1, 7)]
    words = control("Hours", many, Axis("hours", "number")).alternative
    assert "6 of 6 values stand out: the last ones 2027-03 at 3 (outside); " in words
    assert "2027-02" not in words


def test_where_nothing_stands_out_that_is_said() -> None:
    words = control("Access", POINTS[:2], AXIS).alternative
    assert words == "Seen in time, 2027-01 to 2027-01: from 80 % to 80 %. No value stands out."


def test_the_table_holds_every_value_with_its_limits() -> None:
    assert cells(CHART) == [
        ("2027-01", "80 %", "60 % to 90 %", "no"),
        ("2027-03", "50 %", "62 % to 88 %", "outside the limits"),
    ]
    bare = control("Access", [TimedPoint("2027-01", 0.8)], AXIS)
    assert cells(bare) == [("2027-01", "80 %", "cannot be told", "no")]


def test_the_drawing_names_its_lines_its_marks_and_every_period() -> None:
    seen = texts(CHART)
    for text in ("Limits of chance", "Usual level", "Stands out", "Red: 55 %", "Seen in time"):
        assert text in seen
    assert [text for text in seen if text.startswith("2027")] == ["2027-01", "2027-02", "2027-03"]


def test_without_limits_no_line_claims_to_be_one() -> None:
    bare = control("Access", [TimedPoint("2027-01", 0.8), TimedPoint("2027-02", 0.7)], AXIS)
    assert "Limits of chance" not in texts(bare)
    accept(bare)


@pytest.mark.parametrize(
    ("points", "thresholds"),
    [
        ((), ()),
        ((TimedPoint("2027-01", None),), ()),
        ((TimedPoint("2027-01", 0.5), TimedPoint("2027-01", 0.6)), ()),
        ((TimedPoint("2027-01", 0.5, (0.6, 0.4)),), ()),
        ((TimedPoint("2027-01", 0.5),), (Threshold("Red", 0.5, "x"),)),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused(
    points: tuple[TimedPoint, ...], thresholds: tuple[Threshold, ...]
) -> None:
    with pytest.raises(PageError, match="Access"):
        control("Access", points, AXIS, thresholds=thresholds)
