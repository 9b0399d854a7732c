"""An equity report for readers outside: no rate, gap or part that tells of 1 to 10 people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.equity.gap import Estimate
from fairterms.outcomes.equity.report import Line, Report
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience
from fairterms.outcomes.small_cells.suppression import Hiding, hide
from fairterms.outcomes.small_cells.system import System, join
from fairterms.outcomes.small_cells.table import Table


@dataclass(frozen=True)
class ShownLine:
    """One line as texts; "not shown" where a count of 1 to 10 people could be worked out.

    Attributes
    ----------
    measure, factor, group
        Names.
    n, reached
        Counts.
    rate, gap, within, between, adjusted_rate, adjusted_gap
        In per cent or points, intervals in brackets; "none" where there is nothing to show.
    """

    measure: str
    factor: str
    group: str
    n: str
    reached: str
    rate: str
    gap: str
    within: str
    between: str
    adjusted_rate: str
    adjusted_gap: str


def release(report: Report, audience: Audience) -> tuple[ShownLine, ...]:
    """Return the report as the audience may read it.

    Parameters
    ----------
    report
        With all figures.
    audience
        Outside, all tables are protected together, because they share totals and denominators.

    Raises
    ------
    Refusal
        Where nothing safe can be shown.

    Notes
    -----
    A rate is shown where reached, not reached and n are all shown. A gap, its parts and the
    adjusted figures need the rates of both groups. Parts are shown only where each of the two
    groups may show its rate; no provider's own count leaves.
    """
    tables = [
        report.of(measure, factor)
        for measure in dict.fromkeys(line.measure for line in report.lines)
        for factor in dict.fromkeys(x.factor for x in report.lines if x.measure == measure)
    ]
    hiding = _protect(tables)
    texts = hiding.texts(audience)
    shown: list[ShownLine] = []
    start = 0
    for lines in tables:
        rows = [texts[start + 3 * at : start + 3 * at + 3] for at in range(len(lines))]
        shown += _show(lines, rows, hiding, start, audience)
        start += 3 * (len(lines) + 1)
    return tuple(shown)


def _protect(tables: Sequence[tuple[Line, ...]]) -> Hiding:
    """Hide over all tables at once, tied where they count the same people.

    Notes
    -----
    All factors of a measure share its totals. Two measures share a denominator where it is equally
    large in both; a group hidden in one would otherwise be read off the other.
    """
    systems: list[System] = []
    same: list[tuple[int, int]] = []
    first: dict[tuple[str, ...], int] = {}
    start = 0
    for lines in tables:
        counts = np.array([[line.reached, line.n - line.reached] for line in lines])
        measure, factor = lines[0].measure, lines[0].factor
        names = tuple(line.group for line in lines)
        title = f"{measure} by {factor}"
        systems.append(Table(title, names, ("reached", "not reached"), counts).system())
        keys: list[tuple[tuple[str, ...], int]] = [
            ((factor, line.group, str(line.n)), start + 3 * at + 2) for at, line in enumerate(lines)
        ]
        end = start + 3 * len(lines)
        keys += [((measure, str(place)), end + place) for place in range(3)]
        keys.append((("all", str(counts.sum())), end + 2))
        for key, place in keys:
            if first.setdefault(key, place) != place:
                same.append((first[key], place))
        start = end + 3
    return hide(join(systems, same))


def _show(
    lines: tuple[Line, ...],
    rows: list[tuple[str, ...]],
    hiding: Hiding,
    start: int,
    audience: Audience,
) -> list[ShownLine]:
    """Return the lines of one factor as texts; the reference is the first."""
    is_open = [
        audience is Audience.GROUP
        or not hiding.is_hidden[start + 3 * at : start + 3 * at + 3].any()
        for at in range(len(lines))
    ]
    shown = []
    for at, line in enumerate(lines):
        own, both = is_open[at], is_open[at] and is_open[0]
        parts = line.parts
        shown.append(
            ShownLine(
                line.measure,
                line.factor,
                line.group,
                rows[at][2],
                rows[at][0],
                _text(line.rate, own),
                _text(line.gap, both),
                _points(parts.within if parts else None, both),
                _points(parts.between if parts else None, both),
                _text(line.adjusted_rate, own),
                _text(line.adjusted_gap, both),
            )
        )
    return shown


def _text(estimate: Estimate | None, is_open: bool) -> str:
    if estimate is None:
        return "none"
    if not is_open:
        return NOT_SHOWN
    return f"{100 * estimate.value:.1f} ({100 * estimate.low:.1f} to {100 * estimate.high:.1f})"


def _points(value: float | None, is_open: bool) -> str:
    if value is None:
        return "none"
    return f"{100 * value:.1f}" if is_open else NOT_SHOWN
