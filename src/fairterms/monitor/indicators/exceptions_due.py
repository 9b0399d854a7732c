"""The exceptions of a day: those a person wrote, and those that follow from the values."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fairterms.monitor.indicators.indicator import Indicator, Sample, State, known
from fairterms.monitor.indicators.standing import Standing
from fairterms.monitor.indicators.watchlist import Watchlist
from fairterms.risks.control.exception import REVIEW_DAYS, ExceptionItem
from fairterms.units.finding import Severity

_NAMED = 3
"""So many overdue periods are named one by one."""


def exceptions_on(
    watchlist: Watchlist, standings: Sequence[Standing], on: date
) -> tuple[ExceptionItem, ...]:
    """Return the exceptions known on a day, by due day.

    Parameters
    ----------
    watchlist
        What is written.
    standings
        How each indicator stands on that day.
    on
        The day.

    Returns
    -------
    tuple of ExceptionItem
        Written ones; one for each indicator with overdue values; one for each that is red and has
        no written exception since it turned red. A review is due 14 days later (our choice).
    """
    written = [one for one in watchlist.exceptions if one.opened <= on]
    found = [*written, *_late(standings), *_red(watchlist, standings, written, on)]
    return tuple(sorted(found, key=lambda one: (one.due, one.id)))


def _late(standings: Sequence[Standing]) -> Iterator[ExceptionItem]:
    for one in standings:
        if one.overdue:
            opened = one.indicator.due(one.overdue[0]) + timedelta(days=1)
            subject = f"overdue: {_periods(one)}"
            yield _derived("late", one.indicator, subject, opened, Severity.MEDIUM)


def _periods(standing: Standing) -> str:
    periods = [str(one) for one in standing.overdue]
    if len(periods) <= _NAMED:
        return f"the value of {', '.join(periods)}"
    return f"{len(periods)} values from {periods[0]} to {periods[-1]}"


def _red(
    watchlist: Watchlist,
    standings: Sequence[Standing],
    written: Sequence[ExceptionItem],
    on: date,
) -> Iterator[ExceptionItem]:
    for one in standings:
        if one.state is not State.RED:
            continue
        first = _red_since(one.indicator, known(watchlist.samples, one.indicator.id, on))
        is_written = any(
            item.indicator == one.indicator.id and item.opened >= first.period.first
            for item in written
        )
        if not is_written:
            subject = f"red since {first.period}"
            yield _derived("red", one.indicator, subject, first.received, Severity.HIGH)


def _red_since(indicator: Indicator, samples: Sequence[Sample]) -> Sample:
    """Return the first of the red values that reach up to the last one."""
    since = samples[-1]
    for one in reversed(samples):
        if indicator.bounds.state(one.value.amount) is not State.RED:
            break
        since = one
    return since


def _derived(
    sort: str, indicator: Indicator, subject: str, opened: date, severity: Severity
) -> ExceptionItem:
    return ExceptionItem(
        id=f"{sort}_{indicator.id}_{opened:%Y_%m_%d}",
        rule="",
        indicator=indicator.id,
        subject=subject,
        severity=severity,
        opened=opened,
        due=opened + timedelta(days=REVIEW_DAYS),
        owner=indicator.owner,
    )
