"""New keys for a room: what is written from now on, and what was written before.

Sealing again goes in small steps, each whole by itself: it may be stopped at any time, and goes on
where it was. An old key is destroyed only when no value needs it and nobody can be using it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from fairterms_web.jobs.models import Job, State
from fairterms_web.rooms.walls import as_system
from fairterms_web.safekeeping.keeper import keeping
from fairterms_web.safekeeping.lifted_guard import lifted_guard
from fairterms_web.safekeeping.sealed_columns import COLUMNS, SealedColumn
from fairterms_web.vault import keyring
from fairterms_web.vault.box import VERSION_SIZE, Unopened
from fairterms_web.vault.models import RoomKey

Tell = Callable[[str, int], object]
"""Is told of progress: a column, and how many of its values are sealed again."""


@dataclass(frozen=True)
class Resealed:
    """What sealing a room again did.

    Attributes
    ----------
    count
        Values sealed with the newest key.
    unopened
        Values that do not open, and were left as they are.
    """

    count: int
    unopened: int


@dataclass(frozen=True)
class Retired:
    """What became of a room's older keys.

    Attributes
    ----------
    versions
        Of the keys that were destroyed.
    needed
        Of older keys that still are there.
    is_at_work
        Whether work goes on in the room that may still seal with an older key.
    """

    versions: tuple[int, ...]
    needed: tuple[int, ...]
    is_at_work: bool


def rotate(room_id: str) -> int:
    """Give a room a new key and return its version.

    Raises
    ------
    Refusal
        When there is no such room.
    Unopened
        When its keys were destroyed.
    """
    with keeping(room_id) as keeper:
        version = keyring.rotate(room_id)
        keeper.says("keys.rotated", {"version": version})
    return version


def is_destroyed(room_id: str) -> bool:
    """Tell whether every key of a room was destroyed."""
    with as_system():
        return not keyring.of_room(room_id).keys


def reseal(room_id: str, tell: Tell) -> Resealed:
    """Seal every value of a room with its newest key that is not yet.

    Raises
    ------
    Unopened
        When the room's keys were destroyed.
    """
    count = unopened = 0
    for column in COLUMNS:
        done, left = _reseal(room_id, column, tell)
        count, unopened = count + done, unopened + left
    return Resealed(count, unopened)


def retire(room_id: str) -> Retired:
    """Destroy the older keys of a room that sealed nothing which is still there.

    Notes
    -----
    Changes take a room's keys while they hold the room, as this does: who comes later finds the
    newest. Long work keeps the keys it began with, so while some is under way none is destroyed.
    """
    with keeping(room_id) as keeper:
        older = set(sorted(keyring.of_room(room_id).keys)[:-1])
        jobs = Job.objects.of_every_room().filter(room_id=room_id, state=State.RUNNING)
        is_at_work = jobs.exists()
        unused = set() if is_at_work else older - _used(room_id)
        if unused:
            keeper.says("keys.destroyed", {"versions": sorted(unused)})
            rows = RoomKey.objects.of_every_room().filter(room_id=room_id, version__in=unused)
            keyring.destroy(rows)
        needed = tuple(sorted(older - unused))
        return Retired(tuple(sorted(unused)), needed, is_at_work)


def _used(room_id: str) -> set[int]:
    """Return the versions of the keys that a room's values need."""
    heads = (one.rows(room_id).order_by().values_list("head", flat=True) for one in COLUMNS)
    return {int.from_bytes(bytes(head), "big") for found in heads for head in found.distinct()}


def _reseal(room_id: str, column: SealedColumn, tell: Tell) -> tuple[int, int]:
    done = left = 0
    last: object = None
    while True:
        with as_system(), transaction.atomic(), lifted_guard(column.model):
            found, sealed, last = _batch(room_id, column, last)
        if not found:
            return done, left
        done, left = done + sealed, left + found - sealed
        tell(column.name, done)


def _batch(room_id: str, column: SealedColumn, after: object) -> tuple[int, int, object]:
    """Seal the next few values; return how many there were, how many opened, and the last."""
    ring = keyring.of_room(room_id)
    if not ring.keys:
        raise Unopened(keyring.GONE)
    newest = max(ring.keys).to_bytes(VERSION_SIZE, "big")
    rows = column.rows(room_id).exclude(head=newest).order_by("pk")
    rows = rows if after is None else rows.filter(pk__gt=after)
    found = list(rows.select_for_update()[: column.at_once])
    sealed = 0
    for row in found:
        try:
            content = column.opened(ring, row)
        except Unopened:
            continue
        same = column.model.objects.of_every_room().filter(pk=row.pk)
        same.update(**{column.column: column.sealed(ring, row, content)})
        sealed += 1
    return len(found), sealed, found[-1].pk if found else after
