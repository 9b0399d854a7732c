"""A grid of shaded cells, such as a risk matrix; each cell says its value in words too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.canvas import Spec, Value, canvas, one_line
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import INK, PAPER, SHADES
from fairterms.publish.structure import PageError

_ROW_HEIGHT: Final = 52
LIGHT_TEXT_FROM: Final = 3


@dataclass(frozen=True)
class Cell:
    """One cell of the grid.

    Parameters
    ----------
    row, column
        One of the chart's rows and columns.
    level
        From 0 (lightest) to 4 (darkest).
    text
        What the cell says, such as "High" or "3 risks".
    """

    row: str
    column: str
    level: int
    text: str


def heat_map(
    title: str,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    cells: Sequence[Cell],
    *,
    axis_titles: tuple[str, str] = ("", ""),
    alternative: str = "",
) -> Chart:
    """Draw a grid of shaded cells.

    Parameters
    ----------
    title
        What the chart shows.
    rows, columns
        The names of the rows from the top and of the columns from the left.
    cells
        The filled cells; the others stay empty.
    axis_titles
        What the rows and the columns stand for.
    alternative
        The chart in words; empty means one sentence per filled cell.

    Returns
    -------
    Chart
        The grid; darker means more.

    Raises
    ------
    PageError
        If there is no cell, or one lies outside the grid or the five levels.
    """
    _check(title, rows, columns, cells)
    return Chart(
        title=title,
        alternative=alternative or " ".join(f"{c.row}, {c.column}: {c.text}." for c in cells),
        spec=_draw(rows, columns, cells, axis_titles),
        data=_table(title, rows, columns, cells, axis_titles),
    )


def _check(
    title: str, rows: tuple[str, ...], columns: tuple[str, ...], cells: Sequence[Cell]
) -> None:
    if not cells:
        raise PageError(f"The chart {title!r} has no cell: give at least one.")
    for cell in cells:
        is_inside = cell.row in rows and cell.column in columns
        if not is_inside or cell.level not in range(len(SHADES)):
            raise PageError(
                f"The cell {cell.row!r}, {cell.column!r} of {title!r} lies outside the grid or "
                f"the levels 0 to {len(SHADES) - 1}: name a row, a column and a level it has."
            )


def _table(
    title: str,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    cells: Sequence[Cell],
    axis_titles: tuple[str, str],
) -> Table:
    said = {(cell.row, cell.column): cell.text for cell in cells}
    lines = (Row((row, *(said.get((row, column), "") for column in columns))) for row in rows)
    head = (Column(axis_titles[0] or "Row"), *(Column(column) for column in columns))
    return Table(title, head, tuple(lines))


def _draw(
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    cells: Sequence[Cell],
    axis_titles: tuple[str, str],
) -> Spec:
    values: list[Value] = [
        {"row": c.row, "column": c.column, "level": c.level, "text": one_line(c.text)}
        for c in cells
    ]
    # On a narrow sheet each word of a label takes a line of its own.
    label = "width < 400 ? split(datum.label, ' ') : datum.label"
    look: Spec = {
        "labelExpr": label,
        "ticks": False,
        "domain": False,
        "labelAngle": 0,
        "labelColor": INK,
    }
    x: Spec = {"field": "column", "type": "nominal", "scale": {"domain": list(columns)}}
    y: Spec = {"field": "row", "type": "nominal", "scale": {"domain": list(rows)}}
    x |= {"title": axis_titles[1] or None, "axis": look | {"orient": "top"}}
    y |= {"title": axis_titles[0] or None, "axis": look | {"labelLimit": 110}}
    shade = {"domain": list(range(len(SHADES))), "range": list(SHADES)}
    fill: Spec = {"field": "level", "type": "ordinal", "scale": shade, "legend": None}
    light = {"test": f"datum.level >= {LIGHT_TEXT_FROM}", "value": PAPER}
    grid: Spec = {
        "mark": {"type": "rect", "stroke": INK, "strokeWidth": 1},
        "encoding": {"x": x, "y": y, "fill": fill},
    }
    words: Spec = {
        "mark": {"type": "text", "limit": {"expr": "bandwidth('x') - 6"}},
        "encoding": {
            "x": x,
            "y": y,
            "text": {"field": "text"},
            "color": {"condition": light, "value": INK},
        },
    }
    return canvas([grid, words], values, _ROW_HEIGHT * len(rows))
