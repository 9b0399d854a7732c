"""The agenda of the next joint meeting, drafted from what is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.monitor.meetings.reader import Meetings

EQUITY = (
    "Do all groups of patients get the same care? Look at access and results by age, language, "
    "place and severity at the start, where enough people stand behind each number."
)


class Topic(StrEnum):
    """What an item of an agenda is about, in the order in which it is spoken of."""

    OVERDUE_DUTY = "overdue duty"
    RED_INDICATOR = "red indicator"
    DISPUTE = "open dispute"
    AMENDMENT = "change not agreed"
    BROKEN_PROMISE = "promise past its day"
    DECISION = "decision not carried out"
    INITIATIVE = "initiative to review"
    MEASURE = "measure under review"
    REPORT = "report without a name"
    EQUITY = "equity"
    OTHER = "other"


@dataclass(frozen=True)
class OpenItem:
    """Something that waits for both sides.

    Attributes
    ----------
    topic
        What it is about.
    text
        As a sentence.
    since
        Since when it is open; None for a standing item.
    source
        Where it comes from: "meetings.toml, line 40", "Section 9.2".
    owner
        Who speaks to it; empty where nobody is named.
    """

    topic: Topic
    text: str
    since: date | None
    source: str
    owner: str = ""

    def days_open(self, on: date) -> int | None:
        """Return for how many days it is open; None for a standing item."""
        return None if self.since is None else (on - self.since).days


@dataclass(frozen=True)
class Agenda:
    """What the next joint meeting should speak of.

    Attributes
    ----------
    on
        The day it was drafted on.
    by
        The last day for the meeting; None where none is due.
    items
        In order; the standing item on equity is always there where subgroups are reported.
    """

    on: date
    by: date | None
    items: tuple[OpenItem, ...]

    def of(self, topic: Topic) -> tuple[OpenItem, ...]:
        """Return the items of one topic."""
        return tuple(one for one in self.items if one.topic is topic)


def agenda(
    open_items: Sequence[OpenItem],
    book: Meetings,
    on: date,
    by: date | None = None,
    *,
    has_subgroups: bool = True,
) -> Agenda:
    """Draft the agenda.

    Parameters
    ----------
    open_items
        What other parts of the deal have open.
    book
        The meetings: its own open decisions, initiatives and reports are added.
    on
        The day of the draft; what opened after it is left out.
    by
        The last day for the meeting.
    has_subgroups
        Whether results are reported for subgroups, so that equity is a standing item.

    Notes
    -----
    Items stand by topic, then the longest open first. The same item given twice stands once.
    """
    found = [one for one in open_items if one.since is None or one.since <= on]
    found += own_items(book, on)
    if has_subgroups and not any(one.topic is Topic.EQUITY for one in found):
        found.append(OpenItem(Topic.EQUITY, EQUITY, None, "standing item"))
    order = list(Topic)
    unique = dict.fromkeys(found)
    items = sorted(unique, key=lambda one: (order.index(one.topic), one.since or on, one.text))
    return Agenda(on, by, tuple(items))


def own_items(book: Meetings, on: date) -> tuple[OpenItem, ...]:
    """Return what the meetings themselves left open by a day."""
    return (*_decisions(book, on), *_initiatives(book.up_to(on), on), *_reports(book))


def _decisions(book: Meetings, on: date) -> Iterator[OpenItem]:
    held = {one.id: one.on for one in book.meetings}
    for one in book.open_decisions(on):
        if one.due is not None and one.due >= on:
            continue
        past = f" It was due on {one.due}." if one.due else " No day was set."
        since = one.due or held[one.meeting]
        source = f"meetings.toml, line {one.line}"
        yield OpenItem(Topic.DECISION, one.what + past, since, source, one.owner)


def _initiatives(known: Meetings, on: date) -> Iterator[OpenItem]:
    for one in known.initiatives:
        if one.review > on or known.is_closed(one):
            continue
        results = known.results_of(one)
        measured = "no result is measured yet"
        if results:
            last = results[-1]
            shown = "on too few people to show" if last.is_hidden else str(last.value)
            measured = f"last result {shown}, {last.on}"
        text = f"{one.aim}: {measured}."
        source = f"meetings.toml, line {one.line}"
        yield OpenItem(Topic.INITIATIVE, text, one.review, source, one.owner)


def _reports(book: Meetings) -> Iterator[OpenItem]:
    for one in book.reports:
        lacking = [
            word
            for word, name in (("who prepares it", one.reporter), ("whom to ask", one.contact))
            if not name
        ]
        if lacking:
            text = f"{one.what}: nobody has named {' and '.join(lacking)}."
            yield OpenItem(Topic.REPORT, text, None, one.section or "meetings.toml", one.owed_by)
