"""Funnels: each provider by its size and its result, between limits that narrow with size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from fairterms.publish.chart.amounts import Number, axis_labels, column, exact, show
from fairterms.publish.chart.canvas import Spec, Value, canvas, one_line
from fairterms.publish.chart.curve import ABOVE_TITLE, Axis
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import GAIN, INK, LEVEL, LOSS, PAPER, RULE
from fairterms.publish.structure import PageError

Standing: TypeAlias = Literal["below", "within", "above"]

_HEIGHT: Final = 340
_MOST_ROWS: Final = 40
_ORDER: Final[tuple[Standing, ...]] = ("below", "within", "above")
_LEGEND: Final = {
    "below": "Below the limits",
    "within": "Within the limits",
    "above": "Above the limits",
}
_DASHES: Final = ([8, 4], [2, 3])


@dataclass(frozen=True)
class Dot:
    """One provider.

    Parameters
    ----------
    name
        The provider.
    size
        Its patients, or the events expected; above 0.
    value
        Its rate or ratio.
    standing
        Where it stands by the rule of the comparison, which allows for chance.
    is_own
        Whether it is the group the report is for: it is ringed and named.
    """

    name: str
    size: Number
    value: Number
    standing: Standing
    is_own: bool = False


@dataclass(frozen=True)
class Band:
    """A pair of limits.

    Parameters
    ----------
    name
        Such as "95 % limits".
    points
        Size, lower and upper limit, from the smallest size to the largest.
    """

    name: str
    points: tuple[tuple[Number, Number, Number], ...]


def funnel(
    title: str,
    dots: Sequence[Dot],
    bands: Sequence[Band],
    axes: tuple[Axis, Axis],
    *,
    target: Number,
    alternative: str = "",
) -> Chart:
    """Draw providers between limits.

    Parameters
    ----------
    title
        What the chart shows.
    dots
        The providers; at least one.
    bands
        One or two pairs of limits, the narrow one first, told apart by their dashes.
    axes
        Size and result.
    target
        The result all are compared with, drawn as a level line.
    alternative
        The chart in words; empty means sentences made from counts and limits.

    Returns
    -------
    Chart
        A triangle down below the limits, a dot within, a triangle up above. Sizes stand on a
        square root scale, which leaves room for small providers. The table of a large comparison
        lists the group's own row and those outside, and says so.

    Raises
    ------
    PageError
        If there is no provider or no size, no band or more than two, or limits that are not in
        order.

    Examples
    --------
    >>> axes = Axis("Patients", "number"), Axis("Improved", "percent")
    >>> band = Band("95 % limits", ((10, 0.2, 0.8), (100, 0.4, 0.6)))
    >>> dots = [Dot("Cedar", 40, 0.5, "within", is_own=True), Dot("Fir", 90, 0.3, "below")]
    >>> print(funnel("Improvement", dots, [band], axes, target=0.5).alternative)
    2 providers by Patients: 1 below, 1 within and 0 above the limits around 50 %. 95 % limits: \
20 % to 80 % at 10, 40 % to 60 % at 100. Cedar: 50 % at 40, within the limits.
    """
    _check(title, dots, bands)
    return Chart(
        title=title,
        alternative=alternative or _sentences(dots, bands, axes, target),
        spec=_draw(dots, bands, axes, target),
        data=_table(title, dots, axes),
    )


def _check(title: str, dots: Sequence[Dot], bands: Sequence[Band]) -> None:
    if not dots or any(exact(dot.size) <= 0 for dot in dots):
        raise PageError(f"The chart {title!r} needs a provider, and each a size above 0.")
    if not 1 <= len(bands) <= 2 or any(len(band.points) < 2 for band in bands):
        raise PageError(f"The chart {title!r} needs one or two bands of two points or more.")
    for band in bands:
        sizes = [exact(size) for size, _, _ in band.points]
        are_ordered = all(exact(low) <= exact(high) for _, low, high in band.points)
        if sizes != sorted(sizes) or sizes[0] <= 0 or not are_ordered:
            raise PageError(
                f"The band {band.name!r} of {title!r} is out of order: give sizes above 0 from "
                "small to large, each with its lower and upper limit."
            )


def _sentences(
    dots: Sequence[Dot], bands: Sequence[Band], axes: tuple[Axis, Axis], target: Number
) -> str:
    across, up = axes
    below, within, above = (sum(dot.standing == s for dot in dots) for s in _ORDER)
    lead = (
        f"{_counted(len(dots))} by {one_line(across.title)}: {below} below, {within} within and "
        f"{above} above the limits around {show(target, up.unit)}."
    )
    parts = [lead]
    for band in bands:
        ends = (
            f"{show(low, up.unit)} to {show(high, up.unit)} at {show(size, across.unit)}"
            for size, low, high in (band.points[0], band.points[-1])
        )
        parts.append(f"{one_line(band.name)}: {', '.join(ends)}.")
    parts += [
        f"{one_line(dot.name)}: {show(dot.value, up.unit)} at {show(dot.size, across.unit)}, "
        f"{dot.standing} the limits."
        for dot in dots
        if dot.is_own
    ]
    return " ".join(parts)


def _counted(providers: int) -> str:
    return "1 provider" if providers == 1 else f"{providers:,} providers"


def _table(title: str, dots: Sequence[Dot], axes: tuple[Axis, Axis]) -> Table:
    listed, note = list(dots), ""
    if len(dots) > _MOST_ROWS:
        listed = [dot for dot in dots if dot.is_own or dot.standing != "within"]
        note = f"{len(dots) - len(listed)} more providers are drawn, all within the limits."
    across, up = axes
    sizes = column([dot.size for dot in listed], across.unit)
    values = column([dot.value for dot in listed], up.unit)
    rows = (
        Row((dot.name, size, value, _LEGEND[dot.standing]), "highlight" if dot.is_own else "")
        for dot, size, value in zip(listed, sizes, values, strict=True)
    )
    columns = (
        Column("Provider"),
        Column(across.title, "right"),
        Column(up.title, "right"),
        Column("Standing"),
    )
    return Table(title, columns, tuple(rows), note)


def _draw(
    dots: Sequence[Dot], bands: Sequence[Band], axes: tuple[Axis, Axis], target: Number
) -> Spec:
    x, y = _across(axes[0], dots, bands), _upward(axes[1], dots, bands)
    # A label at the line would lie under the providers: the title of the axis names it.
    y["title"] = f"{one_line(axes[1].title)} (the line: {show(target, axes[1].unit)})"
    layers = [*_target(y, target), *_limits(x, y, bands), _marks(x, y), *_own(x, y)]
    values: list[Value] = [
        {
            "name": one_line(dot.name),
            "x": float(dot.size),
            "y": float(dot.value),
            "standing": dot.standing,
            "own": dot.is_own,
        }
        for dot in dots
    ]
    return canvas(layers, values, _HEIGHT)


def _across(axis: Axis, dots: Sequence[Dot], bands: Sequence[Band]) -> Spec:
    sizes = [dot.size for dot in dots] + [size for band in bands for size, _, _ in band.points]
    look: Spec = {
        "labelExpr": axis_labels(axis.unit, sizes),
        "tickCount": {"expr": "max(2, floor(width / 110))"},
        "grid": False,
        "ticks": True,
        "titlePadding": 10,
        # On a square root scale the small sizes stand close together.
        "labelOverlap": "greedy",
    }
    encoding: Spec = {"field": "x", "type": "quantitative", "title": one_line(axis.title)}
    return encoding | {"axis": look, "scale": {"type": "sqrt", "zero": True, "nice": False}}


def _upward(axis: Axis, dots: Sequence[Dot], bands: Sequence[Band]) -> Spec:
    values = [dot.value for dot in dots]
    values += [limit for band in bands for _, *limits in band.points for limit in limits]
    look: Spec = {
        "labelExpr": axis_labels(axis.unit, values),
        "tickCount": {"expr": "5"},
        "grid": True,
        "ticks": False,
        "domain": False,
        "titlePadding": 10,
        # Upright words beside an axis are hard to read: the title stands above it, level.
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "end",
        "titleBaseline": "bottom",
        "titleX": 0,
        "titleY": -8,
    }
    encoding: Spec = {"field": "y", "type": "quantitative", "title": one_line(axis.title)}
    return encoding | {"axis": look, "scale": {"zero": False, "nice": True}}


def _target(y: Spec, target: Number) -> list[Spec]:
    at = {key: part for key, part in y.items() if key != "field"} | {"datum": float(target)}
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "encoding": {"y": at},
        }
    ]


def _limits(x: Spec, y: Spec, bands: Sequence[Band]) -> list[Spec]:
    names = [one_line(band.name) for band in bands]
    dash = {"domain": names, "range": list(_DASHES[: len(bands)])}
    legend: Spec = {"symbolType": "stroke", "symbolSize": 500, "symbolStrokeColor": RULE}
    legend["offset"] = ABOVE_TITLE
    values: list[Value] = [
        {"band": name, "x": float(size), "low": float(low), "high": float(high)}
        for name, band in zip(names, bands, strict=True)
        for size, low, high in band.points
    ]
    by_band: Spec = {"field": "band", "type": "nominal", "sort": names}
    return [
        {
            "data": {"values": values},
            "mark": {"type": "line", "color": RULE, "strokeWidth": 2},
            "encoding": {
                "x": x,
                "y": y | {"field": side},
                "strokeDash": by_band | {"scale": dash, "legend": legend},
            },
        }
        for side in ("low", "high")
    ]


def _marks(x: Spec, y: Spec) -> Spec:
    """Draw the providers; form and fill say what colour says too."""
    by_standing: Spec = {"field": "standing", "type": "nominal", "sort": list(_ORDER)}
    words = " : ".join(f"datum.value == '{key}' ? '{text}'" for key, text in _LEGEND.items())
    legend = {"labelExpr": f"{words} : ''", "offset": ABOVE_TITLE}

    def scaled(looks: list[str]) -> Spec:
        return by_standing | {"scale": {"domain": list(_ORDER), "range": looks}, "legend": legend}

    return {
        "mark": {"type": "point", "size": 55, "opacity": 0.9, "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "y": y,
            "shape": scaled(["triangle-down", "circle", "triangle-up"]),
            "fill": scaled([PAPER, LEVEL, GAIN]),
            "stroke": scaled([LOSS, LEVEL, GAIN]),
        },
    }


def _own(x: Spec, y: Spec) -> list[Spec]:
    is_own = [{"filter": "datum.own"}]
    # The name stays on the sheet: left of a provider in the right half, right of it otherwise.
    is_right = "scale('x', datum.x) > width / 2"
    text = {
        "type": "text",
        "align": {"expr": f"{is_right} ? 'right' : 'left'"},
        "dx": {"expr": f"{is_right} ? -12 : 12"},
        "limit": {"expr": "width / 2"},
        "fontWeight": "bold",
    }
    ring = {"type": "point", "shape": "circle", "size": 260, "color": INK, "strokeWidth": 2}
    return [
        {"transform": is_own, "mark": ring, "encoding": {"x": x, "y": y}},
        {
            "transform": is_own,
            "mark": text,
            "encoding": {"x": x, "y": y, "text": {"field": "name"}},
        },
    ]
