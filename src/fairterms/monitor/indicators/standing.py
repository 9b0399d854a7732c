"""How an indicator stands on a day: green, amber, red or unknown, and which way it moves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fairterms.monitor.indicators.chart_limits import height
from fairterms.monitor.indicators.control_chart import ChartPoint, ControlChart, chart_of
from fairterms.monitor.indicators.indicator import Indicator, Sample, Sort, State, known
from fairterms.monitor.indicators.limits import share_interval
from fairterms.monitor.indicators.rules import Rule
from fairterms.monitor.indicators.sample_period import SamplePeriod, ended

FEWEST_CASES = 11
"""A share of fewer has no colour: one person more or less would change it (our choice)."""


@dataclass(frozen=True)
class Standing:
    """How one indicator stands.

    Attributes
    ----------
    indicator
        The indicator.
    state
        Its colour, or that nobody knows.
    because
        Why, in a sentence; empty where the value says it.
    chart
        What was known of it, between the limits of chance.
    overdue
        The periods whose value should be in and is not.
    """

    indicator: Indicator
    state: State
    because: str
    chart: ControlChart
    overdue: tuple[SamplePeriod, ...]

    @property
    def latest(self) -> Sample | None:
        """Its last value; None before the first one."""
        return self.chart.points[-1].sample if self.chart.points else None


def stand(indicator: Indicator, samples: Iterable[Sample], on: date) -> Standing:
    """Say how an indicator stands.

    Parameters
    ----------
    indicator
        The indicator.
    samples
        Every value ever received; only those received by the day count.
    on
        The day.
    """
    its = known(samples, indicator.id, on)
    have = {one.period for one in its}
    expected = (one for one in ended(indicator.starts, on) if indicator.due(one) < on)
    overdue = tuple(one for one in expected if one not in have)
    state, because = _state(indicator, its[-1] if its else None, overdue)
    return Standing(indicator, state, because, chart_of(indicator, its), overdue)


def _state(
    indicator: Indicator, last: Sample | None, overdue: tuple[SamplePeriod, ...]
) -> tuple[State, str]:
    if last is None:
        return State.UNKNOWN, "No value has come in yet."
    found = indicator.bounds.state(last.value.amount)
    if overdue and overdue[-1] > last.period:
        day = indicator.due(overdue[-1])
        return State.UNKNOWN, (
            f"The value of {overdue[-1]} was due on {day}. The last one, of {last.period}, was "
            f"{found.value}."
        )
    if indicator.sort is not Sort.SHARE or last.n is None:
        return found, ""
    if last.n < FEWEST_CASES:
        return State.UNKNOWN, f"So few {indicator.denominator} are too few to tell."
    return found, _doubt(indicator, last, found)


def _doubt(indicator: Indicator, last: Sample, found: State) -> str:
    """Say what else a share of few may mean; empty where it can only mean its own colour."""
    assert last.n is not None, "a share has its n"
    bounds = indicator.bounds
    ends = share_interval(last.events, last.n)
    amber, red = float(bounds.amber.amount), float(bounds.red.amount)
    best, worst = (ends[1], ends[0]) if bounds.is_higher_better else ends
    is_maybe_green = best > amber if bounds.is_higher_better else best < amber
    is_maybe_red = worst <= red if bounds.is_higher_better else worst >= red
    shown = f"{100 * ends[0]:.0f} % to {100 * ends[1]:.0f} %"
    if found is State.RED and is_maybe_green:
        return f"It may be chance: such a value fits a true one of {shown}."
    if found is State.GREEN and is_maybe_red:
        return f"It may be luck: such a value fits a true one of {shown}."
    return ""


def trend(standing: Standing) -> str:
    """Say in plain words which way an indicator moves, beyond chance or not.

    Parameters
    ----------
    standing
        How it stands.

    Returns
    -------
    str
        A few words without a full stop.
    """
    points, chart = standing.chart.points, standing.chart
    if not points:
        return "no value yet"
    if chart.centre is None:
        return _two_values(standing.indicator, points)
    last = points[-1]
    if last.is_baseline:
        return "its baseline is still being gathered"
    words = [_words(rule, standing.indicator, points, chart.centre) for rule in last.rules]
    if words:
        return "; ".join(words)
    return "no change beyond chance" if chart.judges_rows else "inside its limits"


def _words(rule: Rule, indicator: Indicator, points: tuple[ChartPoint, ...], centre: float) -> str:
    last = points[-1]
    is_up = last.height > (points[-2].height if rule is Rule.ONE_WAY else centre)
    sense = "better" if is_up is indicator.bounds.is_higher_better else "worse"
    said = {
        Rule.OUTSIDE: f"{'above' if is_up else 'below'} what chance alone brings",
        Rule.ONE_SIDE: f"{'above' if is_up else 'below'} its usual level eight times in a row",
        Rule.ONE_WAY: f"{'rising' if is_up else 'falling'} six values in a row",
    }
    return f"{said[rule]} ({sense})"


def _two_values(indicator: Indicator, points: tuple[ChartPoint, ...]) -> str:
    if len(points) < 2:
        return "one value: no trend can be told"
    before, last = (height(indicator, one.sample) for one in points[-2:])
    moved = "up" if last > before else "down" if last < before else "unchanged"
    return f"{moved} since {points[-2].sample.period}; whether by chance cannot be told"
