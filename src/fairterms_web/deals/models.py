"""The files of a room, every version of them, and the sealed copies that were given to it."""

from typing import ClassVar

from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.walls import Walled, WalledManager


class FileVersion(Walled):
    """One version of one file of a room's deal folder. Never changed; a newer one follows."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    path = models.CharField(max_length=240)
    number = models.PositiveIntegerField()
    is_current = models.BooleanField(default=True)
    is_removed = models.BooleanField(default=False)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    body = models.BinaryField()
    saved_by = models.CharField(max_length=64)
    saved_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=300, blank=True)

    objects: ClassVar = WalledManager["FileVersion"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "path", "number", name="one_file_of_a_number"),
            models.UniqueConstraint(
                fields=["room", "path"],
                condition=models.Q(is_current=True),
                name="one_current_file_of_a_path",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.number}"


class SealedCopy(Walled):
    """What one side gave to the joint room: a manifest with hashes, and who gave it and why.

    It names the room it came from by party only; no key leads back through the wall.
    """

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    title = models.CharField(max_length=200)
    manifest = models.TextField()
    manifest_hash = models.CharField(max_length=64)
    given_by = models.CharField(max_length=64)
    party = models.CharField(max_length=200)
    why = models.CharField(max_length=500)
    given_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["SealedCopy"]()

    def __str__(self) -> str:
        return self.title


class SealedFile(Walled):
    """One file of a sealed copy."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    copy = models.ForeignKey(SealedCopy, models.PROTECT, related_name="files")
    path = models.CharField(max_length=240)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    body = models.BinaryField()

    objects: ClassVar = WalledManager["SealedFile"]()

    def __str__(self) -> str:
        return self.path
