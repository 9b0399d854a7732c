"""Tornado: how far each thing moves an amount from where it stands, the largest move on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.amounts import Number, Unit, column, exact, show
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
)
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import GAIN, INK, LOSS, PAPER
from fairterms.publish.structure import PageError

_ROW_HEIGHT: Final = 46
_SIZE: Final = 15
_FIRST: Final = 9
_PITCH: Final = 19


@dataclass(frozen=True)
class End:
    """Where the amount comes to when one thing is changed.

    Parameters
    ----------
    name
        The change: "without it", "2 % higher".
    amount
        The amount then, in the unit of the chart.
    """

    name: str
    amount: Number


@dataclass(frozen=True)
class Swing:
    """One thing and the amounts it leads to.

    Parameters
    ----------
    name
        The thing that is changed.
    ends
        One or two changes of it.
    """

    name: str
    ends: tuple[End, ...]


def tornado(
    title: str,
    base: End,
    swings: Sequence[Swing],
    *,
    unit: Unit = "dollars",
    alternative: str = "",
    anchor: str = "",
) -> Chart:
    """Draw how far each change moves an amount, the largest move on top.

    Parameters
    ----------
    title
        What the chart shows.
    base
        The amount without any change; all bars begin there.
    swings
        What is changed, in any order.
    unit
        The unit of all amounts.
    alternative
        The chart in words; empty means sentences made from the amounts.
    anchor
        What links name, if any.

    Returns
    -------
    Chart
        Bars from the base to each end: filled above it, hollow below it, each with its amount.

    Raises
    ------
    PageError
        If there is no swing, or one with no end or more than two.
    """
    _check(title, swings)
    ordered = sorted(swings, key=lambda swing: -_reach(base, swing))
    return Chart(
        title=title,
        alternative=alternative or _sentences(base, ordered, unit),
        spec=_draw(base, ordered, unit),
        data=_table(title, base, ordered, unit),
        anchor=anchor,
    )


def _check(title: str, swings: Sequence[Swing]) -> None:
    if not swings:
        raise PageError(f"The chart {title!r} has no bar: give at least one.")
    for swing in swings:
        if len(swing.ends) not in {1, 2}:
            raise PageError(
                f"{swing.name!r} of {title!r} has {len(swing.ends)} ends: give one or two."
            )


def _reach(base: End, swing: Swing) -> Number:
    """Return how far the ends of a swing lie apart, the base among them."""
    amounts = [exact(base.amount), *(exact(end.amount) for end in swing.ends)]
    return max(amounts) - min(amounts)


def _sentences(base: End, swings: Sequence[Swing], unit: Unit) -> str:
    parts = [
        f"{one_line(swing.name)}: "
        + ", ".join(f"{one_line(end.name)} {show(end.amount, unit)}" for end in swing.ends)
        + "."
        for swing in swings
    ]
    return " ".join([f"{one_line(base.name)}: {show(base.amount, unit)}.", *parts])


def _table(title: str, base: End, swings: Sequence[Swing], unit: Unit) -> Table:
    named = [("", base), *((swing.name, end) for swing in swings for end in swing.ends)]
    amounts = column([end.amount for _, end in named], unit)
    rows = tuple(
        Row((name or end.name, end.name if name else "", amount))
        for (name, end), amount in zip(named, amounts, strict=True)
    )
    columns = (Column("What is changed"), Column("How"), Column("Amount", "right"))
    return Table(title, columns, rows)


def _values(base: End, swings: Sequence[Swing], unit: Unit) -> list[Value]:
    rows: list[Value] = []
    for row, swing in enumerate(swings):
        value: Value = {"row": row, "name": _name(swing), "base": float(base.amount)}
        for place, end in enumerate(swing.ends):
            value |= {f"end_{place}": float(end.amount), f"label_{place}": show(end.amount, unit)}
        rows.append(value)
    return rows


def _name(swing: Swing) -> str:
    """Name a swing above its bars; where there are two, say which is which, from the top."""
    if len(swing.ends) == 1:
        return one_line(swing.name)
    return one_line(f"{swing.name}: {'; '.join(end.name for end in swing.ends)}")


def _draw(base: End, swings: Sequence[Swing], unit: Unit) -> Spec:
    amounts = [base.amount, *(end.amount for swing in swings for end in swing.ends)]
    scale = {"range": [LABEL_ROOM, {"expr": f"width - {LABEL_ROOM}"}], "zero": False}
    x: Spec = {"field": "base", "type": "quantitative", "scale": scale}
    x |= amount_axis(unit, amounts)
    most = max(len(swing.ends) for swing in swings)
    # A second bar makes every row higher; name and first bar then move up by half of that.
    extra = _PITCH * (most - 1)
    y = row_axis(len(swings))
    offsets = [_FIRST + _PITCH * place - extra // 2 for place in range(most)]
    layers = [layer for place in range(most) for layer in _bar(x, y, place, offsets[place])]
    words = f"{one_line(base.name)}: {show(base.amount, unit)}"
    layers += [
        names_above(len(swings), 12 + extra // 2),
        *_base_line(x, y, base, words, (offsets[0], extra)),
    ]
    return canvas(layers, _values(base, swings, unit), (_ROW_HEIGHT + extra) * len(swings))


def _bar(x: Spec, y: Spec, place: int, offset: int) -> list[Spec]:
    """Draw one end of every swing that has it: a bar and its amount, outside of the bar."""
    field = f"end_{place}"
    has_end: Spec = {"filter": f"isValid(datum.{field})"}
    is_below = f"datum.{field} < datum.base"
    bar: Spec = {
        "transform": [has_end],
        "mark": {"type": "bar", "size": _SIZE, "yOffset": offset, "strokeWidth": 2},
        "encoding": {
            "x": x,
            "x2": {"field": field},
            "y": y,
            "fill": {"condition": {"test": is_below, "value": PAPER}, "value": GAIN},
            "stroke": {"condition": {"test": is_below, "value": LOSS}, "value": GAIN},
        },
    }
    labels = [
        _label(x, y, place, offset, {"align": "right", "dx": -7}, is_below),
        _label(x, y, place, offset, {"align": "left", "dx": 7}, f"!({is_below})"),
    ]
    return [bar, *labels]


def _label(x: Spec, y: Spec, place: int, offset: int, side: Spec, test: str) -> Spec:
    return {
        "transform": [{"filter": f"isValid(datum.end_{place}) && {test}"}],
        "mark": {"type": "text", "dy": offset, "fontWeight": "bold"} | side,
        "encoding": {
            "x": x | {"field": f"end_{place}"},
            "y": y,
            "text": {"field": f"label_{place}"},
        },
    }


def _base_line(x: Spec, y: Spec, base: End, words: str, bars: tuple[int, int]) -> list[Spec]:
    """Rule a line at the base, beside the bars only: between them stand the names."""
    first, extra = bars
    line = {"type": "tick", "orient": "vertical", "color": INK, "thickness": 1.5, "opacity": 1}
    at = {key: part for key, part in x.items() if key != "field"} | {"datum": float(base.amount)}
    return [
        {
            "mark": line | {"size": _SIZE + extra + 6, "yOffset": first + extra / 2},
            "encoding": {"x": at, "y": y},
        },
        {
            "data": {"values": [{"words": words}]},
            "mark": beside(base.amount) | {"dy": -2, "baseline": "bottom"},
            "encoding": {"x": at, "y": {"value": 0}, "text": {"field": "words"}},
        },
    ]
