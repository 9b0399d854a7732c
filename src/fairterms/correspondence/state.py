"""What became of an entry on a given day: kept, late, broken, answered, unanswered and so on.

Nobody writes a state down, so nobody can flatter it: it follows from the entries.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.correspondence.entry import ASKS, Entry, Kind
from fairterms.correspondence.log import Log


class State(StrEnum):
    """What became of an entry."""

    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    PENDING = "pending"
    ANSWERED = "answered"
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    RECORDED = "on record"


OPEN = (State.PENDING, State.UNANSWERED, State.BROKEN)
"""States in which something is still to come."""
OVERDUE = (State.UNANSWERED, State.BROKEN)
"""States in which the last day has passed and nothing came."""


@dataclass(frozen=True)
class Standing:
    """An entry with what became of it.

    Attributes
    ----------
    entry
        The entry.
    state
        What became of it.
    day
        The day the state was reached; for what is open, the day it is looked at.
    settled_by
        The entry that kept, answered, refused or corrected it; None where there is none.
    """

    entry: Entry
    state: State
    day: date
    settled_by: Entry | None = None

    @property
    def days_past_due(self) -> int | None:
        """Days from the last day to ``day``; below 0 before it, None without a last day."""
        return None if self.entry.due is None else (self.day - self.entry.due).days

    @property
    def days_since_said(self) -> int:
        """Days from when it was said to ``day``."""
        return (self.day - self.entry.on).days

    @property
    def words(self) -> str:
        """The state with its days: ``"broken, 12 days past due"``."""
        past = self.days_past_due
        if self.state is State.PENDING and past is None:
            return f"pending, {_days(self.days_since_said)} open, no last day named"
        if past is None or self.state in (State.WITHDRAWN, State.CORRECTED):
            return self.state.value
        if self.state is State.PENDING:
            return f"pending, {_days(-past)} left" if past else "pending, due this day"
        return f"{self.state.value}, {_days(past)} past due" if past > 0 else self.state.value


def standings(log: Log, today: date) -> tuple[Standing, ...]:
    """Say what became of every entry by a day.

    Parameters
    ----------
    log
        The log; what was said after the day is left out.
    today
        The day on which it is looked at.

    Returns
    -------
    tuple of Standing
        By date, then as the file has them.
    """
    known = log.up_to(today)
    return tuple(_standing(known, entry, today) for entry in known.entries)


def _standing(log: Log, entry: Entry, today: date) -> Standing:
    newer = log.corrected_by.get(entry.id)
    if newer is not None:
        return Standing(entry, State.CORRECTED, newer.on, newer)
    if entry.kind is Kind.PROMISE:
        return _promise(log, entry, today)
    if entry.kind in ASKS:
        return _asked(log, entry, today)
    withdrawn = log.withdrawn(entry)
    if withdrawn is not None:
        return Standing(entry, State.WITHDRAWN, withdrawn)
    return Standing(entry, State.RECORDED, entry.on)


def _promise(log: Log, entry: Entry, today: date) -> Standing:
    assert entry.due is not None, "a promise has a last day"
    kept = next((one for one in log.replies(entry) if _keeps(log, one, entry)), None)
    if kept is not None:
        return Standing(entry, State.KEPT if kept.on <= entry.due else State.LATE, kept.on, kept)
    withdrawn = log.withdrawn(entry)
    # Who takes a promise back after its last day has broken it already.
    if withdrawn is not None and withdrawn <= entry.due:
        return Standing(entry, State.WITHDRAWN, withdrawn)
    return Standing(entry, State.BROKEN if today > entry.due else State.PENDING, today)


def _keeps(log: Log, one: Entry, promise: Entry) -> bool:
    return one.fulfils and one.side is promise.side and log.withdrawn(one) is None


def _asked(log: Log, entry: Entry, today: date) -> Standing:
    """Say what became of a request or an offer: the other side's last word counts."""
    replies = words_of_the_other_side(log, entry)
    if replies:
        last = replies[-1]
        if last.kind is Kind.REFUSAL:
            return Standing(entry, State.REFUSED, last.on, last)
        return Standing(entry, State.ANSWERED, replies[0].on, last)
    withdrawn = log.withdrawn(entry)
    if withdrawn is not None:
        return Standing(entry, State.WITHDRAWN, withdrawn)
    is_late = entry.due is not None and today > entry.due
    return Standing(entry, State.UNANSWERED if is_late else State.PENDING, today)


def words_of_the_other_side(log: Log, entry: Entry) -> tuple[Entry, ...]:
    """Return what answers a request or offer, in order.

    A notice, as of receipt, is no answer, and neither is a request in return. A reply that was
    taken back does not count.
    """
    return tuple(
        one
        for one in log.replies(entry)
        if one.side is entry.side.other
        and one.kind not in (Kind.NOTICE, Kind.REQUEST)
        and log.withdrawn(one) is None
    )


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
