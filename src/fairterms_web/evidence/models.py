"""Releases of evidence as each room knows them, and what they hold.

The joint room, the room that gives and the auditor's room each have a row of their own under one
name. No key leads from one to another.
"""

from typing import ClassVar

from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.walls import Walled, WalledManager


class EvidenceRecord(Walled):
    """A release as one room knows it; sealed, for it says what was asked for and why."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    ref = models.CharField(max_length=32)
    record = models.BinaryField()
    asked_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["EvidenceRecord"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "ref", name="one_record_of_a_release"),
        ]

    def __str__(self) -> str:
        return self.ref


class Name(models.TextChoices):
    """What a part of a release is."""

    CONTENT = "content", "as it leaves"
    INSIDE = "inside", "for later proofs"


class EvidencePart(Walled):
    """Bytes of a release: what leaves, or what stays for later proofs. Sealed, and removable."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    record = models.ForeignKey(EvidenceRecord, models.PROTECT, related_name="parts")
    name = models.CharField(max_length=16, choices=Name.choices)
    body = models.BinaryField()

    objects: ClassVar = WalledManager["EvidencePart"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("record", "name", name="one_evidence_part_of_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.name}"
