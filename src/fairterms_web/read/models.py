"""What was decided about findings, and what was said about them."""

from typing import ClassVar

from django.db import models

from fairterms_web.rooms.walls import Walled, WalledManager


class Decision(models.TextChoices):
    """What was decided about a finding."""

    OPEN = "open", "open"
    ACCEPTED = "accepted", "we raise this"
    DISMISSED = "dismissed", "set aside"


class FindingMark(Walled):
    """The last decision about a finding; earlier ones stand in the ledger."""

    finding = models.CharField(max_length=64)
    decision = models.CharField(max_length=16, choices=Decision.choices)
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField(auto_now=True)

    objects: ClassVar = WalledManager["FindingMark"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "finding", name="one_mark_of_a_finding"),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.decision}"


class Remark(Walled):
    """Something said about a finding; sealed, for it may quote the contract."""

    finding = models.CharField(max_length=64)
    number = models.PositiveIntegerField()
    text = models.BinaryField()
    said_by = models.CharField(max_length=64)
    said_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Remark"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "finding", "number", name="one_remark_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.finding} {self.number}"
