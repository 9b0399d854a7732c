"""The part of a page that shows rights to audit and the clock of each request."""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.engagement.small_counts import without_small_counts
from fairterms.audit.rights.clock import Clock, State, clock
from fairterms.audit.rights.reader import RightsReading
from fairterms.audit.rights.right import UNLIMITED, NotStated, RightToAudit, Term
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Heading,
    Place,
    Prose,
    Quote,
)
from fairterms.publish.number_blocks import Column, Row, Table

NOT_SAID = "the clause does not say"
_NEXT = {
    State.NOTICED: "Wait for the answer.",
    State.ACKNOWLEDGED: "Agree on a day and on what will be shown.",
    State.ACCESS_DUE: "Access is due today.",
    State.GRANTED: "Nothing more is owed here.",
    State.LATE: "Write to the other side, and name the clause and the day.",
    State.ESCALATED: "Follow the steps that the contract gives for disputes.",
}


def rights_blocks(reading: RightsReading, on: date) -> tuple[Block, ...]:
    """Show the rights to audit of a deal and where each request stands.

    Parameters
    ----------
    reading
        What audit_rights.toml says.
    on
        The day as of which is asked.

    Returns
    -------
    tuple of Block
        With nothing to show, what to do.
    """
    return tuple(_blocks(reading, on))


def clocks(reading: RightsReading, on: date) -> tuple[Clock, ...]:
    """Return the clock of every request whose notice was given by a day, in the file's order."""
    found = (
        clock(reading.right(request.right), request, on, reading.requests)
        for request in reading.requests
    )
    return tuple(one for one in found if one is not None)


def _blocks(reading: RightsReading, on: date) -> Iterator[Block]:
    yield Heading(2, "The right to audit", "right-to-audit")
    if not reading.rights:
        yield Prose(
            "No right to audit is written down. Look in the contract for “audit”, “examine” and "
            "“books and records”, and write what it says into audit_rights.toml. Where it says "
            "nothing, ask for such a clause before you sign. This is not legal advice."
        )
        return
    for right in reading.rights:
        yield from _right(right)
    yield Heading(3, "Requests and their clocks", "audit-clocks")
    running = clocks(reading, on)
    if not running:
        yield Prose(
            f"No request to audit was made by {on}. Once notice is given, write it as an "
            "[[audit_request]] into audit_rights.toml, and the clock starts."
        )
        return
    yield _table(running, on)
    for one in running:
        if one.remarks:
            remarks = tuple(map(without_small_counts, one.remarks))
            yield Callout("note", f"To know of {one.request.id}", (Bullets(remarks),))


def _right(right: RightToAudit) -> Iterator[Block]:
    yield Heading(3, f"{right.holder.value.capitalize()} may audit: {right.of}")
    yield Quote(right.cite.quote, Place(right.cite.document, section=right.cite.section))
    yield Definitions(tuple(Definition(name, words) for name, words in _terms(right)))
    if right.gaps:
        gaps = tuple(str(gap) for gap in right.gaps)
        yield Callout("warning", "The clause leaves this open", (Bullets(gaps),))


def _terms(right: RightToAudit) -> Iterator[tuple[str, str]]:
    yield "Notice before access", _days(right, right.notice_days)
    yield "Time for an answer", _days(right, right.response_days)
    yield "How far back", _counted(right.look_back_years, "year")
    cap = right.yearly_cap
    is_unlimited = not isinstance(cap, NotStated) and cap.value == UNLIMITED
    yield "How often", "no limit" if is_unlimited else f"{_counted(cap, 'audit')} a year"
    yield "Who pays", _words(right.cost_bearer)
    yield "How long it lasts", _words(right.survival)
    yield "Limited to", _listed(right.scope_limits)
    yield "Records owed", _listed(right.records_owed)
    yield "No access on", _listed(tuple(map(str, right.blackouts)))
    yield "When the clock stops", right.stops_when or "never: the clause does not say that it does"


def _words(term: Term[str]) -> str:
    return NOT_SAID if isinstance(term, NotStated) else term.value


def _counted(term: Term[int], noun: str) -> str:
    if isinstance(term, NotStated):
        return NOT_SAID
    return f"{term.value} {noun}" + ("" if term.value == 1 else "s")


def _days(right: RightToAudit, term: Term[int]) -> str:
    if isinstance(term, NotStated):
        return NOT_SAID
    known = len(right.counted.holidays)
    without = f", holidays listed: {known or 'none'}"
    return f"{term.value} {right.counted}" + (without if right.counted.is_business else "")


def _listed(words: tuple[str, ...]) -> str:
    return "; ".join(words) or "nothing is named"


def _table(running: tuple[Clock, ...], on: date) -> Table:
    return Table(
        f"Requests as of {on}",
        (
            Column("Request"),
            Column("Asks for"),
            Column("Notice"),
            Column("Access due"),
            Column("State"),
            Column("What to do"),
        ),
        tuple(_row(one) for one in running),
        footnote="Days are worked out from the clause. This is not legal advice.",
    )


def _row(one: Clock) -> Row:
    due = NOT_SAID if isinstance(one.access_due, NotStated) else str(one.access_due)
    late = one.days_late
    days = "1 day" if late == 1 else f"{late} days"
    state = one.state.value + (f" ({days} after the day)" if late else "")
    scope = without_small_counts(one.request.scope)
    cells = (one.request.id, scope, str(one.request.noticed), due, state)
    return Row(
        (*cells, _NEXT[one.state]),
        "highlight" if one.state in (State.LATE, State.ESCALATED) else "",
    )
