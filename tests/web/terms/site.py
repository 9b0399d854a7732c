"""The workspace itself on a throw-away database, with one room of terms, for a real browser.

Run as a program it prints its address, the room and a session, and serves until its input ends.
"""

import json
import os
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class _Quiet(WSGIRequestHandler):
    """Says nothing of what is asked."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def furnish() -> dict[str, str]:
    """Make a person with a room that holds terms, a script and a contract that was read."""
    # Models are there only once Django is set up.
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from fairterms_web.jobs.actions import ask  # noqa: PLC0415
    from fairterms_web.people.models import Person  # noqa: PLC0415
    from fairterms_web.rooms.actions import Names, open_deal  # noqa: PLC0415
    from fairterms_web.rooms.walls import acting  # noqa: PLC0415
    from tests.web.terms.table import BOTH, lay  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    person = Person.objects.create_user("owner@example.org")
    names = Names(title="Larch 2027", group="Larch Group", plan="Tamarack Plan")
    room = open_deal(person=person.id, names=names)
    lay(room, {**BOTH, "contract/01-agreement.txt": "The agreement of the group room."})
    with acting(room.actor):
        ask(by=room, kind="review")
    call_command("work", "--once", verbosity=0, stdout=sys.stderr)
    client = Client()
    client.force_login(person)
    return {"room": room.room.id, "session": client.cookies["sessionid"].value}


def main() -> None:
    """Serve."""
    with TemporaryDirectory() as home:
        os.environ["FAIRTERMS_HOME"] = home
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(home) / 'workspace.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "fairterms_web.settings"
        # Read only now: settings look at the environment when they are first needed.
        import django  # noqa: PLC0415

        django.setup()
        from fairterms_web.wsgi import application  # noqa: PLC0415 - as above

        told = furnish()
        server = make_server("127.0.0.1", 0, application, WSGIServer, _Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told["address"] = f"http://127.0.0.1:{server.server_address[1]}"
        print(json.dumps(told), flush=True)  # noqa: T201 - who started it reads the line
        sys.stdin.read()
        server.shutdown()


if __name__ == "__main__":
    main()
