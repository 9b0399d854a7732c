"""The limits of a chart: which law of chance they follow, and why there may be none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.monitor.indicators.false_alarms import FalseAlarms, false_alarms
from fairterms.monitor.indicators.indicator import Indicator, Sample, Sort
from fairterms.monitor.indicators.limits import (
    FEWEST_AMOUNTS,
    Usual,
    amount_limits,
    event_limits,
    share_limits,
    usual_rate,
    usual_share,
)
from fairterms.outcomes.comparison.chance import floats

PER = 1_000
"""Rates are shown per so many of the denominator."""

UNEVEN = 0.01
"""Where chance alone would bring values so far apart in fewer than so many of all baselines, the
months truly differ, and the limits are taken from how far neighbours lie apart (our choice)."""


@dataclass(frozen=True)
class ChartLimits:
    """The limits of every point of a chart, and how they came about.

    Attributes
    ----------
    centre
        The usual level, as high as the points stand.
    ends
        The lowest and the highest that chance alone brings, for each point.
    alarms
        How often the rules ring by chance within them.
    notes
        How they came about, in sentences.
    """

    centre: float
    ends: tuple[tuple[float, float], ...]
    alarms: FalseAlarms
    notes: tuple[str, ...]


def height(indicator: Indicator, sample: Sample) -> float:
    """Return where a value stands: a share, a rate per :data:`PER`, a count, or an amount."""
    if indicator.sort in (Sort.SHARE, Sort.RATE):
        assert sample.n is not None, "the reader asks every share and rate for its n"
        return _scale(indicator, sample.n) * sample.events
    return float(sample.value.amount)


def limits_of(
    indicator: Indicator, samples: Sequence[Sample], baseline: Sequence[Sample]
) -> ChartLimits | str:
    """Return the limits of every value.

    Parameters
    ----------
    indicator
        The indicator.
    samples
        Every value on the chart.
    baseline
        Those of them that show what is usual.

    Returns
    -------
    ChartLimits or str
        The sentence that says why nothing can be told, where nothing can.
    """
    if indicator.baseline is None:
        return (
            "No baseline is declared, so nobody can tell what is usual. Add "
            'baseline = { from = "…", to = "…" } to the indicator.'
        )
    if not baseline:
        return f"No value of the baseline ({indicator.baseline}) has come in yet."
    if indicator.sort is Sort.AMOUNT:
        return _of_amounts(indicator, samples, baseline)
    return _of_counts(indicator, samples, baseline)


def _of_amounts(
    indicator: Indicator, samples: Sequence[Sample], baseline: Sequence[Sample]
) -> ChartLimits | str:
    shown = counted_values(len(baseline))
    if len(baseline) < FEWEST_AMOUNTS:
        return (
            f"The baseline has {shown}; {FEWEST_AMOUNTS} are needed before anybody can tell how "
            "far such values lie apart by themselves."
        )
    heights = [height(indicator, one) for one in baseline]
    found = amount_limits(heights)
    if found is None:
        return "The values of the baseline are all alike, so nobody can tell what is usual."
    low, centre, high = found
    if min(heights) >= 0:
        low = max(low, 0.0)  # what is never negative has no limit below nothing
    if indicator.sort is Sort.SHARE:
        high = min(high, 1.0)
    note = f"The limits come from how far neighbouring values of the baseline lie apart ({shown})."
    alarms = false_alarms(Sort.AMOUNT, 0.0, 1, len(baseline))
    return ChartLimits(centre, ((low, high),) * len(samples), alarms, (note,))


def _of_counts(
    indicator: Indicator, samples: Sequence[Sample], baseline: Sequence[Sample]
) -> ChartLimits | str:
    is_share = indicator.sort is Sort.SHARE
    exposures = [one.n or 1 for one in baseline]
    ratio = unevenness(is_share, [one.events for one in baseline], exposures)
    if ratio is not None:
        found = _of_amounts(indicator, samples, baseline)
        return found if isinstance(found, str) else _uneven(found, ratio)
    events = sum(one.events for one in baseline)
    usual = (usual_share if is_share else usual_rate)(events, sum(exposures), len(baseline))
    ends = tuple(_ends(indicator, usual, one) for one in samples)
    alarms = false_alarms(indicator.sort, usual.rate, median_low(exposures), len(baseline))
    law = "binomial" if is_share else "Poisson"
    shown = counted_values(len(baseline))
    note = f"The limits are exact ({law}), around what was usual in {shown}."
    scale = PER if indicator.sort is Sort.RATE else 1
    return ChartLimits(usual.rate * scale, ends, alarms, (note,))


def _ends(indicator: Indicator, usual: Usual, sample: Sample) -> tuple[float, float]:
    n = sample.n or 1
    few, many = (share_limits if indicator.sort is Sort.SHARE else event_limits)(usual, n)
    return few * _scale(indicator, n), many * _scale(indicator, n)


def _scale(indicator: Indicator, n: int) -> float:
    """Return how high one event stands on the chart."""
    return {Sort.SHARE: 1 / n, Sort.RATE: PER / n}.get(indicator.sort, 1.0)


def _uneven(found: ChartLimits, ratio: float) -> ChartLimits:
    note = (
        f"The values of the baseline differ more than chance alone explains (their variance is "
        f"{ratio:.1f} times as large)."
    )
    return replace(found, notes=(note, *found.notes))


def unevenness(is_share: bool, events: Sequence[int], exposures: Sequence[int]) -> float | None:
    """Return how much more the values of a baseline differ than chance alone brings.

    Parameters
    ----------
    is_share
        Whether the events are a part of the exposures.
    events, exposures
        Of each value; exposures at least 1.

    Returns
    -------
    float or None
        The ratio of the variances; None where chance explains it, and where the baseline is too
        short to say.

    Notes
    -----
    Pearson's statistic over its degrees of freedom, against the chi-squared distribution.

    Examples
    --------
    >>> unevenness(True, [50, 52, 48] * 4, [100] * 12) is None
    True
    >>> round(unevenness(True, [30, 50, 70] * 4, [100] * 12), 1)
    11.6
    """
    if len(events) < FEWEST_AMOUNTS:
        return None
    seen, n = floats(list(events)), floats(list(exposures))
    rate = seen.sum() / n.sum()
    spread = rate * n * ((1 - rate) if is_share else 1)
    if not spread.all():
        return None
    statistic, freedom = float(((seen - rate * n) ** 2 / spread).sum()), len(events) - 1
    is_chance = float(special.gammaincc(freedom / 2, statistic / 2)) >= UNEVEN
    return None if is_chance else statistic / freedom


def counted_values(number: int) -> str:
    """Write a number of values.

    Examples
    --------
    >>> counted_values(1), counted_values(12)
    ('1 value', '12 values')
    """
    return "1 value" if number == 1 else f"{number} values"
