"""The two walls: queries that find nothing without an actor, and rows the database itself hides.

A walled model belongs to one room. Its manager returns nothing at all; what an actor may see comes
from ``within`` (one room they entered) or ``seen_by`` (all their rooms). On PostgreSQL row-level
security is a second wall: a query that forgot the first finds nothing either.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import connection, models, transaction
from django.db.models import QuerySet

from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, Capability

_Row = TypeVar("_Row", bound=models.Model)
_is_system: ContextVar[bool] = ContextVar("is_system", default=False)


class WalledManager(models.Manager[_Row]):
    """Finds nothing until it is told who asks."""

    def get_queryset(self) -> QuerySet[_Row]:
        """Return nothing."""
        return super().get_queryset().none()

    def within(self, entered: Entered) -> QuerySet[_Row]:
        """Return the rows of a room that was entered."""
        return super().get_queryset().filter(room_id=entered.room.id)

    def seen_by(self, actor: Actor, needs: Capability = READ) -> QuerySet[_Row]:
        """Return the rows of every room in which the actor may do something."""
        return super().get_queryset().filter(room_id__in=actor.rooms(needs))

    def of_every_room(self) -> QuerySet[_Row]:
        """Return every row, for what runs without a person: backups, checkpoints, the worker."""
        assert _is_system.get(), "only what runs as the system itself reads every room"
        return super().get_queryset()


class Walled(models.Model):
    """A row that belongs to one room."""

    room = models.ForeignKey("rooms.Room", models.PROTECT, related_name="+")

    objects = WalledManager["Walled"]()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row; what it hangs on lies in the same room, or nothing is stored."""
        for field in self._meta.concrete_fields:
            if self._state.adding and is_within_walls(field):
                other = getattr(self, field.name)
                assert other is None or other.room_id == self.room_id, f"{field} crosses a wall"
        super().save(*args, **kwargs)


def is_within_walls(field: "models.Field[Any, Any]") -> bool:
    """Tell whether a field leads to a row that belongs to one room as well."""
    to = field.related_model
    return isinstance(to, type) and issubclass(to, Walled)


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """Let the database know who asks, for as long as the block lasts.

    Notes
    -----
    On PostgreSQL the rooms are told to the transaction, so the block is one; a block within another
    gives back what was told before. On SQLite there is no second wall, and no transaction: a reader
    must not hold up those who write.
    """
    if connection.vendor != "postgresql":
        yield
        return
    is_within = connection.in_atomic_block
    with transaction.atomic():
        before = _told() if is_within else None
        _tell(rooms=",".join(sorted(actor.rooms())), is_system="")
        yield
        if before is not None:
            _tell(*before)


@contextmanager
def as_system() -> Iterator[None]:
    """Read every room: for the worker, checkpoints and backups, never for a request's own sake."""
    told = _is_system.set(True)
    try:
        if connection.vendor != "postgresql":
            yield
            return
        with transaction.atomic():
            before = _told()
            _tell(rooms="", is_system="on")
            yield
            _tell(*before)
    finally:
        _is_system.reset(told)


def _tell(rooms: str, is_system: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('fairterms.rooms', %s, true),"
            " set_config('fairterms.system', %s, true)",
            [rooms, is_system],
        )


def _told() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(current_setting('fairterms.rooms', true), ''),"
            " coalesce(current_setting('fairterms.system', true), '')"
        )
        rooms, is_system = cursor.fetchone()
    return rooms, is_system
