"""One due day of an obligation, and how it stands on a day: due, late, cured, not yet known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.monitor.obligations.event import Event, Kind
from fairterms.monitor.obligations.obligation import Obligation


class State(StrEnum):
    """How a due day stands; it follows from the rule and the events and is never typed."""

    DONE = "done in time"
    CURED = "late, then cured"
    DONE_LATE = "done late"
    WAIVED = "waived"
    UPCOMING = "upcoming"
    IN_GRACE = "past the due day, within the grace"
    LATE = "late"
    IN_DEFAULT = "in default"
    NOT_KNOWN = "not yet known"


OVERDUE = (State.IN_GRACE, State.LATE, State.IN_DEFAULT)
"""Open, and past the due day."""
OPEN = (State.UPCOMING, *OVERDUE)
"""Something is still to be done, by a day that is known."""


@dataclass(frozen=True)
class Occurrence:
    """One due day of an obligation, as of the day asked about.

    Attributes
    ----------
    obligation
        Of what.
    key
        Its name among the due days: ``"2027-04"``; empty where a trigger is waited for.
    words
        What it is for: "April 2027"; empty where there is nothing to say.
    due
        The day; None where it waits for something to happen.
    late_from
        The first day on which the contract calls it late, after the grace; None as above.
    default_from
        The first day after the cure; None where the contract gives no cure, or where the cure
        runs from a notice and none was given.
    on
        The day asked about.
    events
        What happened to it until then, by day.
    """

    obligation: Obligation
    key: str
    words: str
    due: date | None
    late_from: date | None
    default_from: date | None
    on: date
    events: tuple[Event, ...] = ()

    @property
    def state(self) -> State:
        """How it stands on the day asked about."""
        if self._last(Kind.WAIVED):
            return State.WAIVED
        done = self._last(Kind.DONE)
        if done is not None:
            return self._done(done.on)
        if self.due is None or self.late_from is None:
            return State.NOT_KNOWN
        if self.on <= self.due:
            return State.UPCOMING
        if self.on < self.late_from:
            return State.IN_GRACE
        is_lost = self.default_from is not None and self.on >= self.default_from
        return State.IN_DEFAULT if is_lost else State.LATE

    @property
    def is_disputed(self) -> bool:
        """Whether a side says that it is not owed, or was not kept; a dispute stops no clock."""
        return self._last(Kind.DISPUTED) is not None and self.state is not State.WAIVED

    @property
    def name(self) -> str:
        """What is due, and for when: "Send the claims file (April 2027)"."""
        what = self.obligation.what
        return f"{what} ({self.words})" if self.words else what

    @property
    def days_left(self) -> int | None:
        """Days until it is due; negative when it is overdue, None where no day is known."""
        return None if self.due is None else (self.due - self.on).days

    def _done(self, day: date) -> State:
        if self.late_from is None or day < self.late_from:
            return State.DONE
        if self.obligation.cure is None:
            return State.DONE_LATE
        is_lost = self.default_from is not None and day >= self.default_from
        return State.DONE_LATE if is_lost else State.CURED

    def _last(self, kind: Kind) -> Event | None:
        found = [event for event in self.events if event.kind is kind]
        return found[-1] if found else None
