"""What a process of the drill does: ``python -m tests.web.drill.steps fill|go-on|look``."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairterms_web.settings")
django.setup()

from django.db import DatabaseError, connection, transaction  # noqa: E402 - after Django is set up
from django.test import Client  # noqa: E402

from fairterms_web.deals.actions import save_files  # noqa: E402
from fairterms_web.ledgers.checking import check_room  # noqa: E402
from fairterms_web.ledgers.models import LedgerEntry  # noqa: E402
from fairterms_web.people.models import Person  # noqa: E402
from fairterms_web.rooms import access  # noqa: E402
from fairterms_web.rooms.models import Room  # noqa: E402
from fairterms_web.rooms.walls import Walled, acting, as_system  # noqa: E402

OWNER = "owner@example.org"


def fill() -> dict[str, str]:
    """Fill an empty database; return the rooms by their names."""
    from django.core.management import call_command  # noqa: PLC0415

    from tests.web.cast import make  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    return {name: room.id for name, room in make().rooms.items()}


def go_on() -> dict[str, str]:
    """Write one more file, as somebody does after the backup."""
    actor = access.actor_for(Person.objects.get(email=OWNER).id)
    room = Room.objects.get(kind="group", deal__title="Larch 2027")
    with acting(actor):
        save_files(by=access.enter(actor, room.id), files={"later.txt": b"after the backup"})
    return {}


def look() -> dict[str, object]:
    """Say what a person and the ledgers find."""
    client = Client(raise_request_exception=False)
    client.force_login(Person.objects.get(email=OWNER))
    pages = {}
    for room in Room.objects.filter(deal__title="Larch 2027", kind__in=["group", "joint"]):
        for page in ("", "read/", "history/", "export/"):
            pages[f"{room.kind}/{page}"] = client.get(f"/rooms/{room.id}/{page}").status_code
    checked = {room.id: check_room(room.id) for room in Room.objects.all()}
    return {
        "pages": pages,
        "roots": {room: one.root.hex() for room, one in checked.items()},
        "problems": [text for one in checked.values() for text in one.problems],
        "lost": {room: one.lost for room, one in checked.items() if one.lost},
        "guarded": _is_guarded(),
        "walls": _walls(),
    }


def _is_guarded() -> bool:
    try:
        with as_system(), transaction.atomic():
            LedgerEntry.objects.of_every_room().update(kind="changed")
    except DatabaseError:
        return True
    return False


def _walls() -> bool:
    """Tell whether every table of a room has its wall, where there is one to have."""
    if connection.vendor != "postgresql":
        return True
    tables = [
        one._meta.db_table for one in django.apps.apps.get_models() if issubclass(one, Walled)
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_class join pg_policy on polrelid = pg_class.oid"
            " where relrowsecurity and relforcerowsecurity and relname = any(%s)",
            [tables],
        )
        return bool(cursor.fetchone()[0] == len(tables))


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"fill": fill, "go-on": go_on, "look": look}[sys.argv[1]]()))
