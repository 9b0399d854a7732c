"""Courses: what was expected over time, the range it may take, and what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.amounts import Number, column, exact, show
from fairterms.publish.chart.canvas import Spec, Value, canvas, one_line
from fairterms.publish.chart.curve import ABOVE_TITLE, Axis, Line, scaled_axis
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import HAIRLINE, RULE, SERIES
from fairterms.publish.structure import PageError

_HEIGHT: Final = 260
_MOST_SEEN: Final = 2
_DASHES: Final = ([1, 0], [8, 4], [2, 3])


@dataclass(frozen=True)
class Expected:
    """What was expected over time.

    Parameters
    ----------
    name
        Whose course it is, such as "Expected, severe at the start".
    range_name
        What the range says, such as "8 in 10 patients lie here".
    points
        Time, the lower end of the range, the expected value, the upper end; from left to right.
    """

    name: str
    range_name: str
    points: tuple[tuple[Number, Number, Number, Number], ...]


def course(title: str, expected: Expected, seen: Sequence[Line], axes: tuple[Axis, Axis]) -> Chart:
    """Draw an expected course with its range, and up to two courses that were seen.

    Parameters
    ----------
    title
        What the chart shows.
    expected
        At least two points.
    seen
        At most two curves; each of one point or more.
    axes
        Time and what is measured.

    Returns
    -------
    Chart
        The range is tinted and edged, the expected course is a full line; what was seen is dashed
        and marked at each point.

    Raises
    ------
    PageError
        If there are too few points, too many curves, or a range that does not hold what is
        expected.

    Examples
    --------
    >>> axes = Axis("Weeks", "number"), Axis("PHQ-9", "number")
    >>> wanted = Expected("Expected", "8 in 10 lie here", ((0, 10, 14, 18), (8, 5, 9, 13)))
    >>> seen = [Line("This group", ((0, 14), (8, 8)))]
    >>> print(course("Depression", wanted, seen, axes).alternative)
    PHQ-9 over Weeks. Expected: from 14 at 0 to 9 at 8; 8 in 10 lie here: 10 to 18 at 0, 5 to 13 \
at 8. This group: from 14 at 0 to 8 at 8.
    """
    _check(title, expected, seen)
    return Chart(
        title=title,
        alternative=_sentences(expected, seen, axes),
        spec=_draw(expected, seen, axes),
        data=_table(title, expected, seen, axes),
    )


def _check(title: str, expected: Expected, seen: Sequence[Line]) -> None:
    if len(expected.points) < 2 or any(not line.points for line in seen):
        raise PageError(f"The chart {title!r} needs two expected points, and one of each seen.")
    if len(seen) > _MOST_SEEN:
        raise PageError(f"The chart {title!r} shows at most {_MOST_SEEN} courses that were seen.")
    for _, low, middle, high in expected.points:
        if not exact(low) <= exact(middle) <= exact(high):
            raise PageError(f"In {title!r} the range must hold what is expected at every point.")


def _sentences(expected: Expected, seen: Sequence[Line], axes: tuple[Axis, Axis]) -> str:
    across, up = axes
    (x0, low0, y0, high0), (x1, low1, y1, high1) = expected.points[0], expected.points[-1]
    at0, at1 = show(x0, across.unit), show(x1, across.unit)

    def amount(number: Number) -> str:
        return show(number, up.unit)

    wanted = (
        f"{one_line(expected.name)}: from {amount(y0)} at {at0} to {amount(y1)} at {at1}; "
        f"{one_line(expected.range_name)}: {amount(low0)} to {amount(high0)} at {at0}, "
        f"{amount(low1)} to {amount(high1)} at {at1}."
    )
    parts = [f"{one_line(up.title)} over {one_line(across.title)}.", wanted]
    for line in seen:
        (x0, y0), (x1, y1) = line.points[0], line.points[-1]
        parts.append(
            f"{one_line(line.name)}: from {amount(y0)} at {show(x0, across.unit)} "
            f"to {amount(y1)} at {show(x1, across.unit)}."
        )
    return " ".join(parts)


def _table(title: str, expected: Expected, seen: Sequence[Line], axes: tuple[Axis, Axis]) -> Table:
    across, up = axes
    rows = [
        Row(
            (
                expected.name,
                show(x, across.unit),
                show(middle, up.unit),
                f"{show(low, up.unit)} to {show(high, up.unit)}",
            )
        )
        for x, low, middle, high in expected.points
    ]
    for line in seen:
        ys = column([y for _, y in line.points], up.unit)
        rows += [
            Row((line.name, show(x, across.unit), y, ""))
            for (x, _), y in zip(line.points, ys, strict=True)
        ]
    columns = (
        Column("Course"),
        Column(across.title, "right"),
        Column(up.title, "right"),
        Column(expected.range_name, "right"),
    )
    return Table(title, columns, tuple(rows))


def _draw(expected: Expected, seen: Sequence[Line], axes: tuple[Axis, Axis]) -> Spec:
    xs = [point[0] for point in expected.points] + [x for line in seen for x, _ in line.points]
    ys = [value for point in expected.points for value in point[1:]]
    ys += [y for line in seen for _, y in line.points]
    x, y = scaled_axis("x", axes[0], xs), scaled_axis("y", axes[1], ys)
    band: list[Value] = [
        {"x": float(at), "low": float(low), "high": float(high)}
        for at, low, _, high in expected.points
    ]
    layers: list[Spec] = [
        {
            "data": {"values": band},
            "mark": {"type": "area", "color": HAIRLINE, "opacity": 0.7, "line": {"color": RULE}},
            "encoding": {"x": x, "y": y | {"field": "low"}, "y2": {"field": "high"}},
        },
        *_lines([expected.name, *(line.name for line in seen)], x, y),
    ]
    values: list[Value] = [
        {"name": one_line(expected.name), "x": float(at), "y": float(middle), "seen": False}
        for at, _, middle, _ in expected.points
    ]
    values += [
        {"name": one_line(line.name), "x": float(at), "y": float(value), "seen": True}
        for line in seen
        for at, value in line.points
    ]
    return canvas(layers, values, _HEIGHT)


def _lines(titles: Sequence[str], x: Spec, y: Spec) -> list[Spec]:
    names = [one_line(title) for title in titles]
    by_line: Spec = {"field": "name", "type": "nominal", "sort": names}
    legend: Spec = {"symbolType": "stroke", "symbolSize": 500, "offset": ABOVE_TITLE}
    colours = {"domain": names, "range": list(SERIES[: len(names)])}
    dashes = {"domain": names, "range": list(_DASHES[: len(names)])}
    line: Spec = {
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {
            "x": x,
            "y": y,
            "stroke": by_line | {"scale": colours, "legend": legend},
            "strokeDash": by_line | {"scale": dashes, "legend": legend},
        },
    }
    dots: Spec = {
        "transform": [{"filter": "datum.seen"}],
        "mark": {"type": "point", "filled": True, "size": 50},
        "encoding": {"x": x, "y": y, "fill": by_line | {"scale": colours, "legend": None}},
    }
    return [line, dots]
