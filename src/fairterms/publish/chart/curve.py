"""Curves: how one quantity follows another, with a threshold where it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from fairterms.publish.chart.amounts import Number, Unit, axis_labels, column, show
from fairterms.publish.chart.canvas import Spec, Value, beside, canvas, one_line
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import INK, SERIES
from fairterms.publish.structure import PageError

_HEIGHT: Final = 280
_MOST_ROWS: Final = 25
ABOVE_TITLE: Final = 28
"""A legend leaves so many pixels for the level title of the upright axis below it."""
_DASHES: Final = ([1, 0], [8, 4], [2, 3])


@dataclass(frozen=True)
class Axis:
    """One of the two quantities.

    Parameters
    ----------
    title
        What it is, in words.
    unit
        Its unit.
    """

    title: str
    unit: Unit = "dollars"


@dataclass(frozen=True)
class Line:
    """A curve through points.

    Parameters
    ----------
    name
        What it shows.
    points
        Pairs of the horizontal and the vertical quantity, from left to right.
    """

    name: str
    points: tuple[tuple[Number, Number], ...]


@dataclass(frozen=True)
class Threshold:
    """A value at which something begins or ends.

    Parameters
    ----------
    name
        What begins or ends.
    value
        In the unit of its axis.
    axis
        "x" draws it upright, "y" level.
    """

    name: str
    value: Number
    axis: Literal["x", "y"] = "x"


def curve(
    title: str,
    lines: Sequence[Line],
    axes: tuple[Axis, Axis],
    *,
    threshold: Threshold | None = None,
    is_stepped: bool = False,
    alternative: str = "",
) -> Chart:
    """Draw one to three curves.

    Parameters
    ----------
    title
        What the chart shows.
    lines
        One to three curves, told apart by their dashes.
    axes
        The horizontal and the vertical quantity.
    threshold
        A value marked by a dashed rule.
    is_stepped
        Whether the quantity jumps at each point instead of moving between points.
    alternative
        The chart in words; empty means sentences made from the ends of each curve.

    Returns
    -------
    Chart
        The curves; long ones list every few points only in their table, and say so.

    Raises
    ------
    PageError
        If there are no curves, more than three, or a curve without two points.
    """
    if not 1 <= len(lines) <= len(SERIES) or any(len(line.points) < 2 for line in lines):
        raise PageError(f"The chart {title!r} needs one to three curves of two points or more.")
    return Chart(
        title=title,
        alternative=alternative or _sentences(lines, axes, threshold),
        spec=_draw(lines, axes, threshold, is_stepped),
        data=_table(title, lines, axes),
    )


def _sentences(lines: Sequence[Line], axes: tuple[Axis, Axis], threshold: Threshold | None) -> str:
    across, up = axes
    parts = []
    for line in lines:
        (x0, y0), (x1, y1) = line.points[0], line.points[-1]
        parts.append(
            f"{one_line(line.name)}: from {show(y0, up.unit)} at {show(x0, across.unit)} "
            f"to {show(y1, up.unit)} at {show(x1, across.unit)}."
        )
    if threshold:
        unit = across.unit if threshold.axis == "x" else up.unit
        parts.append(f"Marked: {threshold.name} at {show(threshold.value, unit)}.")
    return f"{up.title} against {across.title}. " + " ".join(parts)


def _table(title: str, lines: Sequence[Line], axes: tuple[Axis, Axis]) -> Table:
    across, up = axes
    every = -(-max(len(line.points) for line in lines) // _MOST_ROWS)
    rows: list[Row] = []
    for line in lines:
        points = [p for at, p in enumerate(line.points) if at % every == 0 or p is line.points[-1]]
        xs = column([x for x, _ in points], across.unit)
        ys = column([y for _, y in points], up.unit)
        rows += [Row((line.name, x, y)) for x, y in zip(xs, ys, strict=True)]
    columns = (Column("Curve"), Column(across.title, "right"), Column(up.title, "right"))
    note = f"One point in {every} is listed, and the last." if every > 1 else ""
    return Table(title, columns, tuple(rows), note)


def _draw(
    lines: Sequence[Line],
    axes: tuple[Axis, Axis],
    threshold: Threshold | None,
    is_stepped: bool,
) -> Spec:
    x = scaled_axis("x", axes[0], [x for line in lines for x, _ in line.points])
    y = scaled_axis("y", axes[1], [y for line in lines for _, y in line.points])
    names = [one_line(line.name) for line in lines]
    by_line: Spec = {"field": "name", "type": "nominal", "sort": names}
    look: Spec = {"symbolType": "stroke", "symbolSize": 500, "offset": ABOVE_TITLE}
    legend: Spec | None = look if len(lines) > 1 else None
    colour = {"domain": names, "range": list(SERIES[: len(lines)])}
    dash = {"domain": names, "range": list(_DASHES[: len(lines)])}
    layer: Spec = {
        "mark": {
            "type": "line",
            "strokeWidth": 2.5,
            "interpolate": "step-after" if is_stepped else "linear",
        },
        "encoding": {
            "x": x,
            "y": y,
            "stroke": by_line | {"scale": colour, "legend": legend},
            "strokeDash": by_line | {"scale": dash, "legend": legend},
        },
    }
    marks = _threshold(threshold, axes) if threshold else []
    values: list[Value] = [
        {"name": name, "x": float(x), "y": float(y)}
        for name, line in zip(names, lines, strict=True)
        for x, y in line.points
    ]
    return canvas([layer, *marks], values, _HEIGHT)


def scaled_axis(field: str, axis: Axis, values: Sequence[Number]) -> Spec:
    """Make the encoding of one axis of a curve.

    Parameters
    ----------
    field
        "x" or "y".
    axis
        Its words and unit.
    values
        The amounts drawn on it.

    Returns
    -------
    Spec
        Field, title, scale and the look of its ticks.
    """
    ticks = "max(2, floor(width / 110))" if field == "x" else "5"
    look: Spec = {
        "labelExpr": axis_labels(axis.unit, values),
        "tickCount": {"expr": ticks},
        "grid": field == "y",
        "ticks": field == "x",
        "domain": field == "x",
        "titlePadding": 10,
    }
    if field == "y":
        # Upright words beside an axis are hard to read: the title stands above it, level.
        look |= {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end"}
        look |= {"titleBaseline": "bottom", "titleX": 0, "titleY": -8}
    scale: Spec = {"nice": True, "zero": field == "y"}
    encoding: Spec = {"field": field, "type": "quantitative", "title": one_line(axis.title)}
    return encoding | {"axis": look, "scale": scale}


def _threshold(threshold: Threshold, axes: tuple[Axis, Axis]) -> list[Spec]:
    unit = axes[0 if threshold.axis == "x" else 1].unit
    words = f"{one_line(threshold.name)}: {show(threshold.value, unit)}"
    at = {"datum": float(threshold.value), "type": "quantitative"}
    is_upright = threshold.axis == "x"
    place: Spec = {"x": at, "y": {"value": 0}} if is_upright else {"y": at, "x": {"value": 0}}
    level: Spec = {"type": "text", "align": "left", "dy": -8, "limit": {"expr": "width"}}
    text = beside(threshold.value) | {"dy": 8} if is_upright else level
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "rule", "color": INK, "strokeDash": [5, 3], "strokeWidth": 1.5},
            "encoding": {threshold.axis: at},
        },
        {
            "data": {"values": [{"words": words}]},
            "mark": text,
            "encoding": place | {"text": {"field": "words"}},
        },
    ]
