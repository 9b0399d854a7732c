"""How well an indicator warned: losses that red preceded, and reds that no loss followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fairterms.monitor.indicators.exception_reader import Loss
from fairterms.monitor.indicators.indicator import Indicator, Sample, State
from fairterms.monitor.indicators.limits import share_interval

ENOUGH = 10
"""Losses, or warnings, from which a share is called one; below it the words say so (our choice)."""


@dataclass(frozen=True)
class Tally:
    """A part of a whole, with its exact interval.

    Attributes
    ----------
    part, whole
        Counts.
    """

    part: int
    whole: int

    @property
    def interval(self) -> tuple[float, float] | None:
        """The exact 95 % interval of the share; None where there is nothing to count."""
        return share_interval(self.part, self.whole) if self.whole else None

    @property
    def is_enough(self) -> bool:
        """Whether there are enough to speak of a share."""
        return self.whole >= ENOUGH


@dataclass(frozen=True)
class Warned:
    """One warning: months in a row in which red was known.

    Attributes
    ----------
    first, until
        The day it began, and the last day of a loss that it foresees.
    """

    first: date
    until: date

    def foresees(self, day: date) -> bool:
        """Tell whether a loss of a day comes after it and within its lead time."""
        return self.first < day <= self.until


@dataclass(frozen=True)
class HitRate:
    """How well an indicator warned.

    Attributes
    ----------
    foreseen
        Of the losses since it was first known, those that a warning preceded in time.
    followed
        Of the warnings whose time is over, those that a loss followed.
    running
        Warnings whose time still runs and that no loss has followed; counted nowhere else.
    """

    foreseen: Tally
    followed: Tally
    running: int


def hit_rate(
    indicator: Indicator, samples: Iterable[Sample], losses: Iterable[Loss], on: date
) -> HitRate:
    """Count how often a warning preceded a loss, and how often it did not.

    Parameters
    ----------
    indicator
        The indicator.
    samples
        Every value, also those restated later: a warning counts as it was given.
    losses
        Losses; only those of what the indicator guards count.
    on
        The day of counting; what is later is left aside.

    Notes
    -----
    A value is known from the day it is received: a loss on that day was not foreseen by it. Red
    values of periods that follow each other are one warning, for a second red month is no second
    prophecy.
    """
    its = [one for one in samples if one.indicator == indicator.id and one.received <= on]
    first = min((one.received for one in its), default=date.max)
    days = [one.day for one in losses if one.guard == indicator.guards and first < one.day <= on]
    warned = _warnings(indicator, its)
    hits = [one for one in warned if any(one.foresees(day) for day in days)]
    running = [one for one in warned if one not in hits and one.until >= on]
    foreseen = [day for day in days if any(one.foresees(day) for one in warned)]
    return HitRate(
        Tally(len(foreseen), len(days)), Tally(len(hits), len(warned) - len(running)), len(running)
    )


def _warnings(indicator: Indicator, samples: Iterable[Sample]) -> list[Warned]:
    found: list[Warned] = []
    before: int | None = None
    for one in sorted(samples, key=lambda sample: (sample.period, sample.received)):
        if indicator.bounds.state(one.value.amount) is not State.RED:
            continue
        until = indicator.warns_until(one.received)
        if before is not None and one.period.place - before <= 1:
            last = found.pop()
            found.append(Warned(min(last.first, one.received), max(last.until, until)))
        else:
            found.append(Warned(one.received, until))
        before = one.period.place
    return found
