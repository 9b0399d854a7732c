"""The minutes of a motion: what was asked, who sat, the count in sentences, dissent and deadlines.

The words are made from a decision and from nothing else, so that whoever has the ballots can write
the same minutes and compare their hash with the one that was sealed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fairterms.audit.committee.ballot import CHAIR, DEPUTY, Vote
from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.decision import Decision
from fairterms.audit.committee.ground import Outcome
from fairterms.publish.blocks import Block, Bullets, Heading, Numbered, Place, Prose, Quote
from fairterms.publish.inline import Words, plain
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.page import Report

# Within a word "_" is no mark, and ids would be hard to find with a backslash in them.
_SPECIAL = re.compile(r"([\\`*{}\[\]<>#|~]|(?<!\w)_|_(?!\w))")
_OUTVOTED = {Outcome.CARRIED: Vote.NO, Outcome.LOST: Vote.YES}
_COLUMNS = (Column("Seat"), Column("Who"), Column("Vote"), Column("Written reasons"))


@dataclass(frozen=True)
class Sitting:
    """One who could vote, and how that was used.

    Attributes
    ----------
    seat
        The id of the seat, or "chair" or "deputy".
    who
        The person, as the committee calls them; empty where nobody holds the seat.
    vote
        The vote that counted; absent where there was none.
    reasons
        What was written with it.
    """

    seat: str
    who: str
    vote: Vote
    reasons: str = ""


@dataclass(frozen=True)
class Dissent:
    """A page that a member who was outvoted added.

    Attributes
    ----------
    seat, who
        Whose it is.
    on
        The day it was added.
    text
        What it says, unedited.
    """

    seat: str
    who: str
    on: date
    text: str


@dataclass(frozen=True)
class Minutes:
    """What is kept of a motion.

    Attributes
    ----------
    number
        Of the motion, counted from 1.
    decision
        What became of it, and why.
    text
        The motion as it was put, in full.
    sat
        Every seat, then whoever was asked to break a tie.
    written_on, written_by
        When the minutes were written, and by whom.
    dissents
        Pages that were added later.
    """

    number: int
    decision: Decision
    text: str
    sat: tuple[Sitting, ...]
    written_on: date
    written_by: str
    dissents: tuple[Dissent, ...] = ()

    @property
    def id(self) -> str:
        """The name by which an audit or a release of evidence cites the decision."""
        return decision_id(self.number)

    @property
    def title(self) -> str:
        """The title of the page."""
        return f"Minutes {self.number}: {self.decision.motion.title}"


def decision_id(number: int) -> str:
    """Name a decision of the committee.

    Examples
    --------
    >>> decision_id(3)
    'committee_3'
    """
    return f"committee_{number}"


def is_outvoted(outcome: Outcome, vote: Vote) -> bool:
    """Tell whether a motion went against a vote. Who abstained, or was away, was not outvoted.

    Examples
    --------
    >>> is_outvoted(Outcome.LOST, Vote.YES), is_outvoted(Outcome.LOST, Vote.ABSTAIN)
    (True, False)
    """
    return _OUTVOTED.get(outcome) is vote


def seat_words(charter: Charter, seat: str) -> str:
    """Name a seat with those it stands for."""
    if seat in (CHAIR, DEPUTY):
        return {CHAIR: "the chair", DEPUTY: "the deputy"}[seat]
    return f"{seat}, {charter.titles[charter.constituency_of[seat]]}"


def blocks(minutes: Minutes) -> tuple[Block, ...]:
    """Write the minutes as blocks of a page."""
    return tuple(_blocks(minutes))


def report(minutes: Minutes) -> Report:
    """Write the minutes as a page to keep or to print."""
    found = minutes.decision
    return Report(
        title=minutes.title,
        subtitle=f"Decision {minutes.id}: {found.outcome}",
        blocks=blocks(minutes),
        footer=("Made with Fairterms. It is not legal advice.",),
        made_on=minutes.written_on.isoformat(),
    )


def markdown(minutes: Minutes) -> str:
    """Write the minutes as plain text with marks, as they are sealed."""
    head = [f"# {_plain(minutes.title)}", f"Decision {_plain(minutes.id)}"]
    return "\n\n".join([*head, *(_marked(one) for one in blocks(minutes))]) + "\n"


def _blocks(minutes: Minutes) -> Iterator[Block]:
    found = minutes.decision
    yield Heading(2, "The motion")
    yield Quote(minutes.text or found.motion.title, Place("The motion as it was put"))
    yield Bullets(tuple(_circumstances(minutes)))
    yield Heading(2, "Who sat, and how each voted")
    yield _votes(minutes)
    yield Heading(2, "How it was counted")
    yield Numbered(found.sentences)
    yield Heading(2, "What can still be done, and until when")
    yield Bullets(tuple(_deadlines(minutes)))
    yield Heading(2, "Dissent")
    if not minutes.dissents:
        yield Prose("No page of dissent was added.")
    for one in minutes.dissents:
        where = f"Added on {one.on.isoformat()} by {one.who or 'nobody'}"
        yield Quote(one.text, Place(where, section=seat_words(found.charter, one.seat)))


def _circumstances(minutes: Minutes) -> Iterator[str]:
    found = minutes.decision
    yield f"Class of the motion: {found.kind.title}."
    if found.motion.noticed_on is not None:
        yield f"Notice was given on {found.motion.noticed_on.isoformat()}."
    if found.motion.held_on is not None:
        day = found.motion.held_on.isoformat()
        is_early = minutes.written_on < found.motion.held_on
        early = f"The vote was announced for {day}, and was closed before that day."
        yield early if is_early else f"The vote was held on {day}."
    yield f"Counted under version {found.charter.version} of the charter."
    yield f"Written on {minutes.written_on.isoformat()} by {minutes.written_by}."
    yield f"What became of it: {found.outcome}."


def _votes(minutes: Minutes) -> Table:
    rows = tuple(
        Row(
            (
                seat_words(minutes.decision.charter, one.seat),
                one.who or "nobody",
                one.vote.value,
                one.reasons,
            )
        )
        for one in minutes.sat
    )
    return Table("Seats and votes", _COLUMNS, rows)


def _deadlines(minutes: Minutes) -> Iterator[str]:
    found = minutes.decision
    if found.reconsidered_until is None:
        yield "The charter gives no day until which the motion may be put again."
    else:
        yield f"The motion may be put again until {found.reconsidered_until.isoformat()}."
    if found.minutes_due_on is None:
        yield "The charter gives no day for these minutes."
    else:
        day = found.minutes_due_on.isoformat()
        late = minutes.written_on > found.minutes_due_on
        yield f"These minutes were due by {day}; they are {'late' if late else 'in time'}."
        yield f"Whoever was outvoted may add a page of dissent until {day}."
    if found.charter.dissent:
        yield f"The charter on dissent: {found.charter.dissent}"


def _marked(block: Block) -> str:
    """Write one of the few sorts of block that minutes have."""
    match block:
        case Heading():
            return f"{'#' * block.level} {_plain(block.text)}"
        case Quote():
            where = ", ".join(one for one in (block.where.document, block.where.section) if one)
            quoted = "\n".join(f"> {_plain(line)}".rstrip() for line in block.text.splitlines())
            return f"{_plain(where)}:\n\n{quoted}"
        case Numbered():
            return "\n".join(f"{at}. {_plain(one)}" for at, one in enumerate(block.items, 1))
        case Bullets():
            return "\n".join(f"- {_plain(one)}" for one in block.items)
        case Table():
            return _marked_table(block)
        case Prose():
            return _plain(block.words)
    raise AssertionError(f"minutes have no {type(block).__name__}")


def _marked_table(block: Table) -> str:
    titles = [one.title for one in block.columns]
    lines = [titles, ["---"] * len(titles)]
    lines += [[_plain(cell) for cell in row.cells] for row in block.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _plain(words: Words) -> str:
    """Write words so that nothing in them is a mark of its own, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(plain(words).split()))
