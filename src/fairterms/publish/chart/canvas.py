"""What all charts share: size, letters, axes, the zero line and names above their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from fairterms.publish.chart.amounts import Number, Unit, axis_labels
from fairterms.publish.palette import HAIRLINE, INK, MUTED, RULE

Spec: TypeAlias = dict[str, object]
Value: TypeAlias = dict[str, object]

WIDE: Final = 680
# Liberation Sans comes with the drawing engine and has Arial's widths, so the layout is the
# same on every machine; paper falls back to Libertinus Serif, which is narrower.
FONT: Final = "Liberation Sans, Arimo, Arial, Helvetica, Libertinus Serif, sans-serif"
LABEL_ROOM: Final = 92
_SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"


def canvas(layers: Sequence[Spec], values: Sequence[Value], height: int) -> Spec:
    """Lay layers over each other on one sheet.

    Parameters
    ----------
    layers
        Vega-Lite layers, the lowest first.
    values
        The rows of data all layers read.
    height
        Height of the plot in pixels; axes and legend come on top of it.

    Returns
    -------
    Spec
        A complete specification of width `WIDE`.
    """
    return {
        "$schema": _SCHEMA,
        "width": WIDE,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": None,
        "padding": 4,
        "data": {"values": list(values)},
        "layer": list(layers),
        "config": _CONFIG,
    }


def amount_axis(unit: Unit, values: Sequence[Number], title: str | None = None) -> Spec:
    """Make the encoding of a horizontal axis of amounts.

    Parameters
    ----------
    unit
        The unit of the amounts.
    values
        The amounts drawn on it.
    title
        Words below the axis, if any.

    Returns
    -------
    Spec
        Title and axis, to be joined with a field and a scale.
    """
    return {
        "title": title,
        "axis": {
            "labelExpr": axis_labels(unit, values),
            "tickCount": {"expr": "max(2, floor(width / 110))"},
            "labelFlush": False,
            "grid": True,
            "domain": False,
            "ticks": False,
        },
    }


def row_axis(count: int) -> Spec:
    """Make the encoding that sets rows below each other, unlabelled.

    Parameters
    ----------
    count
        The number of rows.

    Returns
    -------
    Spec
        An encoding for `y` over the field "row", numbered from 0.
    """
    scale = {"domain": list(range(count)), "paddingInner": 0, "paddingOuter": 0}
    return {"field": "row", "type": "ordinal", "axis": None, "scale": scale}


def names_above(count: int, lift: int) -> Spec:
    """Write each row's name above its mark, over the whole width.

    Parameters
    ----------
    count
        The number of rows.
    lift
        How far above the middle of the row, in pixels.

    Returns
    -------
    Spec
        A layer that reads the field "name"; a name too long for the width ends in "…".
    """
    mark = {"type": "text", "align": "left", "dy": -lift, "limit": {"expr": "width"}}
    return {
        "mark": mark,
        "encoding": {"x": {"value": 0}, "y": row_axis(count), "text": {"field": "name"}},
    }


def zero_line(x: Spec) -> Spec:
    """Rule a line at zero.

    Parameters
    ----------
    x
        The encoding of the amounts; its axis and scale are kept.

    Returns
    -------
    Spec
        A layer with one vertical line.
    """
    encoding = {key: part for key, part in x.items() if key != "field"}
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
        "encoding": {"x": encoding | {"datum": 0, "type": "quantitative"}},
    }


def beside(value: Number) -> Spec:
    """Set a label beside an upright line, on the side that has more room.

    Parameters
    ----------
    value
        Where the line stands on the horizontal axis.

    Returns
    -------
    Spec
        Properties of a text mark; a label too long for that side ends in "…".
    """
    # Only the drawing knows its width, so it is the drawing that chooses.
    at = f"scale('x', {float(value)!r})"
    is_right = f"{at} > width / 2"
    return {
        "type": "text",
        "align": {"expr": f"{is_right} ? 'right' : 'left'"},
        "dx": {"expr": f"{is_right} ? -6 : 6"},
        "limit": {"expr": f"max({at}, width - {at}) - 8"},
    }


def one_line(text: str) -> str:
    """Bring a text to one line, as a label in a chart needs it.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        The text with single spaces.
    """
    return " ".join(text.split())


_LABEL: Final = {"labelFont": FONT, "labelFontSize": 12, "labelColor": MUTED}
_TITLE: Final = {"titleFont": FONT, "titleFontSize": 12, "titleFontWeight": "normal"}
_CONFIG: Final[Spec] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": _LABEL
    | _TITLE
    | {"titleColor": MUTED, "gridColor": HAIRLINE, "domainColor": RULE, "tickColor": RULE},
    "legend": _LABEL
    | {"orient": "top", "title": None, "symbolSize": 130, "labelColor": INK}
    | {"columnPadding": 18, "columns": {"expr": "width < 400 ? 1 : 3"}}
    | {"labelLimit": {"expr": "width < 400 ? width - 40 : width / 3 - 60"}},
    "text": {"font": FONT, "fontSize": 13, "color": INK, "baseline": "middle"},
}
