"""What the operator does to a room from the machine itself: in its ledger like everything else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from fairterms.ledger.canonical import Value
from fairterms.ledger.entry import Entry
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import store
from fairterms_web.ledgers.models import LedgerHead
from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.walls import as_system

OPERATOR = "operator"
"""How ledgers call who runs the machine: nobody who was let into the room."""


@dataclass(frozen=True)
class Keeper(Entered):
    """A room in the hands of the operator, who keeps it and reads nothing of it."""

    @property
    def name(self) -> str:
        """The slug of the operator."""
        return OPERATOR

    def says(self, kind: str, content: Mapping[str, Value]) -> Entry:
        """Write into the room's ledger what the operator did."""
        return store.append(by=self, kind=kind, content=content)


@contextmanager
def keeping(room_id: str) -> Iterator[Keeper]:
    """Hold a room: as long as the block lasts nobody changes it, and all of it happens or none.

    Raises
    ------
    Refusal
        When there is no such room.
    """
    with as_system(), transaction.atomic():
        room = Room.objects.select_related("deal").filter(pk=room_id).first()
        if room is None:
            why = "nothing is done to a room that is not known for certain"
            fix = "copy the letters and digits after /rooms/ from the address of one of its pages"
            raise Refusal("the room", "is not in this workspace", why, fix)
        # Changes of a room take this row first, see rooms.change; a new room has none yet.
        LedgerHead.objects.bulk_create([LedgerHead(room_id=room_id)], ignore_conflicts=True)
        LedgerHead.objects.of_every_room().select_for_update().get(room_id=room_id)
        yield Keeper(room, Actor("", (), datetime.now(UTC)))


def rooms() -> tuple[str, ...]:
    """Return the identifier of every room."""
    return tuple(Room.objects.order_by("pk").values_list("pk", flat=True))
