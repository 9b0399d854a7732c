"""A control chart: the values of an indicator between the limits of what chance alone brings."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from fairterms.monitor.indicators.chart_limits import (
    ChartLimits,
    counted_values,
    height,
    limits_of,
)
from fairterms.monitor.indicators.false_alarms import FalseAlarms
from fairterms.monitor.indicators.indicator import Indicator, Sample
from fairterms.monitor.indicators.limits import FEWEST_AMOUNTS
from fairterms.monitor.indicators.rules import Rule, rings
from fairterms.outcomes.comparison.chance import floats

_SLACK = 1e-9
"""A limit is itself inside, and a quotient is not exact."""


@dataclass(frozen=True)
class ChartPoint:
    """One value on the chart.

    Attributes
    ----------
    sample
        The value.
    height
        Where it stands: a share from 0 to 1, a rate per thousand, a count, or an amount.
    limits
        The lowest and the highest height that chance alone brings; None where it cannot be told.
    rules
        By which rules it stands out; always empty within the baseline.
    is_baseline
        Whether it is one of the values that show what is usual.
    """

    sample: Sample
    height: float
    limits: tuple[float, float] | None = None
    rules: tuple[Rule, ...] = ()
    is_baseline: bool = False

    @property
    def is_outside(self) -> bool:
        """Whether it lies outside its limits."""
        if self.limits is None:
            return False
        low, high = self.limits
        return not low - _SLACK <= self.height <= high + _SLACK


@dataclass(frozen=True)
class ControlChart:
    """The chart of one indicator.

    Attributes
    ----------
    points
        In the order of time.
    centre
        The usual level; None where it cannot be told.
    alarms
        How often the rules ring by chance; None without limits.
    notes
        How the limits came about, and what cannot be told, in sentences.
    judges_rows
        Whether rows of values can be judged, and not only single ones.
    """

    points: tuple[ChartPoint, ...]
    centre: float | None = None
    alarms: FalseAlarms | None = None
    notes: tuple[str, ...] = ()
    judges_rows: bool = False


def chart_of(indicator: Indicator, samples: Sequence[Sample]) -> ControlChart:
    """Draw the limits of what chance alone brings, and mark what stands out.

    Parameters
    ----------
    indicator
        The indicator.
    samples
        What was known of it, in the order of the periods.

    Returns
    -------
    ControlChart
        Without limits, and with the reason, where a baseline is not declared or too short.
    """
    usual = indicator.baseline
    baseline = [one for one in samples if usual is not None and one.period in usual]
    limits = limits_of(indicator, samples, baseline)
    points = [
        ChartPoint(one, height(indicator, one), is_baseline=one in baseline) for one in samples
    ]
    if isinstance(limits, str):
        return ControlChart(tuple(points), notes=(limits,))
    judges_rows = len(baseline) >= FEWEST_AMOUNTS
    judged = _judged(points, limits, judges_rows)
    notes = (*limits.notes, *_short(len(baseline)), *_loud(judged))
    return ControlChart(judged, limits.centre, limits.alarms, notes, judges_rows)


def _judged(
    points: Sequence[ChartPoint], limits: ChartLimits, judges_rows: bool
) -> tuple[ChartPoint, ...]:
    """Give each point its limits, and the rules by which it stands out."""
    placed = [
        ChartPoint(one.sample, one.height, ends, is_baseline=one.is_baseline)
        for one, ends in zip(points, limits.ends, strict=True)
    ]
    marks = _marks(placed, limits.centre)
    known = tuple(Rule) if judges_rows else (Rule.OUTSIDE,)
    return tuple(
        one
        if one.is_baseline
        else ChartPoint(
            one.sample, one.height, one.limits, tuple(rule for rule in known if rule in rang)
        )
        for one, rang in zip(placed, marks, strict=True)
    )


def _marks(points: Sequence[ChartPoint], centre: float) -> list[set[Rule]]:
    """Return by which rules each point stands out, those of the baseline included."""
    heights = floats([[one.height for one in points]])
    is_outside = np.array([[one.is_outside for one in points]])
    places = [one.sample.period.place for one in points]
    is_next = np.array([False, *(b - a == 1 for a, b in pairwise(places))])
    found = rings(heights, floats([[centre]]), is_outside, is_next)
    return [{rule for rule in Rule if found[rule][0, at]} for at in range(len(points))]


def _short(values: int) -> tuple[str, ...]:
    if values >= FEWEST_AMOUNTS:
        return ()
    told = (
        f"The baseline has only {counted_values(values)}: the limits allow for a usual level that "
        "is not known exactly, and whether a row of values has moved cannot be told before it has "
        f"{FEWEST_AMOUNTS}."
    )
    return (told,)


def _loud(points: Sequence[ChartPoint]) -> tuple[str, ...]:
    """Say which values of the baseline lie outside the limits drawn from it."""
    periods = [str(one.sample.period) for one in points if one.is_baseline and one.is_outside]
    if not periods:
        return ()
    told = (
        f"The baseline itself holds a value outside its limits ({', '.join(periods)}): find out "
        "what happened then, or declare a baseline without it."
    )
    return (told,)
