"""Who holds which seat of the committee, its motions, the votes, the minutes and what was added.

A seat's holder, a vote, minutes and a dissent are never changed: a newer row follows. Of a motion
its state alone changes.
"""

from typing import ClassVar

from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.walls import Walled, WalledManager


def _id() -> "models.CharField[str, str]":
    return models.CharField(
        primary_key=True, max_length=32, default=identifiers.new, editable=False
    )


class State(models.TextChoices):
    """Where a motion stands."""

    NOTICED = "noticed", "noticed, not open for votes yet"
    OPEN = "open", "open for votes"
    CHAIR = "chair", "tied: waiting for the chair"
    DEPUTY = "deputy", "tied: waiting for the deputy"
    DECIDED = "decided", "decided"
    WITHDRAWN = "withdrawn", "withdrawn before the vote"


class Seat(Walled):
    """Who holds a seat, presides or deputises, from when on; the newest row of a seat counts."""

    id = _id()
    seat = models.TextField()
    number = models.PositiveIntegerField()
    holder = models.CharField(max_length=32, blank=True)
    appointed_by = models.BinaryField()
    appointed_on = models.DateField()
    recorded_by = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Seat"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "seat", "number", name="one_holder_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.seat} {self.number}"


class Motion(Walled):
    """What is put to the vote, under which version of the charter; title and text are sealed."""

    id = _id()
    number = models.PositiveIntegerField()
    kind = models.TextField()
    charter = models.CharField(max_length=32)
    words = models.BinaryField()
    noticed_on = models.DateField()
    held_on = models.DateField()
    state = models.CharField(max_length=16, choices=State.choices, default=State.NOTICED)
    noticed_by = models.CharField(max_length=64)
    noticed_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Motion"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "number", name="one_motion_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"motion {self.number}"


class Ballot(Walled):
    """One vote of one seat; the last of a seat counts, and the ledger has the seal of each."""

    id = _id()
    motion = models.ForeignKey(Motion, models.PROTECT, related_name="+")
    seat = models.TextField()
    number = models.PositiveIntegerField()
    words = models.BinaryField()
    commitment = models.CharField(max_length=64)
    cast_by = models.CharField(max_length=64)
    cast_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Ballot"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("motion", "seat", "number", name="one_ballot_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.seat} {self.number}"


class Minutes(Walled):
    """The minutes of a motion: the hash of their file, and from what they were written."""

    id = _id()
    motion = models.OneToOneField(Motion, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=16)
    sha256 = models.CharField(max_length=64)
    record = models.BinaryField()
    sealed_by = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Minutes"]()

    def __str__(self) -> str:
        return self.outcome


class Dissent(Walled):
    """A page that a member who was outvoted added to the minutes."""

    id = _id()
    motion = models.ForeignKey(Motion, models.PROTECT, related_name="+")
    seat = models.TextField()
    text = models.BinaryField()
    written_on = models.DateField()
    written_by = models.CharField(max_length=64)
    written_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Dissent"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("motion", "seat", name="one_dissent_of_a_seat"),
        ]

    def __str__(self) -> str:
        return self.seat
