"""The charts of the indicators that are not green."""

from collections.abc import Sequence

from fairterms.monitor.indicators.control_chart import ChartPoint
from fairterms.monitor.indicators.indicator import Indicator, Sort, State
from fairterms.monitor.indicators.sample_period import SamplePeriod
from fairterms.monitor.indicators.showing import may_show_chart
from fairterms.monitor.indicators.standing import Standing
from fairterms.monitor.indicators.wording import height_title, note_in_words
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.chart.amounts import Unit
from fairterms.publish.chart.control import TimedPoint, control
from fairterms.publish.chart.curve import Axis, Threshold
from fairterms.units.quantity import Kind

_MOST_PERIODS = 36
_ALL_GREEN = "Every indicator with a value is green, so no chart is shown."


def chart_blocks(
    standings: Sequence[Standing], anchor: str, *, own_room: bool
) -> tuple[Block, ...]:
    """Show a chart of every indicator that is not green.

    Parameters
    ----------
    standings
        How each indicator stands.
    anchor
        Of the heading.
    own_room
        Whether the page stays with the group.
    """
    heading = Heading(3, "The course of those that are not green", anchor)
    shown = [one for one in standings if one.state is not State.GREEN and one.chart.points]
    if not shown:
        return heading, Prose(_ALL_GREEN)
    return heading, *(_block(one, own_room=own_room) for one in shown)


def _block(standing: Standing, *, own_room: bool) -> Block:
    indicator = standing.indicator
    if not may_show_chart(standing, own_room=own_room):
        return Prose(
            f"{_titled(indicator)}: the chart is shown in the group's own room only, because some "
            "of its values rest on 1 to 10 people."
        )
    points = standing.chart.points[-_MOST_PERIODS:]
    return control(
        _titled(indicator),
        _with_gaps(points),
        Axis(height_title(indicator), _unit(indicator)),
        centre=standing.chart.centre,
        thresholds=_thresholds(indicator),
        note=note_in_words(standing.chart),
    )


def _titled(indicator: Indicator) -> str:
    return indicator.meaning[:1].upper() + indicator.meaning[1:]


def _with_gaps(points: Sequence[ChartPoint]) -> list[TimedPoint]:
    """Give every period from the first to the last its point; one without a value is a gap."""
    by_period = {one.sample.period: one for one in points}
    found, period, last = [], points[0].sample.period, points[-1].sample.period
    while period <= last:
        found.append(_timed(period, by_period.get(period)))
        period = period.following
    return found


def _timed(period: SamplePeriod, point: ChartPoint | None) -> TimedPoint:
    if point is None:
        return TimedPoint(str(period), None)
    rules = "; ".join(rule.value for rule in point.rules)
    return TimedPoint(str(period), point.height, point.limits, rules)


def _unit(indicator: Indicator) -> Unit:
    if indicator.sort is Sort.SHARE:
        return "percent"
    is_money = indicator.unit.kind in (Kind.MONEY, Kind.MONEY_PER)
    is_part = indicator.unit.kind is Kind.POINTS
    return "dollars" if is_money else "percent" if is_part else "number"


def _thresholds(indicator: Indicator) -> tuple[Threshold, ...]:
    """Draw amber and red; a rate is drawn per thousand, and its bounds are counts."""
    if indicator.sort is Sort.RATE:
        return ()
    bounds = indicator.bounds
    return tuple(
        Threshold(name, float(bound.amount), "y")
        for name, bound in (("Amber", bounds.amber), ("Red", bounds.red))
    )
