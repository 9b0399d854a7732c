"""The log of a room as the core reads it, and whose word a person speaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from django.http import Http404

from fairterms.correspondence import reader, sealing
from fairterms.correspondence.entry import Entry, Side
from fairterms.correspondence.log import FILE, Log
from fairterms.correspondence.state import Standing, standings
from fairterms.correspondence.tally import SideTally, tally
from fairterms_web.deals import access as files
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import Kind


@dataclass(frozen=True)
class Talks:
    """What was said in the talks, as a room knows it.

    Attributes
    ----------
    text, seal
        The two files as they are.
    seen
        Path to the hash of each file as it was read; empty where there is none.
    log
        The log as read.
    stood
        Each entry with what became of it.
    """

    text: str
    seal: str
    seen: Mapping[str, str]
    log: Log
    stood: tuple[Standing, ...]
    counts: Mapping[Side, SideTally]

    @property
    def is_sealed(self) -> bool:
        """Whether every entry is sealed."""
        return len(self.log.seals) >= len(self.log.written)

    def named(self, name: str) -> Entry | None:
        """Return the entry of a name."""
        return self.log.named(name)


def read(by: Entered, today: date | None = None) -> Talks:
    """Read the log of a room; an empty one where none is kept."""
    (text, of_text), (seal, of_seal) = _file(by, FILE), _file(by, sealing.FILE)
    seen = {FILE: of_text, sealing.FILE: of_seal}
    return of(text, seal, today or datetime.now(UTC).date(), seen)


def of(text: str, seal: str, today: date, seen: Mapping[str, str] | None = None) -> Talks:
    """Read a log from its two files; evidence is compared where the log is worked out whole."""
    read_log = reader.read_text(text, None, today)
    seals, wrong = sealing.read_text(seal)
    changed = tuple(sealing.check(read_log.written, seals))
    problems = (*read_log.problems, *changed, *wrong)
    log = Log(read_log.entries, problems, read_log.written, seals)
    return Talks(text, seal, seen or {}, log, standings(log, today), tally(log, today))


def side_of(by: Entered) -> Side | None:
    """Say whose word a person speaks in a room; None where that has to be chosen.

    In a party's own room both sides' words are written down. In the joint room a person speaks for
    the party whose room they belong to.
    """
    if by.room.kind != Kind.JOINT:
        return None
    rows = Room.objects.filter(deal_id=by.room.deal_id, pk__in=by.actor.rooms())
    kinds = set(rows.values_list("kind", flat=True))
    if Kind.PLAN in kinds:
        return Side.PLAN
    return Side.GROUP if Kind.GROUP in kinds else None


def _file(by: Entered, path: str) -> tuple[str, str]:
    """Return what a file says, and its hash; both empty where there is none."""
    try:
        content = files.content_of(by, path)
    except Http404:
        return "", ""
    return content.decode("utf-8", errors="replace"), sha256(content).hexdigest()
