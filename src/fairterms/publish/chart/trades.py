"""Trades between two sides: what outcomes are worth to each, and the points to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.amounts import Number, column, show
from fairterms.publish.chart.canvas import Spec, Value, canvas, one_line
from fairterms.publish.chart.curve import ABOVE_TITLE, Axis, scaled_axis
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import INK, SERIES
from fairterms.publish.structure import PageError

_HEIGHT: Final = 320
_MOST_ROWS: Final = 25
_SHAPES: Final = ("diamond", "square", "triangle-up", "cross", "circle", "triangle-down")


@dataclass(frozen=True)
class MarkedPoint:
    """A point with a name.

    Parameters
    ----------
    name
        What it is.
    x, y
        What it is worth to the first and to the second side.
    """

    name: str
    x: Number
    y: Number


def trades_chart(
    title: str,
    frontier: Sequence[tuple[Number, Number]],
    marked: Sequence[MarkedPoint],
    axes: tuple[Axis, Axis],
    *,
    note: str = "",
) -> Chart:
    """Draw what outcomes are worth to two sides.

    Parameters
    ----------
    title
        What the chart shows.
    frontier
        Outcomes that cannot be bettered for both, as pairs of the first and second side's worth.
    marked
        Up to six points with names; each gets a shape of its own.
    axes
        The first side's worth (horizontal) and the second's (upright).
    note
        One remark below the chart.

    Returns
    -------
    Chart
        Small dots for the frontier, shapes for the marked points, with a legend. A long frontier is
        listed every few points in the table, and the table says so.

    Raises
    ------
    PageError
        If there is nothing to draw, or more marked points than shapes.
    """
    if not frontier or not 1 <= len(marked) <= len(_SHAPES):
        raise PageError(f"The chart {title!r} needs a frontier and one to six marked points.")
    return Chart(
        title=title,
        alternative=_sentences(frontier, marked, axes),
        spec=_draw(frontier, marked, axes),
        data=_table(title, frontier, marked, axes),
        note=note,
    )


def _sentences(
    frontier: Sequence[tuple[Number, Number]],
    marked: Sequence[MarkedPoint],
    axes: tuple[Axis, Axis],
) -> str:
    across, up = axes
    (x0, y0), (x1, y1) = min(frontier), max(frontier)
    ends = (
        f"{up.title} against {across.title}. The frontier runs from {show(x0, across.unit)} and "
        f"{show(y0, up.unit)} to {show(x1, across.unit)} and {show(y1, up.unit)}."
    )
    parts = [
        f"{one_line(one.name)}: {show(one.x, across.unit)} and {show(one.y, up.unit)}."
        for one in marked
    ]
    return " ".join((ends, *parts))


def _table(
    title: str,
    frontier: Sequence[tuple[Number, Number]],
    marked: Sequence[MarkedPoint],
    axes: tuple[Axis, Axis],
) -> Table:
    across, up = axes
    every = -(-len(frontier) // _MOST_ROWS)
    points = [one for at, one in enumerate(frontier) if at % every == 0 or one is frontier[-1]]
    names = [one_line(one.name) for one in marked] + ["Frontier"] * len(points)
    xs = column([one.x for one in marked] + [x for x, _ in points], across.unit)
    ys = column([one.y for one in marked] + [y for _, y in points], up.unit)
    rows = tuple(Row((name, x, y)) for name, x, y in zip(names, xs, ys, strict=True))
    columns = (Column("Point"), Column(across.title, "right"), Column(up.title, "right"))
    note = f"One frontier point in {every} is listed, and the last." if every > 1 else ""
    return Table(title, columns, rows, note)


def _draw(
    frontier: Sequence[tuple[Number, Number]],
    marked: Sequence[MarkedPoint],
    axes: tuple[Axis, Axis],
) -> Spec:
    xs = [x for x, _ in frontier] + [one.x for one in marked]
    ys = [y for _, y in frontier] + [one.y for one in marked]
    place = {"x": scaled_axis("x", axes[0], xs), "y": scaled_axis("y", axes[1], ys)}
    dots: list[Value] = [{"x": float(x), "y": float(y)} for x, y in frontier]
    names = [one_line(one.name) for one in marked]
    # The points often lie side by side: their names stand in a legend, not upon each other.
    by_name: Spec = {
        "field": "name",
        "type": "nominal",
        "sort": names,
        "scale": {"domain": names, "range": list(_SHAPES[: len(names)])},
        "legend": {
            "columns": {"expr": "width < 400 ? 1 : 3"},
            "symbolSize": 130,
            "symbolFillColor": INK,
            "symbolStrokeColor": INK,
            "offset": ABOVE_TITLE,
        },
    }
    points: list[Value] = [
        {"name": name, "x": float(one.x), "y": float(one.y)}
        for one, name in zip(marked, names, strict=True)
    ]
    layers: list[Spec] = [
        {"mark": {"type": "circle", "size": 26, "color": SERIES[0]}, "encoding": place},
        {
            "data": {"values": points},
            "mark": {"type": "point", "size": 130, "filled": True, "color": INK},
            "encoding": {**place, "shape": by_name},
        },
    ]
    return canvas(layers, dots, _HEIGHT)
