"""The tables of the chronology: every entry, what is open, counts, and the files."""

from collections.abc import Mapping, Sequence

from fairterms.correspondence.entry import Channel, Entry, Side
from fairterms.correspondence.log import Log
from fairterms.correspondence.state import OPEN, OVERDUE, Standing, State
from fairterms.correspondence.tally import SideTally
from fairterms.publish.blocks import Block, Prose
from fairterms.publish.inline import Code, Inline, Words
from fairterms.publish.number_blocks import Column, Row, Table


def in_order(log: Log, stood: Sequence[Standing]) -> Table:
    """Show every entry, one a row: when, who to whom, what, and what became of it."""
    columns = (
        Column("Day"),
        Column("Who to whom"),
        Column("What was said"),
        Column("What became of it"),
    )
    rows = tuple(
        Row((str(one.entry.on), _who(one.entry), _what(one.entry), _became(log, one)))
        for one in stood
    )
    return Table("Every entry of the log", columns, rows, anchor="chronology-entries")


_CHANNELS = {
    Channel.LETTER: "by letter",
    Channel.EMAIL: "by email",
    Channel.MEETING: "in a meeting",
    Channel.CALL: "by telephone",
}
_NEUTRAL = {
    State.LATE: "kept after the last day",
    State.BROKEN: "nothing recorded",
    State.UNANSWERED: "no answer recorded",
}
"""A log shows what was recorded; that nothing was done is for its reader to conclude."""


def _who(entry: Entry) -> str:
    how = f", {_CHANNELS[entry.how]}" if entry.how else ""
    return f"{entry.by} of the {entry.side}, to {entry.to} of the {entry.side.other}{how}"


def _what(entry: Entry) -> Words:
    parts: list[Inline] = [Code(entry.id), f", {entry.kind}{_links(entry)}: {_ended(entry.said)}"]
    if entry.due:
        source = f" ({entry.due_from})" if entry.due_from else ""
        parts.append(f" Due {entry.due}{source}.")
    if entry.evidence:
        parts += [" File: ", Code(entry.evidence.file), "."]
    return tuple(parts)


def _ended(said: str) -> str:
    return said if said.endswith((".", "?", "!", "”")) else f"{said}."


def _links(entry: Entry) -> str:
    named = (
        (" in reply to ", entry.replies_to),
        (" confirming ", entry.acknowledges),
        (" withdrawing ", entry.withdraws),
        (" correcting ", entry.corrects),
    )
    return "".join(f"{words}{name}" for words, name in named if name)


def _became(log: Log, one: Standing) -> Words:
    parts: list[Inline] = [_state(one)]
    if one.settled_by:
        words = " By " if one.state is State.CORRECTED else " See "
        parts += [words, Code(one.settled_by.id), "."]
    confirmed = log.acknowledged(one.entry)
    if confirmed:
        parts.append(f" Acknowledged by the {one.entry.side.other} on {confirmed}.")
    return tuple(parts)


def _state(one: Standing) -> str:
    words = one.words.replace(one.state.value, _named(one.state), 1)
    return f"{words[0].upper()}{words[1:]}."


def _named(state: State) -> str:
    return _NEUTRAL.get(state, state.value)


def open_items(stood: Sequence[Standing]) -> list[Block]:
    """Show what is still to come, the longest overdue first; a sentence where nothing is."""
    waiting = sorted(
        (one for one in stood if one.state in OPEN),
        key=lambda one: (one.state not in OVERDUE, -(one.days_past_due or 0), one.entry.on),
    )
    if not waiting:
        return [Prose("Nothing is open on this day.")]
    columns = (
        Column("Entry"),
        Column("Of the"),
        Column("What"),
        Column("Due"),
        Column("State"),
    )
    rows = tuple(
        Row(
            (
                (Code(one.entry.id),),
                one.entry.side.value,
                f"{one.entry.kind}: {one.entry.said}",
                str(one.entry.due or "no day named"),
                _state(one),
            )
        )
        for one in waiting
    )
    return [Table("What is open", columns, rows, anchor="chronology-open-items")]


def counts(tallies: Mapping[Side, SideTally], parties: tuple[str, str]) -> Table:
    """Show the counts of both sides beside each other."""
    group, plan = parties
    both = tallies[Side.GROUP], tallies[Side.PLAN]
    rows = tuple(Row((name, *values)) for name, values in _count_rows(*both))
    return Table(
        "What each side did",
        (Column("Count"), Column(group, "right"), Column(plan, "right")),
        rows,
        footnote=(
            "Days to answer are of requests that were answered; those still without an answer are "
            "not in the median."
        ),
        anchor="chronology-tally",
    )


_PROMISED = (State.KEPT, State.LATE, State.BROKEN, State.PENDING, State.WITHDRAWN)
_ASKED = (State.ANSWERED, State.REFUSED, State.UNANSWERED, State.PENDING, State.WITHDRAWN)


def _count_rows(first: SideTally, second: SideTally) -> list[tuple[str, tuple[str, str]]]:
    both = (first, second)

    def row(name: str, *counts: int) -> tuple[str, tuple[str, str]]:
        one, other = counts
        return name, (str(one), str(other))

    return [
        row("Promises made", *(one.promise_count for one in both)),
        *(row(f"– {_named(s)}", *(one.promises.get(s, 0) for one in both)) for s in _PROMISED),
        row("Requests put to it", *(one.asked_count for one in both)),
        *(row(f"– {_named(s)}", *(one.asked.get(s, 0) for one in both)) for s in _ASKED),
        ("Median days to answer", (_median(first), _median(second))),
        row("Offers", *(one.offers for one in both)),
        row("Concessions", *(one.concessions for one in both)),
        row("Refusals", *(one.refusals for one in both)),
    ]


def _median(one: SideTally) -> str:
    days = one.median_days_to_answer
    return f"{days:g} (of {len(one.days_to_answer)})" if days is not None else "none answered"


def evidence(stood: Sequence[Standing]) -> Table | None:
    """Show every file with its hash and the entries it shows; None where no entry names one."""
    files: dict[tuple[str, str], list[str]] = {}
    for one in stood:
        if one.entry.evidence:
            shown = one.entry.evidence
            files.setdefault((shown.file, shown.sha256), []).append(one.entry.id)
    if not files:
        return None
    rows = tuple(
        Row(((Code(name),), ", ".join(entries), (Code(digest),)))
        for (name, digest), entries in files.items()
    )
    columns = (Column("File"), Column("Shows"), Column("SHA-256"))
    return Table("The files and their hashes", columns, rows, anchor="chronology-hashes")
