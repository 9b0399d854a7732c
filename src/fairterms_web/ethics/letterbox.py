"""The reporter's side: a report is put in, and asked for with its passphrase. Nobody is known.

Everything here runs as the system itself: whoever speaks up has no account. Only four doors lead
in: find an address, put a report, read an inbox, write into it. No ledger hears of any of them at
that time; see :func:`fairterms_web.ethics.actions.take_in`.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max, QuerySet

from fairterms.audit.ethics.case import Step
from fairterms.audit.ethics.passphrase import make
from fairterms_web import identifiers
from fairterms_web.ethics.models import Act, CaseEntry, Intake, Letterbox, Report
from fairterms_web.ethics.seals import ENTRIES, REPORTS, hash_of, key_of
from fairterms_web.ethics.slip import Slip
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, of_room

OPEN_TO_REPORTERS = (Act.STEP, Act.ANSWER, Act.MESSAGE)


@dataclass(frozen=True)
class Box:
    """A letterbox that was found at its address.

    Attributes
    ----------
    room
        The room of the independent party.
    ring, key
        What seals in that room, and the key of its hashes.
    """

    room: Room
    ring: Keyring
    key: bytes


@dataclass(frozen=True)
class Line:
    """One line of an inbox: what was said on a day, by the reporter or to them."""

    on: date
    is_own: bool
    text: str
    step: str = ""


@dataclass(frozen=True)
class Inbox:
    """What a reporter sees: how far the report has come, and what was said."""

    received_on: date
    state: Step
    lines: tuple[Line, ...]


def find(code: str) -> Box | None:
    """Find the letterbox of an address; None where there is none, or its room was destroyed."""
    with as_system():
        rows = Intake.objects.of_every_room().filter(code=code)
        deal = rows.values_list("room__deal_id", flat=True).first()
        room = Room.objects.select_related("deal").filter(deal=deal, kind=Kind.INDEPENDENT).first()
        row = Letterbox.objects.of_every_room().filter(room=room).first() if room else None
        if room is None or row is None:
            return None
        try:
            ring = of_room(room.id)
            return Box(room, ring, key_of(row, ring))
        except Unopened:
            return None


def put(box: Box, slip: Slip, what: str, on: date) -> str:
    """Put a report in; return its passphrase, which is kept nowhere.

    Parameters
    ----------
    box
        The letterbox.
    slip
        What its readers see before it is opened.
    what
        What the reporter says.
    on
        The day.
    """
    passphrase = make()
    row = Report(
        id=identifiers.new(),
        room=box.room,
        passphrase_hash=hash_of(box.key, passphrase),
        received_on=on,
    )
    row.slip = box.ring.seal(REPORTS, "slip", row.id, slip.text.encode())
    row.body = box.ring.seal(REPORTS, "body", row.id, what.encode())
    with as_system(), transaction.atomic():
        row.save(force_insert=True)
    return passphrase


def inbox(box: Box, passphrase: str) -> Inbox | None:
    """Return what a reporter sees; None where no report has that passphrase."""
    with as_system():
        row = _row(box, passphrase)
        if row is None:
            return None
        entries = list(CaseEntry.objects.of_every_room().filter(report=row).order_by("number"))
    steps = [Step(one.step) for one in entries if one.act == Act.STEP]
    lines = tuple(_line(box, one) for one in entries if one.act in OPEN_TO_REPORTERS)
    return Inbox(row.received_on, steps[-1] if steps else Step.RECEIVED, lines)


def write(box: Box, passphrase: str, words: str, on: date) -> bool:
    """Write to the readers; return whether there is such a report."""
    with as_system(), transaction.atomic():
        row = _row(box, passphrase, is_held=True)
        if row is None:
            return False
        entry = CaseEntry(
            id=identifiers.new(),
            room=box.room,
            report=row,
            number=next_number(CaseEntry.objects.of_every_room().filter(report=row)),
            act=Act.MESSAGE,
            on=on,
        )
        entry.text = box.ring.seal(ENTRIES, "text", entry.id, words.encode())
        entry.save(force_insert=True)
        return True


def next_number(entries: QuerySet[CaseEntry]) -> int:
    """Return the number of the next entry of a report, from those it has."""
    return (entries.aggregate(last=Max("number"))["last"] or 0) + 1


def _row(box: Box, passphrase: str, *, is_held: bool = False) -> Report | None:
    rows = Report.objects.of_every_room().filter(
        room=box.room, passphrase_hash=hash_of(box.key, passphrase)
    )
    return (rows.select_for_update() if is_held else rows).first()


def _line(box: Box, one: CaseEntry) -> Line:
    text = box.ring.open(ENTRIES, "text", one.id, bytes(one.text)).decode()
    return Line(one.on, one.act == Act.MESSAGE, text, one.step)
