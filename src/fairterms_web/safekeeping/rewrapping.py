"""A new master key: everything that was locked with the old one is locked with the new one."""

from dataclasses import dataclass

from django.db import transaction

from fairterms.units.refusal import Refusal
from fairterms_web.people import outbox
from fairterms_web.people.models import Letter
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault import keyring
from fairterms_web.vault.box import Unopened, seal, unseal
from fairterms_web.vault.models import RoomKey

OLD = "FAIRTERMS_OLD_MASTER_KEY"


@dataclass(frozen=True)
class Rewrapped:
    """How many keys and letters are locked with the new master key now, and were not before."""

    keys: int
    letters: int


def rewrap(old: bytes, new: bytes) -> Rewrapped:
    """Lock every room's keys, and every letter that waits, with a new master key.

    Parameters
    ----------
    old, new
        The master keys, 32 bytes each.

    Raises
    ------
    Refusal
        When something opens with neither; then nothing is changed.
    """
    with as_system(), transaction.atomic():
        rows = RoomKey.objects.of_every_room().exclude(wrapped=None).select_for_update()
        keys = sum(_key(row, old, new) for row in rows.order_by("pk"))
        waiting = Letter.objects.select_for_update().order_by("pk")
        letters = sum(_letter(row, old, new) for row in waiting)
        return Rewrapped(keys, letters)


def _key(row: RoomKey, old: bytes, new: bytes) -> bool:
    try:
        keyring.rewrapped(row, new, new)
    except Unopened:
        pass
    else:
        return False
    try:
        row.wrapped = keyring.rewrapped(row, old, new)
    except Unopened:
        raise _neither(f"key {row.version} of room {row.room_id}") from None
    row.save(update_fields=["wrapped"])
    return True


def _letter(row: Letter, old: bytes, new: bytes) -> bool:
    place, sealed = outbox.place_of(row.id), bytes(row.body)
    try:
        unseal(new, place, sealed)
    except Unopened:
        pass
    else:
        return False
    try:
        row.body = seal(new, 0, place, unseal(old, place, sealed))
    except Unopened:
        raise _neither(f"letter {row.id}") from None
    row.save(update_fields=["body"])
    return True


def _neither(what: str) -> Refusal:
    why = "what is locked with a key that is lost stays locked"
    fix = f"put the master key that was used until now into {OLD}; nothing was changed"
    return Refusal(what, "opens neither with the old nor with the new master key", why, fix)
