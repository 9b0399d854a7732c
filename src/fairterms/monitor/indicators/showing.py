"""What of an indicator may be shown to whom: values that rest on 1 to 10 people stay in the group.

A value is hidden together with its colour, its trend and its chart: with the bounds at hand each
of them would give a part of it away, and a usual level beside all other values would give it whole.
"""

from fairterms.monitor.indicators.indicator import Indicator, Sample, Sort
from fairterms.monitor.indicators.standing import Standing
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, SMALL, is_small, may_show_rate

WHY_HIDDEN = "It rests on 1 to 10 people, and is shown in the group's own room only."


def may_show(indicator: Indicator, sample: Sample, *, own_room: bool) -> bool:
    """Tell whether a value may be shown.

    Parameters
    ----------
    indicator
        The indicator.
    sample
        Its value.
    own_room
        Whether the page stays with the group.
    """
    if own_room:
        return True
    if indicator.is_of_people and is_small(sample.n or 0):
        return False
    if indicator.sort is Sort.SHARE and indicator.is_of_people:
        assert sample.n is not None, "the reader asks every share for its n"
        return may_show_rate(sample.events, sample.n)
    return not (indicator.counts_people and is_small(sample.events))


def may_show_standing(standing: Standing, *, own_room: bool) -> bool:
    """Tell whether the last value may be shown, and with it the colour."""
    last = standing.latest
    return last is None or may_show(standing.indicator, last, own_room=own_room)


def may_show_chart(standing: Standing, *, own_room: bool) -> bool:
    """Tell whether every value of the chart may be shown, and with them trend and limits."""
    return all(
        may_show(standing.indicator, point.sample, own_room=own_room)
        for point in standing.chart.points
    )


def shown_value(indicator: Indicator, sample: Sample, *, own_room: bool) -> str:
    """Write a value with what it is of, as the reader may see it.

    Notes
    -----
    Seven of twenty patients read "35 % of 20 patients" in the group's own room, and "not shown"
    elsewhere.
    """
    if not may_show(indicator, sample, own_room=own_room):
        is_count = indicator.counts_people and not indicator.of
        return f"{SMALL} {indicator.unit}" if is_count else NOT_SHOWN
    of = f" of {sample.n:,} {indicator.denominator}" if sample.n is not None else ""
    return f"{sample.value}{of}"
