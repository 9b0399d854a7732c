"""Ranges: the worst, the expected and the best case of each scenario on one axis."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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

_ROW_HEIGHT: Final = 66
_CASES: Final = ("worst", "expected", "best")


@dataclass(frozen=True)
class Scenario:
    """What may come of one choice.

    Parameters
    ----------
    name
        The choice.
    worst, expected, best
        Amounts of one unit, none below the one before.
    """

    name: str
    worst: Number
    expected: Number
    best: Number

    @property
    def amounts(self) -> tuple[Number, Number, Number]:
        """The three amounts, worst first."""
        return (self.worst, self.expected, self.best)


def ranges(
    title: str,
    scenarios: Sequence[Scenario],
    *,
    unit: Unit = "dollars",
    case_names: tuple[str, str, str] = ("Worst", "Expected", "Best"),
    alternative: str = "",
    anchor: str = "",
) -> Chart:
    """Draw the range of each scenario around a zero line.

    Parameters
    ----------
    title
        What the chart shows.
    scenarios
        In the order drawn, from the top.
    unit
        The unit of all amounts.
    case_names
        What the three amounts are called, such as "Worst in 20 years".
    alternative
        The chart in words; empty means sentences made from the scenarios.
    anchor
        What links name, if any.

    Returns
    -------
    Chart
        A triangle down for the worst case, a dot for the expected, a triangle up for the
        best, each with its amount.

    Raises
    ------
    PageError
        If there is no scenario, or its amounts are not in order.
    """
    _check(title, scenarios)
    return Chart(
        title=title,
        alternative=alternative or _sentences(scenarios, unit, case_names),
        spec=_draw(scenarios, unit, case_names),
        data=_table(title, scenarios, unit, case_names),
        anchor=anchor,
    )


def _check(title: str, scenarios: Sequence[Scenario]) -> None:
    if not scenarios:
        raise PageError(f"The chart {title!r} has no scenario: give at least one.")
    for scenario in scenarios:
        worst, expected, best = map(exact, scenario.amounts)
        if not worst <= expected <= best:
            raise PageError(
                f"The scenario {scenario.name!r} of {title!r} has amounts out of order "
                f"({worst}, {expected}, {best}): give worst, expected, best."
            )


def _sentences(scenarios: Sequence[Scenario], unit: Unit, names: tuple[str, str, str]) -> str:
    return " ".join(
        f"{one_line(scenario.name)}: "
        + ", ".join(
            f"{name.lower()} {show(amount, unit)}"
            for name, amount in zip(names, scenario.amounts, strict=True)
        )
        + "."
        for scenario in scenarios
    )


def _table(
    title: str, scenarios: Sequence[Scenario], unit: Unit, names: tuple[str, str, str]
) -> Table:
    written = [column([s.amounts[case] for s in scenarios], unit) for case in range(3)]
    rows = (
        Row((scenario.name, *amounts))
        for scenario, *amounts in zip(scenarios, *written, strict=True)
    )
    columns = (Column("Scenario"), *(Column(name, "right") for name in names))
    return Table(title, columns, tuple(rows))


def _values(scenarios: Sequence[Scenario], unit: Unit) -> list[Value]:
    return [
        {"row": row, "name": one_line(scenario.name)}
        | {case: float(amount) for case, amount in zip(_CASES, scenario.amounts, strict=True)}
        | {
            f"{case}_label": show(amount, unit)
            for case, amount in zip(_CASES, scenario.amounts, strict=True)
        }
        for row, scenario in enumerate(scenarios)
    ]


def _draw(scenarios: Sequence[Scenario], unit: Unit, names: tuple[str, str, str]) -> Spec:
    y = row_axis(len(scenarios))
    scale = {"range": [LABEL_ROOM, {"expr": f"width - {LABEL_ROOM}"}], "zero": True}
    x: Spec = {"field": "worst", "type": "quantitative", "scale": scale}
    x |= amount_axis(unit, [amount for scenario in scenarios for amount in scenario.amounts])
    span: Spec = {
        "mark": {"type": "rule", "color": RULE, "strokeWidth": 5, "yOffset": 5},
        "encoding": {"x": x, "x2": {"field": "best"}, "y": y},
    }
    layers = [
        zero_line(x),
        span,
        _marks(x, y, names),
        names_above(len(scenarios), 19),
        _amounts(x, y, "worst", {"align": "right", "dx": -10, "dy": 5}),
        _amounts(x, y, "expected", {"align": "center", "dy": 23, "fontWeight": "bold"}),
        _amounts(x, y, "best", {"align": "left", "dx": 10, "dy": 5}),
    ]
    return canvas(layers, _values(scenarios, unit), _ROW_HEIGHT * len(scenarios) + 6)


def _marks(x: Spec, y: Spec, names: tuple[str, str, str]) -> Spec:
    """Draw the three shapes; a legend names them."""
    case: Spec = {"field": "case", "type": "nominal", "sort": list(_CASES), "title": None}
    legend = {"labelExpr": f"{json.dumps(dict(zip(_CASES, names, strict=True)))}[datum.value]"}
    shapes = {"range": ["triangle-down", "circle", "triangle-up"], "domain": list(_CASES)}
    fills = {"range": [PAPER, LEVEL, GAIN], "domain": list(_CASES)}
    strokes = {"range": [LOSS, LEVEL, GAIN], "domain": list(_CASES)}
    return {
        "transform": [{"fold": list(_CASES), "as": ["case", "amount"]}],
        "mark": {"type": "point", "size": 150, "opacity": 1, "strokeWidth": 2, "yOffset": 5},
        "encoding": {
            "x": x | {"field": "amount"},
            "y": y,
            "shape": case | {"scale": shapes, "legend": legend},
            "fill": case | {"scale": fills, "legend": legend},
            "stroke": case | {"scale": strokes, "legend": legend},
        },
    }


def _amounts(x: Spec, y: Spec, case: str, mark: Spec) -> Spec:
    return {
        "mark": {"type": "text"} | mark,
        "encoding": {"x": x | {"field": case}, "y": y, "text": {"field": f"{case}_label"}},
    }
