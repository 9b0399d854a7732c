"""Bars: amounts side by side, each measured from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.amounts import Number, Unit, column, show
from fairterms.publish.chart.canvas import (
    LABEL_ROOM,
    Spec,
    Value,
    amount_axis,
    beside,
    canvas,
    names_above,
    one_line,
    row_axis,
    zero_line,
)
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import INK, LEVEL, LOSS, PAPER
from fairterms.publish.structure import PageError

_ROW_HEIGHT: Final = 46


@dataclass(frozen=True)
class Bar:
    """One amount.

    Parameters
    ----------
    name
        What the amount is.
    amount
        Below zero is drawn hollow, to the left.
    """

    name: str
    amount: Number


@dataclass(frozen=True)
class Reference:
    """An amount to compare all bars with.

    Parameters
    ----------
    name
        What it is.
    amount
        In the unit of the bars.
    """

    name: str
    amount: Number


def bars(
    title: str,
    amounts: Sequence[Bar],
    *,
    unit: Unit = "dollars",
    reference: Reference | None = None,
    alternative: str = "",
    anchor: str = "",
) -> Chart:
    """Draw amounts side by side.

    Parameters
    ----------
    title
        What the chart shows.
    amounts
        In the order drawn, from the top.
    unit
        The unit of all amounts.
    reference
        An amount marked by a dashed line.
    alternative
        The chart in words; empty means sentences made from the amounts.
    anchor
        What links name, if any.

    Returns
    -------
    Chart
        Horizontal bars, each with its amount.

    Raises
    ------
    PageError
        If there is no amount.
    """
    if not amounts:
        raise PageError(f"The chart {title!r} has no bar: give at least one.")
    return Chart(
        title=title,
        alternative=alternative or _sentences(amounts, unit, reference),
        spec=_draw(amounts, unit, reference),
        data=_table(title, amounts, unit, reference),
        anchor=anchor,
    )


def _sentences(amounts: Sequence[Bar], unit: Unit, reference: Reference | None) -> str:
    text = "; ".join(f"{one_line(bar.name)}: {show(bar.amount, unit)}" for bar in amounts) + "."
    if reference:
        text += f" The dashed line is {reference.name}: {show(reference.amount, unit)}."
    return text


def _table(title: str, amounts: Sequence[Bar], unit: Unit, reference: Reference | None) -> Table:
    named = [*amounts, Bar(reference.name, reference.amount)] if reference else list(amounts)
    written = column([bar.amount for bar in named], unit)
    rows = (Row((bar.name, amount)) for bar, amount in zip(named, written, strict=True))
    return Table(title, (Column("Name"), Column("Amount", "right")), tuple(rows))


def _values(amounts: Sequence[Bar], unit: Unit) -> list[Value]:
    return [
        {
            "row": row,
            "name": one_line(bar.name),
            "amount": float(bar.amount),
            "right": max(float(bar.amount), 0.0),
            "label": show(bar.amount, unit),
        }
        for row, bar in enumerate(amounts)
    ]


def _draw(amounts: Sequence[Bar], unit: Unit, reference: Reference | None) -> Spec:
    y = row_axis(len(amounts))
    drawn = [bar.amount for bar in amounts] + ([reference.amount] if reference else [])
    scale = {"range": [0, {"expr": f"width - {LABEL_ROOM}"}], "zero": True}
    x = {"field": "amount", "type": "quantitative", "scale": scale} | amount_axis(unit, drawn)
    is_loss = "datum.amount < 0"
    bar_layer: Spec = {
        "mark": {"type": "bar", "size": 17, "yOffset": 9, "strokeWidth": 2},
        "encoding": {
            "x": x,
            "y": y,
            "fill": {"condition": {"test": is_loss, "value": PAPER}, "value": LEVEL},
            "stroke": {"condition": {"test": is_loss, "value": LOSS}, "value": LEVEL},
        },
    }
    label: Spec = {
        "mark": {"type": "text", "align": "left", "dx": 7, "dy": 9, "fontWeight": "bold"},
        "encoding": {"x": x | {"field": "right"}, "y": y, "text": {"field": "label"}},
    }
    layers = [zero_line(x), bar_layer, names_above(len(amounts), 12), label]
    if reference:
        layers += _reference(x, reference, unit)
    return canvas(layers, _values(amounts, unit), _ROW_HEIGHT * len(amounts))


def _reference(x: Spec, reference: Reference, unit: Unit) -> list[Spec]:
    words = f"{one_line(reference.name)}: {show(reference.amount, unit)}"
    at = {key: part for key, part in x.items() if key != "field"}
    at |= {"datum": float(reference.amount)}
    text = beside(reference.amount) | {"dy": -2, "baseline": "bottom"}
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "rule", "color": INK, "strokeDash": [5, 3], "strokeWidth": 1.5},
            "encoding": {"x": at},
        },
        {
            "data": {"values": [{"words": words}]},
            "mark": text,
            "encoding": {"x": at, "y": {"value": 0}, "text": {"field": "words"}},
        },
    ]
