"""A waterfall: how an amount becomes another, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from fairterms.publish.chart.amounts import Number, Unit, column, exact, show
from fairterms.publish.chart.canvas import (
    LABEL_ROOM,
    Spec,
    Value,
    amount_axis,
    canvas,
    names_above,
    one_line,
    row_axis,
    zero_line,
)
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import GAIN, LEVEL, LOSS, PAPER, RULE
from fairterms.publish.structure import PageError

_ROW_HEIGHT: Final = 46
_KINDS: Final = ("amount", "adds", "takes away")


@dataclass(frozen=True)
class Level:
    """An amount that stands by itself: the start, a subtotal, the end.

    Parameters
    ----------
    name
        What the amount is.
    amount
        Measured from zero; after other steps, their running total.
    """

    name: str
    amount: Number


@dataclass(frozen=True)
class Change:
    """A step up or down from the running total.

    Parameters
    ----------
    name
        What adds or takes away.
    amount
        Above zero adds, below zero takes away.
    """

    name: str
    amount: Number


WaterfallStep: TypeAlias = Level | Change


@dataclass(frozen=True)
class _Bar:
    step: WaterfallStep
    start: Decimal
    end: Decimal

    @property
    def kind(self) -> str:
        if isinstance(self.step, Level):
            return _KINDS[0]
        return _KINDS[1] if self.end >= self.start else _KINDS[2]


def waterfall(
    title: str,
    steps: Sequence[WaterfallStep],
    *,
    unit: Unit = "dollars",
    alternative: str = "",
    anchor: str = "",
) -> Chart:
    """Draw how an amount becomes another.

    Parameters
    ----------
    title
        What the chart shows.
    steps
        From the first amount to the last, in order.
    unit
        The unit of all amounts.
    alternative
        The chart in words; empty means sentences made from the steps.
    anchor
        What links name, if any.

    Returns
    -------
    Chart
        Levels are dark, gains lighter, losses hollow; each carries its sign and amount.

    Raises
    ------
    PageError
        If there is no step, or a later level is not the running total.
    """
    bars = _bars(title, steps)
    return Chart(
        title=title,
        alternative=alternative or _sentences(bars, unit),
        spec=_draw(bars, unit),
        data=_table(title, bars, unit),
        anchor=anchor,
    )


def _bars(title: str, steps: Sequence[WaterfallStep]) -> list[_Bar]:
    if not steps:
        raise PageError(f"The waterfall {title!r} has no steps: give at least one.")
    bars: list[_Bar] = []
    total = Decimal(0)
    for step in steps:
        amount = exact(step.amount)
        if isinstance(step, Change):
            bars.append(_Bar(step, total, total + amount))
        elif bars and abs(amount - total) > Decimal("0.01"):
            raise PageError(
                f"The waterfall {title!r} reaches {total} before {step.name!r}, which says "
                f"{amount}: add the step that is missing."
            )
        else:
            bars.append(_Bar(step, Decimal(0), amount))
        total = bars[-1].end
    return bars


def _label(bar: _Bar, unit: Unit) -> str:
    return show(bar.step.amount, unit, signed=isinstance(bar.step, Change))


def _sentences(bars: list[_Bar], unit: Unit) -> str:
    parts = [
        f"{one_line(bar.step.name)}: {_label(bar, unit)}"
        + (f", leaving {show(bar.end, unit)}" if isinstance(bar.step, Change) else "")
        for bar in bars
    ]
    return "; ".join(parts) + "."


def _table(title: str, bars: list[_Bar], unit: Unit) -> Table:
    amounts = column([bar.step.amount for bar in bars], unit)
    totals = column([bar.end for bar in bars], unit)
    rows = (
        Row((bar.step.name, amount, total), "total" if isinstance(bar.step, Level) else "")
        for bar, amount, total in zip(bars, amounts, totals, strict=True)
    )
    columns = (Column("Step"), Column("Amount", "right"), Column("Running total", "right"))
    return Table(title, columns, tuple(rows))


def _values(bars: list[_Bar], unit: Unit) -> list[Value]:
    return [
        {
            "row": row,
            "next": min(row + 1, len(bars) - 1),
            "name": one_line(bar.step.name),
            "kind": bar.kind,
            "start": float(bar.start),
            "end": float(bar.end),
            "right": float(max(bar.start, bar.end)),
            "label": _label(bar, unit),
        }
        for row, bar in enumerate(bars)
    ]


def _draw(bars: list[_Bar], unit: Unit) -> Spec:
    y = row_axis(len(bars))
    scale = {"range": [0, {"expr": f"width - {LABEL_ROOM}"}]}
    x: Spec = {"field": "start", "type": "quantitative", "scale": scale}
    x |= amount_axis(unit, [bar.end for bar in bars] + [bar.start for bar in bars])
    kinds = [kind for kind in _KINDS if any(bar.kind == kind for bar in bars)]
    fills = dict(zip(_KINDS, (LEVEL, GAIN, PAPER), strict=True))
    strokes = dict(zip(_KINDS, (LEVEL, GAIN, LOSS), strict=True))
    legend: Spec | None = {"symbolType": "square"} if len(kinds) > 1 else None
    bar_layer: Spec = {
        "mark": {"type": "bar", "size": 17, "yOffset": 9, "strokeWidth": 2},
        "encoding": {
            "x": x,
            "x2": {"field": "end"},
            "y": y,
            "fill": _by_kind(kinds, fills, legend),
            "stroke": _by_kind(kinds, strokes, legend),
        },
    }
    label: Spec = {
        "mark": {"type": "text", "align": "left", "dx": 7, "dy": 9, "fontWeight": "bold"},
        "encoding": {"x": x | {"field": "right"}, "y": y, "text": {"field": "label"}},
    }
    layers = [zero_line(x), _connectors(x, y), bar_layer, names_above(len(bars), 12), label]
    return canvas(layers, _values(bars, unit), _ROW_HEIGHT * len(bars))


def _connectors(x: Spec, y: Spec) -> Spec:
    return {
        "transform": [{"filter": "datum.next > datum.row"}],
        "mark": {"type": "rule", "color": RULE, "strokeDash": [2, 2], "yOffset": 9, "y2Offset": 9},
        "encoding": {"x": x | {"field": "end"}, "y": y, "y2": {"field": "next"}},
    }


def _by_kind(kinds: list[str], colours: dict[str, str], legend: Spec | None) -> Spec:
    scale = {"domain": kinds, "range": [colours[kind] for kind in kinds]}
    return {"field": "kind", "type": "nominal", "scale": scale, "legend": legend}
