"""A risk matrix with every risk as a region: how likely it lies in each cell, not one dot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.amounts import show
from fairterms.publish.chart.canvas import Spec, Value, canvas, one_line
from fairterms.publish.chart.heat_map import LIGHT_TEXT_FROM, Cell
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import INK, PAPER, SHADES
from fairterms.publish.structure import PageError

_WORD: Final = 20
_LINE: Final = 18
_FOOT: Final = 6
_NAME: Final = 20
_LEAST_HEIGHT: Final = 46
_RING: Final = 120
_ROUNDING: Final = 1e-6
_IS_NARROW: Final = "width < 400"
_OF_CELLS: Final = "datum.part == 'cell'"
_OF_SHARES: Final = "datum.part == 'share'"


@dataclass(frozen=True)
class RiskGrid:
    """The matrix that risks are drawn on.

    Parameters
    ----------
    rows, columns
        The names of the rows from the top and of the columns from the left.
    cells
        Every cell once, with the shade and the name of its level.
    axis_titles
        What the rows and the columns stand for.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    axis_titles: tuple[str, str]


@dataclass(frozen=True)
class RiskShare:
    """How likely a risk lies in one cell.

    Parameters
    ----------
    risk
        The risk's short name, such as "F3".
    row, column
        One of the grid's rows and columns.
    share
        Above 0, at most 1; the shares of one risk sum to at most 1, the rest being outside.
    """

    risk: str
    row: str
    column: str
    share: float


def risk_map(
    title: str,
    grid: RiskGrid,
    shares: Sequence[RiskShare],
    *,
    alternative: str = "",
    anchor: str = "",
) -> Chart:
    """Draw a risk matrix with the region of every risk.

    Parameters
    ----------
    title
        What the chart shows.
    grid
        The matrix.
    shares
        Where each risk may lie; the risks appear in this order in every cell. None draws the
        matrix alone.
    alternative
        The chart in words; empty means how likely each level is for each risk.
    anchor
        What links name, if any.

    Returns
    -------
    Chart
        Shaded cells that name their level. In each, a risk is a ring, filled as far as it is
        likely to lie there, with its short name, and where there is room its share.

    Raises
    ------
    PageError
        If the grid has a gap, or a share lies outside the grid or is no likelihood.
    """
    _check_grid(title, grid)
    _check_shares(title, grid, shares)
    return Chart(
        title=title,
        alternative=alternative or _sentences(grid, shares),
        spec=_draw(grid, shares),
        data=_table(title, grid, shares),
        anchor=anchor,
    )


def _check_grid(title: str, grid: RiskGrid) -> None:
    wanted = {(row, column) for row in grid.rows for column in grid.columns}
    given = [(cell.row, cell.column) for cell in grid.cells]
    if not wanted or set(given) != wanted or len(given) != len(wanted):
        raise PageError(
            f"The grid of {title!r} does not name each of its {len(wanted)} cells once: give one "
            "cell for every row and column."
        )
    for cell in grid.cells:
        if cell.level not in range(len(SHADES)) or not cell.text.strip():
            raise PageError(
                f"The cell {cell.row!r}, {cell.column!r} of {title!r} needs a level's name and a "
                f"shade from 0 to {len(SHADES) - 1}: give both."
            )


def _check_shares(title: str, grid: RiskGrid, shares: Sequence[RiskShare]) -> None:
    sums: dict[str, float] = defaultdict(float)
    for one in shares:
        sums[one.risk] += one.share
        if one.row not in grid.rows or one.column not in grid.columns:
            raise PageError(
                f"The risk {one.risk!r} of {title!r} lies at {one.row!r}, {one.column!r}, outside "
                "the grid: name a row and a column it has."
            )
        if one.share <= 0 or not sums[one.risk] <= 1 + _ROUNDING:
            raise PageError(
                f"The shares of the risk {one.risk!r} of {title!r} are no likelihoods: give each "
                "above 0, and together at most 1."
            )


def _levels(grid: RiskGrid) -> Mapping[tuple[str, str], Cell]:
    return {(cell.row, cell.column): cell for cell in grid.cells}


def _sentences(grid: RiskGrid, shares: Sequence[RiskShare]) -> str:
    """Say how likely each level is for each risk, the likeliest first."""
    levels = _levels(grid)
    found: dict[str, dict[str, float]] = {}
    for one in shares:
        level = levels[one.row, one.column].text
        of_risk = found.setdefault(one.risk, {})
        of_risk[level] = of_risk.get(level, 0.0) + one.share
    if not found:
        return "The levels of the matrix; no risk is placed on it."
    return " ".join(
        f"{one_line(risk)}: "
        + ", ".join(
            f"{level} {_percent(share)}"
            for level, share in sorted(of_risk.items(), key=lambda entry: -entry[1])
        )
        + "."
        for risk, of_risk in found.items()
    )


def _percent(share: float) -> str:
    return show(round(share, 2), "percent")


def _table(title: str, grid: RiskGrid, shares: Sequence[RiskShare]) -> Table:
    levels = _levels(grid)
    by_row, by_column = grid.axis_titles[0] or "Row", grid.axis_titles[1] or "Column"
    head = (Column(by_row), Column(by_column), Column("Level"))
    if not shares:
        return Table(title, head, tuple(Row((c.row, c.column, c.text)) for c in grid.cells))
    wide = (Column("Risk"), *head, Column("Likelihood", "right"))
    rows = (
        Row((one.risk, one.row, one.column, levels[one.row, one.column].text, _percent(one.share)))
        for one in shares
    )
    return Table(title, wide, tuple(rows))


def _spans(grid: RiskGrid, shares: Sequence[RiskShare]) -> dict[str, tuple[int, int]]:
    """Give top and bottom of every row's cells in pixels: as high as its fullest cell needs."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in shares:
        counts[one.row, one.column] += 1
    spans, top = dict[str, tuple[int, int]](), _NAME
    for row in grid.rows:
        fullest = max(counts[row, column] for column in grid.columns)
        bottom = top + max(_LEAST_HEIGHT, _WORD + _LINE * fullest + _FOOT)
        spans[row] = (top, bottom)
        top = bottom + _NAME
    return spans


def _draw(grid: RiskGrid, shares: Sequence[RiskShare]) -> Spec:
    spans = _spans(grid, shares)
    height = max(bottom for _, bottom in spans.values())
    x, y = _axes(grid, height)
    layers = [_grid_layer(x, y), _row_names(y), _words(x, y), *(_marks(x, y) if shares else ())]
    values = [
        *_row_values(grid, spans),
        *_cell_values(grid, spans),
        *_share_values(grid, shares, spans),
    ]
    return canvas(layers, values, height)


def _axes(grid: RiskGrid, height: int) -> tuple[Spec, Spec]:
    """Name the columns below; on a narrow sheet each word of a name takes a line of its own."""
    look: Spec = {
        "ticks": False,
        "domain": False,
        "labelAngle": 0,
        "labelColor": INK,
        "labelFontSize": {"expr": f"{_IS_NARROW} ? 11 : 12"},
        "labelExpr": f"{_IS_NARROW} ? split(datum.label, ' ') : datum.label",
    }
    x: Spec = {"field": "column", "type": "nominal", "scale": {"domain": list(grid.columns)}}
    x |= {"title": grid.axis_titles[1] or None, "axis": look}
    # Rows differ in height, so their places are pixels and not bands.
    scale = {"domain": [0, height], "range": [0, height], "nice": False, "zero": False}
    y: Spec = {"field": "top", "type": "quantitative", "scale": scale, "axis": None}
    return x, y


def _row_names(y: Spec) -> Spec:
    """Write each row's name above its cells, over the whole width."""
    mark = {"type": "text", "align": "left", "dy": -8, "limit": {"expr": "width"}, "fontSize": 12}
    return {
        "transform": [{"filter": "datum.part == 'row'"}],
        "mark": mark,
        "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}},
    }


def _grid_layer(x: Spec, y: Spec) -> Spec:
    shade = {"domain": list(range(len(SHADES))), "range": list(SHADES)}
    fill: Spec = {"field": "shade", "type": "ordinal", "scale": shade, "legend": None}
    return {
        "transform": [{"filter": _OF_CELLS}],
        "mark": {"type": "rect", "stroke": INK, "strokeWidth": 1},
        "encoding": {"x": x, "y": y, "y2": {"field": "bottom"}, "fill": fill},
    }


def _ink(attribute: str) -> Spec:
    """Write and draw light on dark cells, dark on light ones."""
    light = {"test": f"datum.shade >= {LIGHT_TEXT_FROM}", "value": PAPER}
    return {attribute: {"condition": light, "value": INK}}


def _words(x: Spec, y: Spec) -> Spec:
    size = {"expr": f"{_IS_NARROW} ? 11 : 13"}
    return {
        "transform": [{"filter": _OF_CELLS}],
        "mark": {
            "type": "text",
            "dy": 12,
            "fontWeight": "bold",
            "fontSize": size,
            "limit": {"expr": "bandwidth('x') - 2"},
        },
        "encoding": {"x": x, "y": y, "text": {"field": "level"}} | _ink("color"),
    }


def _marks(x: Spec, y: Spec) -> list[Spec]:
    """Draw a ring for the whole, a disc inside it for the share, and the risk's name."""
    left = "10 - bandwidth('x') / 2"
    only: Spec = {"transform": [{"filter": _OF_SHARES}]}
    at: Spec = {"x": x, "y": y | {"field": "line"}}
    point: Spec = {"type": "point", "shape": "circle", "opacity": 1, "xOffset": {"expr": left}}
    area: Spec = {"field": "share", "type": "quantitative", "legend": None}
    area |= {"scale": {"domain": [0, 1], "range": [0, _RING]}}
    ring = {"mark": point | {"size": _RING, "strokeWidth": 1.2}, "encoding": at | _ink("stroke")}
    disc = {
        "mark": point | {"strokeWidth": 0},
        "encoding": at | _ink("fill") | {"size": area},
    }
    name = {
        "mark": {
            "type": "text",
            "align": "left",
            "fontSize": {"expr": f"{_IS_NARROW} ? 11 : 12"},
            "dx": {"expr": f"{left} + 10"},
            "limit": {"expr": "bandwidth('x') - 22"},
        },
        "encoding": at | _ink("color") | {"text": {"field": "name", "type": "nominal"}},
    }
    # A narrow cell has room for the name alone; the table beside the chart gives the share.
    wide: Spec = {"calculate": f"{_IS_NARROW} ? datum.risk : datum.label", "as": "name"}
    named: Spec = {"transform": [{"filter": _OF_SHARES}, wide]}
    return [only | ring, only | disc, named | name]


def _row_values(grid: RiskGrid, spans: Mapping[str, tuple[int, int]]) -> list[Value]:
    before = f"{one_line(grid.axis_titles[0])}: " if grid.axis_titles[0] else ""
    return [
        {"part": "row", "name": before + one_line(row), "top": spans[row][0]} for row in grid.rows
    ]


def _cell_values(grid: RiskGrid, spans: Mapping[str, tuple[int, int]]) -> list[Value]:
    return [
        {
            "part": "cell",
            "column": cell.column,
            "top": spans[cell.row][0],
            "bottom": spans[cell.row][1],
            "shade": cell.level,
            "level": one_line(cell.text),
        }
        for cell in grid.cells
    ]


def _share_values(
    grid: RiskGrid, shares: Sequence[RiskShare], spans: Mapping[str, tuple[int, int]]
) -> list[Value]:
    levels, lines = _levels(grid), dict[tuple[str, str], int]()
    values = list[Value]()
    for one in shares:
        line = lines[one.row, one.column] = lines.get((one.row, one.column), -1) + 1
        values.append(
            {
                "part": "share",
                "column": one.column,
                "line": spans[one.row][0] + _WORD + _LINE * (line + 0.5),
                "share": one.share,
                "risk": one_line(one.risk),
                "label": f"{one_line(one.risk)} {_percent(one.share)}",
                "shade": levels[one.row, one.column].level,
            }
        )
    return values
