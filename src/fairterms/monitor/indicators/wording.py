"""The words of the pages on indicators: bounds, lead times, shares of warnings, false alarms."""

from fairterms.monitor.indicators.chart_limits import PER
from fairterms.monitor.indicators.control_chart import ControlChart
from fairterms.monitor.indicators.hit_rate import ENOUGH, Tally
from fairterms.monitor.indicators.indicator import Indicator, Sort, State
from fairterms.monitor.indicators.rules import Rule
from fairterms.publish.inline import Severity

SHAPES: dict[State, Severity] = {
    State.RED: "high",
    State.AMBER: "medium",
    State.UNKNOWN: "low",
    State.GREEN: "passed",
}
RULES = "; ".join(
    {
        Rule.OUTSIDE: "a value outside its limits",
        Rule.ONE_SIDE: "eight in a row on one side of the usual level",
        Rule.ONE_WAY: "six in a row that rise, or that fall",
    }.values()
)


def bounds_in_words(indicator: Indicator) -> str:
    """Write from when on an indicator is amber and red."""
    way = "or less" if indicator.bounds.is_higher_better else "or more"
    return f"amber {indicator.bounds.amber} {way}; red {indicator.bounds.red} {way}"


def lead_in_words(indicator: Indicator) -> str:
    """Write how long before the loss an indicator moves."""
    if not indicator.lead_time.amount:
        return "together with the loss"
    return f"{indicator.lead_time} before the loss it warns of"


def tally_in_words(tally: Tally, nothing: str) -> str:
    """Write a share of warnings or losses with its number and its exact interval.

    Parameters
    ----------
    tally
        The counts.
    nothing
        What to say where there is nothing to count.

    Examples
    --------
    >>> tally_in_words(Tally(9, 12), "none"), tally_in_words(Tally(2, 3), "none")
    ('9 of 12 (75 %; 95 % interval 43 % to 95 %)', '2 of 3: too few to tell (below 10)')
    """
    interval = tally.interval
    if interval is None:
        return nothing
    if not tally.is_enough:
        return f"{tally.part} of {tally.whole}: too few to tell (below {ENOUGH})"
    low, high = (f"{100 * end:.0f} %" for end in interval)
    share = f"{100 * tally.part / tally.whole:.0f} %"
    return f"{tally.part} of {tally.whole} ({share}; 95 % interval {low} to {high})"


def height_title(indicator: Indicator) -> str:
    """Name what the upright axis of a chart measures."""
    if indicator.sort is Sort.RATE:
        return f"{indicator.unit} per {PER:,} {indicator.denominator}"
    if indicator.sort is Sort.SHARE:
        return f"share of {indicator.denominator}"
    return str(indicator.unit)


def note_in_words(chart: ControlChart) -> str:
    """Say how the limits of a chart came about, and how often its rules ring by chance."""
    if chart.alarms is None:
        return " ".join(chart.notes)
    alarms = chart.alarms
    rules = RULES if chart.judges_rows else "a value outside its limits"
    rang = (
        f"A value stands out by these rules: {rules}. Where nothing changes they ring in "
        f"{100 * alarms.share:.0f} % of stretches of {alarms.watched} values all the same "
        f"(± {196 * alarms.error:.1f} percentage points; {alarms.runs:,} simulated)."
    )
    return " ".join((*chart.notes, rang))
