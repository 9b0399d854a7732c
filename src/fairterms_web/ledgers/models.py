"""Entries of the rooms' ledgers and the checkpoints that vouch for them."""

from typing import ClassVar

from django.db import models

from fairterms_web.rooms.walls import Walled, WalledManager


class LedgerEntry(Walled):
    """One entry. The database refuses to change, remove or replace it."""

    sequence = models.PositiveBigIntegerField()
    time = models.DateTimeField()
    actor = models.CharField(max_length=64)
    kind = models.CharField(max_length=64)
    payload = models.CharField(max_length=64)
    content = models.BinaryField()

    objects: ClassVar = WalledManager["LedgerEntry"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "sequence", name="one_entry_of_a_sequence"),
        ]

    def __str__(self) -> str:
        return f"{self.room_id}/{self.sequence}"


class LedgerHead(Walled):
    """How long a room's ledger is; locked by who appends, so that numbers have no gap."""

    size = models.PositiveBigIntegerField(default=0)

    objects: ClassVar = WalledManager["LedgerHead"]()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("room", name="one_head_of_a_ledger")]

    def __str__(self) -> str:
        return f"{self.room_id}: {self.size}"


class LedgerCheckpoint(Walled):
    """A note over a ledger that the workspace signed; cosignatures are kept beside it."""

    size = models.PositiveBigIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)
    note = models.TextField()

    objects: ClassVar = WalledManager["LedgerCheckpoint"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "size", name="one_checkpoint_of_a_size"),
        ]

    def __str__(self) -> str:
        return f"{self.room_id}: {self.size}"


class LedgerCosignature(Walled):
    """What a witness signed below one of our notes, with the key it is checked by."""

    checkpoint = models.ForeignKey(LedgerCheckpoint, models.PROTECT, related_name="+")
    witness = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    line = models.CharField(max_length=300)
    cosigned_at = models.DateTimeField()
    kept_by = models.CharField(max_length=64)
    kept_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["LedgerCosignature"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("checkpoint", "witness", name="one_cosignature_of_a_witness"),
        ]

    def __str__(self) -> str:
        return f"{self.witness}: {self.checkpoint_id}"
