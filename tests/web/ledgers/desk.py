"""A room with some history, what its ledger looks like from outside, and ways to break it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection

from fairterms.ledger import log_file
from fairterms.ledger import note as notes
from fairterms.ledger.key import PrivateKey, Purpose
from fairterms.ledger.log_file import Reading
from fairterms.ledger.note import Note
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.verification import verify
from fairterms_web.deals.actions import remove_file, save_files
from fairterms_web.ledgers import access, checkpoints
from fairterms_web.ledgers.models import LedgerCheckpoint
from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.people.models import Person
from fairterms_web.read.actions import decide, remark
from fairterms_web.read.models import Decision
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.actions import Names, open_deal
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting, as_system

AUDITOR = PrivateKey("auditor.example", Purpose.WITNESS, bytes(range(32)))
ENTRIES = "ledgers_ledgerentry"
TRIGGERS = {
    "sqlite": [f"drop trigger ledger_no_{one}" for one in ("update", "delete", "replace")],
    # What the transaction still owes to foreign keys forbids that a table is altered.
    "postgresql": [
        "set constraints all immediate",
        f"alter table {ENTRIES} disable trigger user",
    ],
}


@dataclass(frozen=True)
class Desk:
    """A room as entered by its owner, and who that is."""

    by: Entered
    owner: Person

    def furnish(self) -> None:
        """Make six changes: the room has seven entries then."""
        save_files(by=self.by, files={"notes.txt": b"first", "more.txt": b"more"}, note="made up")
        save_files(by=self.by, files={"notes.txt": b"second"})
        remove_file(by=self.by, path="more.txt")
        decide(by=self.by, finding="f1", decision=Decision.ACCEPTED)
        remark(by=self.by, finding="f1", text="Ask them why.")
        decide(by=self.by, finding="f1", decision=Decision.DISMISSED, reason="They told us.")

    def sign(self) -> Note:
        """Sign a checkpoint of the room as it is."""
        row = checkpoints.sign(self.by.room.id)
        assert isinstance(row, LedgerCheckpoint), "the ledger grew"
        return notes.read(row.note.encode())

    def reading(self) -> Reading:
        """The exported file, read as anybody would."""
        count = access.size(self.by)
        return log_file.read(list(access.lines(self.by, count)), "room.jsonl")

    def verdict(self, note: Note) -> Verdict:
        """What somebody with a note and our public key finds out."""
        return verify(self.reading(), note, [ledger_key().public]).verdict


def cosigned(note: Note, key: PrivateKey = AUDITOR) -> bytes:
    """The file of a note that a witness cosigned."""
    return str(note.signed(key, datetime.now(UTC).replace(microsecond=0))).encode()


def seat() -> Desk:
    """Open a deal and sit down in the group's room."""
    owner = Person.objects.create_user("owner@example.org", name="Ada Example")
    names = Names(title="Larch 2027", group="Larch Group", plan="Tamarack Plan")
    by = open_deal(person=str(owner.pk), names=names)
    with acting(by.actor):
        return Desk(rooms.enter(by.actor, by.room.id), owner)


def break_open() -> None:
    """Take the guard of the entries away; the test's own transaction brings it back."""
    for statement in TRIGGERS[connection.vendor]:
        run(statement)


def run(statement: str, *values: str | bytes) -> int:
    """Do what nobody should, as the system itself; return how many rows it touched."""
    with as_system(), connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return int(cursor.rowcount)
