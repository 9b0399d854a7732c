"""Control charts: values in the order of time, between the limits of what chance alone brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fairterms.publish.chart.amounts import Number, column, exact, show
from fairterms.publish.chart.canvas import Spec, Value, canvas, one_line
from fairterms.publish.chart.curve import ABOVE_TITLE, Axis, Threshold, scaled_axis
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import INK, LEVEL, LOSS, PAPER, RULE
from fairterms.publish.structure import PageError

_HEIGHT: Final = 280
_MOST_NAMED: Final = 4
_LINES: Final = ("Limits of chance", "Usual level")
_DASHES: Final = ([8, 4], [2, 3])
_USUAL, _STANDS_OUT = "Within what chance brings", "Stands out"


@dataclass(frozen=True)
class TimedPoint:
    """One value in time.

    Parameters
    ----------
    period
        When, as the axis names it, such as "2027-03".
    value
        The value; None for a period without one, which leaves a gap.
    limits
        The lowest and the highest value that chance alone brings; None where nobody can tell.
    stands_out
        Why it stands out, in words; empty where it does not.
    """

    period: str
    value: Number | None
    limits: tuple[Number, Number] | None = None
    stands_out: str = ""


def control(
    title: str,
    points: Sequence[TimedPoint],
    axis: Axis,
    *,
    centre: Number | None = None,
    thresholds: Sequence[Threshold] = (),
    note: str = "",
) -> Chart:
    """Draw values in time between their limits.

    Parameters
    ----------
    title
        What the chart shows.
    points
        In the order of time, at least one with a value.
    axis
        What is measured, and its unit.
    centre
        The usual level; None where nobody can tell.
    thresholds
        Levels at which something begins, such as amber and red.
    note
        One remark below the chart.

    Returns
    -------
    Chart
        A dot for a value within the limits, a larger open diamond for one that stands out; limits
        as steps, because each value has its own.

    Raises
    ------
    PageError
        If no point has a value, two share a period, limits are out of order, or a threshold is
        upright.

    Examples
    --------
    >>> points = [TimedPoint("2027-01", 0.8, (0.6, 0.9)), TimedPoint("2027-02", 0.5, (0.6, 0.9),
    ...     "outside the limits")]
    >>> print(control("Seen in time", points, Axis("Share", "percent"), centre=0.75).alternative)
    Share, 2027-01 to 2027-02: from 80 % to 50 %, around a usual 75 %. 1 of 2 values stands out: \
2027-02 at 50 % (outside the limits).
    """
    _check(title, points, thresholds)
    return Chart(
        title=title,
        alternative=_sentences(points, axis, centre, thresholds),
        spec=_draw(points, axis, centre, thresholds),
        data=_table(title, points, axis),
        note=note,
    )


def _check(title: str, points: Sequence[TimedPoint], thresholds: Sequence[Threshold]) -> None:
    if all(point.value is None for point in points):
        raise PageError(f"The chart {title!r} needs a point with a value.")
    if len({point.period for point in points}) < len(points):
        raise PageError(f"The chart {title!r} names a period twice: give each one point.")
    for point in points:
        if point.limits and exact(point.limits[0]) > exact(point.limits[1]):
            raise PageError(f"In {title!r} the limits of {point.period} are out of order.")
    if any(one.axis != "y" for one in thresholds):
        raise PageError(f"The thresholds of {title!r} are level ones: give them axis='y'.")


def _sentences(
    points: Sequence[TimedPoint],
    axis: Axis,
    centre: Number | None,
    thresholds: Sequence[Threshold],
) -> str:
    values = [(one.period, one.value, one.stands_out) for one in points if one.value is not None]
    usual = "" if centre is None else f", around a usual {show(centre, axis.unit)}"
    lead = (
        f"{one_line(axis.title)}, {values[0][0]} to {values[-1][0]}: from "
        f"{show(values[0][1], axis.unit)} to {show(values[-1][1], axis.unit)}{usual}."
    )
    told = _loud([one for one in values if one[2]], len(values), axis)
    marked = [
        f"Marked: {one_line(one.name)} at {show(one.value, axis.unit)}." for one in thresholds
    ]
    return " ".join([lead, told, *marked])


def _loud(loud: Sequence[tuple[str, Number, str]], values: int, axis: Axis) -> str:
    """Say which values stand out: all of a few, the last of many."""
    if not loud:
        return "No value stands out."
    named = [
        f"{period} at {show(value, axis.unit)} ({one_line(why)})"
        for period, value, why in loud[-_MOST_NAMED:]
    ]
    verb = "stands" if len(loud) == 1 else "stand"
    last = "" if len(loud) <= _MOST_NAMED else " the last ones"
    return f"{len(loud)} of {values} values {verb} out:{last} {'; '.join(named)}."


def _table(title: str, points: Sequence[TimedPoint], axis: Axis) -> Table:
    seen = [one for one in points if one.value is not None]
    values = column([one.value for one in seen if one.value is not None], axis.unit)
    rows = tuple(
        Row(
            (one.period, value, _range(one, axis), one_line(one.stands_out) or "no"),
            "highlight" if one.stands_out else "",
        )
        for one, value in zip(seen, values, strict=True)
    )
    columns = (
        Column("Period"),
        Column(axis.title, "right"),
        Column("Limits of chance", "right"),
        Column("Stands out"),
    )
    return Table(title, columns, rows)


def _range(point: TimedPoint, axis: Axis) -> str:
    if point.limits is None:
        return "cannot be told"
    low, high = (show(end, axis.unit) for end in point.limits)
    return f"{low} to {high}"


def _draw(
    points: Sequence[TimedPoint],
    axis: Axis,
    centre: Number | None,
    thresholds: Sequence[Threshold],
) -> Spec:
    numbers: list[Number] = [one.value for one in points if one.value is not None]
    numbers += [end for one in points if one.limits for end in one.limits]
    numbers += [one.value for one in thresholds] + ([] if centre is None else [centre])
    x = _across([one_line(point.period) for point in points])
    y = scaled_axis("y", axis, numbers) | {"scale": {"nice": True, "zero": False}}
    layers = [
        *_levels(points, centre, x, y),
        *(layer for one in thresholds for layer in _threshold(one, axis)),
        _path(x, y),
        _marks(x, y),
    ]
    values: list[Value] = [
        {
            "period": one_line(one.period),
            "y": None if one.value is None else float(one.value),
            "look": _STANDS_OUT if one.stands_out else _USUAL,
        }
        for one in points
    ]
    return canvas(layers, values, _HEIGHT)


def _across(periods: list[str]) -> Spec:
    look: Spec = {
        "labelAngle": 0,
        "labelOverlap": "greedy",
        "labelSeparation": 8,
        "grid": False,
        "ticks": True,
    }
    scale: Spec = {"domain": periods, "type": "point", "padding": 0.5}
    return {"field": "period", "type": "ordinal", "title": None, "axis": look, "scale": scale}


def _levels(points: Sequence[TimedPoint], centre: Number | None, x: Spec, y: Spec) -> list[Spec]:
    """Draw limits and the usual level; nothing where nobody can tell them."""
    values: list[Value] = []
    for point in points:
        ends = point.limits or (None, None)
        levels = ((_LINES[0], "low", ends[0]), (_LINES[0], "high", ends[1]))
        values += [_level(point, *level) for level in (*levels, (_LINES[1], "centre", centre))]
    drawn = [value for value in values if value["y"] is not None]
    if not drawn:
        return []
    dash = {"domain": list(_LINES), "range": list(_DASHES)}
    legend: Spec = {"symbolType": "stroke", "symbolSize": 500, "symbolStrokeColor": RULE}
    legend["offset"] = ABOVE_TITLE
    by_line: Spec = {"field": "line", "type": "nominal", "sort": list(_LINES)}
    return [
        {
            "data": {"values": drawn},
            "mark": {"type": "line", "color": RULE, "strokeWidth": 2, "interpolate": "step"},
            "encoding": {
                "x": x,
                "y": y,
                "detail": {"field": "side", "type": "nominal"},
                "strokeDash": by_line | {"scale": dash, "legend": legend},
            },
        }
    ]


def _level(point: TimedPoint, line: str, side: str, at: Number | None) -> Value:
    height = None if at is None else float(at)
    return {"period": one_line(point.period), "line": line, "side": side, "y": height}


def _threshold(threshold: Threshold, axis: Axis) -> list[Spec]:
    words = f"{one_line(threshold.name)}: {show(threshold.value, axis.unit)}"
    at: Spec = {"datum": float(threshold.value), "type": "quantitative"}
    text = {"type": "text", "align": "left", "dy": -8, "limit": {"expr": "width"}}
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1},
            "encoding": {"y": at},
        },
        {
            "data": {"values": [{"words": words}]},
            "mark": text,
            "encoding": {"x": {"value": 2}, "y": at, "text": {"field": "words"}},
        },
    ]


def _path(x: Spec, y: Spec) -> Spec:
    """Join neighbouring values; a period without one leaves a gap."""
    mark = {
        "type": "line",
        "color": LEVEL,
        "strokeWidth": 1.5,
        "invalid": "break-paths-filter-domains",
    }
    return {"mark": mark, "encoding": {"x": x, "y": y}}


def _marks(x: Spec, y: Spec) -> Spec:
    looks = [_USUAL, _STANDS_OUT]
    by_look: Spec = {"field": "look", "type": "nominal", "sort": looks}
    is_loud = f"datum.look === '{_STANDS_OUT}'"

    def scaled(values: list[object]) -> Spec:
        legend = {"offset": ABOVE_TITLE}
        return by_look | {"scale": {"domain": looks, "range": values}, "legend": legend}

    return {
        "transform": [{"filter": "datum.y !== null"}],
        "mark": {"type": "point", "opacity": 1, "strokeWidth": 2},
        "encoding": {
            "x": x,
            "y": y,
            "shape": scaled(["circle", "diamond"]),
            "size": {"condition": {"test": is_loud, "value": 160}, "value": 45},
            "fill": scaled([LEVEL, PAPER]),
            "stroke": scaled([LEVEL, LOSS]),
        },
    }
