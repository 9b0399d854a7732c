"""Workspaces, parties, deals, their rooms, and who was let in."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.roles import PRIVATE, ROLES, Kind


def _id() -> "models.CharField[str, str]":
    return models.CharField(
        primary_key=True, max_length=32, default=identifiers.new, editable=False
    )


class Workspace(models.Model):
    """Where a set of parties meet."""

    id = _id()
    name = models.CharField(max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Party(models.Model):
    """A side of the table."""

    id = _id()
    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="parties")
    kind = models.CharField(max_length=16, choices=[(one, one) for one in sorted(PRIVATE)])
    name = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("workspace", "kind", name="one_party_of_a_kind"),
        ]

    def __str__(self) -> str:
        return self.name


class Deal(models.Model):
    """A contract on the table. What it says lies in the rooms, never here."""

    id = _id()
    workspace = models.ForeignKey(Workspace, models.PROTECT, related_name="deals")
    title = models.CharField(max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.title


class Room(models.Model):
    """A room of a deal: private to a party, joint, or the auditor's."""

    id = _id()
    deal = models.ForeignKey(Deal, models.PROTECT, related_name="rooms")
    kind = models.CharField(max_length=16, choices=[(one, one) for one in Kind])
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="rooms")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("deal", "kind", name="one_room_of_a_kind"),
            models.CheckConstraint(
                condition=models.Q(kind__in=sorted(PRIVATE), party__isnull=False)
                | models.Q(kind__in=[Kind.JOINT, Kind.AUDITOR], party__isnull=True),
                name="a_private_room_has_its_party",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What the room is called."""
        if self.kind == Kind.JOINT:
            return "Joint room"
        if self.kind == Kind.AUDITOR:
            return "Auditor’s room"
        assert self.party is not None, "a private room has its party"
        return f"Room of {self.party.name}"


class Grant(models.Model):
    """A person was let into a room, as somebody, for a time and a purpose."""

    id = _id()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="grants")
    room = models.ForeignKey(Room, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=32, choices=[(one, one) for one in ROLES])
    purpose = models.CharField(max_length=300)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    granted_by = models.CharField(max_length=64)
    # The kind of the party that let them in, which alone may let them out again.
    side = models.CharField(max_length=16, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "room"])]

    def __str__(self) -> str:
        return f"{self.role} of {self.room_id}"


class Invitation(models.Model):
    """A person is asked in by e-mail; the link is stored as its hash, and works once."""

    id = _id()
    room = models.ForeignKey(Room, models.PROTECT, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=32, choices=[(one, one) for one in ROLES])
    purpose = models.CharField(max_length=300)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.CharField(max_length=64)
    side = models.CharField(max_length=16, blank=True)
    ends_at = models.DateTimeField()
    grant_ends_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.role} of {self.room_id}"
