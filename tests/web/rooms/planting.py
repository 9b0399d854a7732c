"""A row of every walled model, whatever its columns: new models are on trial from the start."""

import itertools
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models.fields import NOT_PROVIDED

from fairterms_web import identifiers
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.walls import Walled

_count = itertools.count(1_000)


def walled() -> tuple[type[Walled], ...]:
    """Every model whose rows belong to one room."""
    found = [one for one in apps.get_models() if issubclass(one, Walled)]
    return tuple(sorted(found, key=lambda one: one._meta.label))


def plant(model: type[Walled], room: Room) -> Walled:
    """Put one row into a room and return it."""
    told: dict[str, Any] = {"room": room}
    for field in model._meta.concrete_fields:
        if field.name != "room" and not _fills_itself(field):
            told[field.name] = _value(field, room)
    row = model(**told)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # A room has one head of its ledger, and has it already.
        return model._base_manager.get(room=room)
    return row


def _fills_itself(field: models.Field[Any, Any]) -> bool:
    is_made = isinstance(field, models.AutoField) or getattr(field, "auto_now_add", False)
    return is_made or field.null or field.default is not NOT_PROVIDED


def _value(field: models.Field[Any, Any], room: Room) -> Any:
    if isinstance(field, models.ForeignKey):
        target = field.related_model
        assert isinstance(target, type), "a model, not its name"
        assert issubclass(target, Walled), f"say how {field} is filled"
        return plant(target, room)
    match field:
        case models.BooleanField():
            return False
        case models.IntegerField():
            return next(_count)
        case models.DateTimeField():
            return datetime.now(UTC)
        case models.DateField():
            return datetime.now(UTC).date()
        case models.BinaryField():
            return b"made up"
        case models.JSONField():
            return {}
    return identifiers.new()[: field.max_length or 32]


def rooms_in_table(model: type[Walled]) -> list[str]:
    """The rooms of the rows that plain SQL finds, with no filter of ours."""
    with connection.cursor() as cursor:
        cursor.execute(f'select room_id from "{model._meta.db_table}"')  # noqa: S608 - our tables
        return [room for (room,) in cursor.fetchall()]
