"""Counts of each side: promises kept and broken, requests answered, days to answer, concessions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from fairterms.correspondence.entry import Entry, Kind, Side
from fairterms.correspondence.log import Log
from fairterms.correspondence.state import State, standings, words_of_the_other_side


@dataclass(frozen=True)
class SideTally:
    """What one side did by a day; every count is of current entries.

    Attributes
    ----------
    side
        Whose.
    promises
        What became of its promises: counts by state.
    asked
        What became of the requests put to it: counts by state.
    days_to_answer
        Days from each request put to it to its first answer, in rising order.
    offers, concessions, refusals
        How many it made.
    """

    side: Side
    promises: Mapping[State, int]
    asked: Mapping[State, int]
    days_to_answer: tuple[int, ...]
    offers: int
    concessions: int
    refusals: int

    @property
    def promise_count(self) -> int:
        """How many promises it made."""
        return sum(self.promises.values())

    @property
    def asked_count(self) -> int:
        """How many requests were put to it."""
        return sum(self.asked.values())

    @property
    def median_days_to_answer(self) -> float | None:
        """The middle of its days to answer; None where it answered nothing."""
        return float(median(self.days_to_answer)) if self.days_to_answer else None


def tally(log: Log, today: date) -> Mapping[Side, SideTally]:
    """Count what each side did by a day.

    Parameters
    ----------
    log
        The log; what was said after the day is left out.
    today
        The day on which it is looked at.

    Notes
    -----
    A request that nobody has answered yet has no days to answer, so that a side that answers
    little can look quick: the median is to be read with its count and with those unanswered.
    """
    known = log.up_to(today)
    stood = [one for one in standings(known, today) if one.state is not State.CORRECTED]
    return {
        side: SideTally(
            side,
            Counter(s.state for s in stood if _is(s.entry, Kind.PROMISE, side)),
            Counter(s.state for s in stood if _is(s.entry, Kind.REQUEST, side.other)),
            tuple(sorted(_days(known, side))),
            *(_count(known, kind, side) for kind in _MADE),
        )
        for side in Side
    }


_MADE = (Kind.OFFER, Kind.CONCESSION, Kind.REFUSAL)


def _is(entry: Entry, kind: Kind, side: Side) -> bool:
    return entry.kind is kind and entry.side is side


def _days(log: Log, side: Side) -> Iterable[int]:
    for asked in log.current:
        answers = words_of_the_other_side(log, asked)
        if _is(asked, Kind.REQUEST, side.other) and answers:
            yield (answers[0].on - asked.on).days


def _count(log: Log, kind: Kind, side: Side) -> int:
    """Count what one side made and did not take back."""
    return sum(_is(one, kind, side) and log.withdrawn(one) is None for one in log.current)
