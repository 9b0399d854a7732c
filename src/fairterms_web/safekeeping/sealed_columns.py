"""Every column that is sealed with the key of its room; a test compares the list with the models.

Who adds a sealed column adds it here: what is not listed would keep an old key in use for ever.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import BinaryField, F, Func, QuerySet, Value

from fairterms_web.committee.models import Ballot, Dissent, Minutes, Motion, Seat
from fairterms_web.deals.models import FileVersion, SealedFile
from fairterms_web.ethics.models import CaseEntry, Letterbox, Report
from fairterms_web.evidence.models import EvidencePart, EvidenceRecord
from fairterms_web.jobs.models import Part
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.practice.models import PracticeTalk
from fairterms_web.read.models import Remark
from fairterms_web.rooms.walls import Walled
from fairterms_web.vault.box import VERSION_SIZE
from fairterms_web.vault.keyring import Keyring

MANY, FEW = 200, 4
"""As many values are sealed again at once: short ones, and files of up to 200 MB."""


@dataclass(frozen=True)
class SealedColumn:
    """A column whose values are sealed.

    Attributes
    ----------
    model
        Whose it is.
    column
        Its name.
    row
        Gives the part of a seal's place that names the row.
    at_once
        As many of its values fit into memory together.
    """

    model: type[Walled]
    column: str
    row: Callable[[Any], str]
    at_once: int = FEW

    @property
    def name(self) -> str:
        """Table and column."""
        return f"{self.table}.{self.column}"

    @property
    def table(self) -> str:
        """The name of the table."""
        return self.model._meta.db_table

    def rows(self, room_id: str) -> QuerySet[Any]:
        """Return the rows of a room, each with ``head``, the version of its key as bytes."""
        head = Func(
            F(self.column),
            Value(1),
            Value(VERSION_SIZE),
            function="SUBSTR",
            output_field=BinaryField(),
        )
        found = self.model.objects.of_every_room().filter(room_id=room_id)
        return found.annotate(head=head)

    def opened(self, ring: Keyring, row: Any) -> bytes:
        """Open the value of a row.

        Raises
        ------
        Unopened
            When it does not belong there, was changed, or its key was destroyed.
        """
        sealed = bytes(getattr(row, self.column))
        return ring.open(self.table, self.column, self.row(row), sealed)

    def sealed(self, ring: Keyring, row: Any, content: bytes) -> bytes:
        """Seal a value for a row, with the newest key."""
        return ring.seal(self.table, self.column, self.row(row), content)


def _own(row: Any) -> str:
    return str(row.pk)


COLUMNS = (
    SealedColumn(LedgerEntry, "content", lambda row: f"{row.room_id}.{row.sequence}", MANY),
    SealedColumn(FileVersion, "body", _own),
    SealedColumn(SealedFile, "body", _own),
    SealedColumn(Part, "body", _own),
    SealedColumn(PracticeTalk, "choices", lambda row: str(row.player), MANY),
    SealedColumn(Remark, "text", lambda row: f"{row.finding}.{row.number}", MANY),
    SealedColumn(Seat, "appointed_by", _own, MANY),
    SealedColumn(Motion, "words", _own, MANY),
    SealedColumn(Ballot, "words", _own, MANY),
    SealedColumn(Minutes, "record", _own, MANY),
    SealedColumn(Dissent, "text", _own, MANY),
    SealedColumn(EvidenceRecord, "record", _own, MANY),
    SealedColumn(EvidencePart, "body", _own),
    SealedColumn(Letterbox, "key", _own),
    SealedColumn(Report, "slip", _own, MANY),
    SealedColumn(Report, "body", _own, MANY),
    SealedColumn(CaseEntry, "text", _own, MANY),
)
"""All of them."""
WRAPPED = frozenset({"vault_roomkey.wrapped"})
"""Columns of rooms that hold sealed bytes, and are the master key's business."""
