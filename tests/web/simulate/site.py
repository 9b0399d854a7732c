"""The workspace with one small deal on a server and a database of its own.

Run as a program it prints its address, the owner's session and the room, and serves until its input
ends. A test that shares its database with a server could not take back what the ledger keeps.
"""

import json
import sys
import tempfile
import threading
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings


class Threaded(ThreadingMixIn, WSGIServer):
    """A thread a request, as the workspace has it."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    """A handler that writes no line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name above
        """Say nothing."""


def furnish(folder: Path) -> tuple[str, str]:
    """Make the database, the owner and a room with the files of a folder: session and room."""
    # Models are there only once Django is set up.
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from fairterms_web.people.models import Person  # noqa: PLC0415
    from fairterms_web.rooms.actions import Names, open_deal  # noqa: PLC0415
    from tests.web.simulate.room_with_deal import put  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    owner = Person.objects.create_user("owner@example.org")
    names = Names(title="A small deal", group="Made-up Group", plan="Made-up Plan")
    by = open_deal(person=str(owner.pk), names=names)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    put(by, files)
    client = Client()
    client.force_login(owner)
    return client.cookies[settings.SESSION_COOKIE_NAME].value, by.room.id


def main() -> None:
    """Serve until the input ends: the deal of the folder that is named, or a small one."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: PLC0415 - as above
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415

    from tests.decide.small_basis import small_folder  # noqa: PLC0415

    django.setup()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(sys.argv[1]) if sys.argv[1:] else small_folder(Path(place) / "deal")
        session, room = furnish(folder)
    handler = StaticFilesHandler(WSGIHandler())
    server = make_server("127.0.0.1", 0, handler, server_class=Threaded, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told = {
        "address": f"http://127.0.0.1:{server.server_port}",
        "cookie": settings.SESSION_COOKIE_NAME,
        "session": session,
        "room": room,
    }
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
