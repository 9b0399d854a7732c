"""Read a motion and its ballots from a file; every problem is reported.

::

    [motion]
    title = "Begin the audit of the attribution lists"
    class = "ordinary"
    noticed_on = 2027-04-01
    held_on = 2027-04-19
    empty_seats = []

    [votes]
    fee_1 = "yes"
    fee_2 = "abstain"

    [chair]
    vote = "yes"
    reasons = "The lists decide who is counted, and nobody has looked at them yet."
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fairterms.audit.committee.ballot import CHAIR, DEPUTY, Ballot, Motion, Roster, Vote
from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.form_table import WHY, table
from fairterms.units.form_file import open_form
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

_PARTS = ("motion", "votes", CHAIR, DEPUTY)
_CHOICES = tuple(Vote)


@dataclass(frozen=True)
class BallotReading:
    """A sheet of ballots as it was read.

    Attributes
    ----------
    motion, roster, ballots
        What is decided, the seats that are filled, and the votes.
    problems
        What to mend. With a problem nothing is decided.
    """

    motion: Motion
    roster: Roster
    ballots: tuple[Ballot, ...]
    problems: tuple[Problem, ...]


def read(path: Path, charter: Charter) -> BallotReading:
    """Read a sheet of ballots.

    Parameters
    ----------
    path
        The file.
    charter
        The seats and classes it may name.
    """
    opened = open_form(path)
    if opened is None:
        what, fix = "there is no such file of ballots", "check the name"
        problem = Problem(str(path), 0, what, "no-ballots", WHY, fix)
        return BallotReading(Motion("", ""), Roster(frozenset()), (), (problem,))
    document, notes = opened
    if not notes.found:
        for key in document.keys() - set(_PARTS):
            notes.unknown((key,), key, _PARTS, "section")
    entry = table(document, "motion", notes)
    motion = _motion(entry, charter)
    empty = entry.names("empty_seats", tuple(charter.constituency_of))
    roster = Roster(frozenset(charter.constituency_of) - frozenset(empty))
    ballots = (*_votes(document, notes, charter, roster), *_presiding(document, notes))
    return BallotReading(motion, roster, ballots, notes.problems())


def _motion(entry: FormTable, charter: Charter) -> Motion:
    entry.only("title", "class", "noticed_on", "held_on", "empty_seats")
    known = [one.id for one in charter.motion_classes]
    kind = entry.needed_words("class", known[0])
    if kind and kind not in known:
        entry.notes.unknown((*entry.path, "class"), kind, known, "class of motions")
    title = entry.needed_words("title", "what is to be decided")
    return Motion(title, kind, entry.day("noticed_on"), entry.day("held_on"))


def _votes(
    document: Mapping[str, Any], notes: Notes, charter: Charter, roster: Roster
) -> Iterator[Ballot]:
    """Read a vote of each filled seat: a seat that was forgotten is not taken for an absent one."""
    entry = table(document, "votes", notes)
    entry.only(*charter.constituency_of)
    for seat in charter.constituency_of:
        vote = entry.choice(seat, _CHOICES)
        if seat not in roster.filled:
            if seat in entry.raw:
                fix = "take one of the two out"
                entry.note(seat, f'"{seat}" votes and is an empty seat', "empty-seat", fix)
        elif vote:
            yield Ballot(seat, Vote(vote))
        elif seat not in entry.raw:
            fix = f'write {seat} = "absent" if nobody came'
            entry.note("", f'"{seat}" has no vote', "missing", fix)


def _presiding(document: Mapping[str, Any], notes: Notes) -> Iterator[Ballot]:
    for seat in (CHAIR, DEPUTY):
        if seat in document:
            entry = table(document, seat, notes)
            entry.only("vote", "reasons")
            vote = entry.choice("vote", _CHOICES)
            if vote:
                yield Ballot(seat, Vote(vote), entry.words("reasons"))
