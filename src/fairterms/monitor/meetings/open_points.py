"""Open items for an agenda, from the talks and from what changed after signing."""

from collections.abc import Iterator, Sequence
from datetime import date

from fairterms.correspondence.log import Log
from fairterms.correspondence.state import OVERDUE, State, standings
from fairterms.monitor.amendments.change import NOBODY, Change
from fairterms.monitor.amendments.reader import Amendments
from fairterms.monitor.meetings.agenda import OpenItem, Topic


def from_log(log: Log, on: date) -> tuple[OpenItem, ...]:
    """Return promises past their day and requests nobody answered by theirs.

    Parameters
    ----------
    log
        What was said.
    on
        The day it is looked at.
    """
    return tuple(
        OpenItem(
            Topic.BROKEN_PROMISE if one.state is State.BROKEN else Topic.OTHER,
            f"{one.entry.said} ({one.words})",
            one.entry.due,
            f"log.toml, line {one.entry.line}",
            one.entry.side.value if one.state is State.BROKEN else one.entry.side.other.value,
        )
        for one in standings(log, on)
        if one.state in OVERDUE
    )


def from_amendments(book: Amendments, on: date) -> tuple[OpenItem, ...]:
    """Return the changes that nobody of the group agreed to, told by a day."""
    return tuple(_changes(book.up_to(on).changes))


def _changes(changes: Sequence[Change]) -> Iterator[OpenItem]:
    for one in changes:
        if not one.is_one_sided:
            continue
        who = "nobody has agreed yet" if one.agreed_by == NOBODY else "the plan decided it alone"
        text = f"{one.summary} ({one.kind.value}, from {one.effective}): {who}."
        source = one.document or f"amendments.toml, line {one.line}"
        yield OpenItem(Topic.AMENDMENT, text, one.received, source)
