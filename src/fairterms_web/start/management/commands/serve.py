"""Start the workspace: the database, the worker and the pages, and print where to go."""

import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from fairterms_web.people import links
from fairterms_web.people.models import Person
from fairterms_web.rooms.models import Grant
from fairterms_web.start.samples import open_sample

OWNER = "owner@localhost"
"""The account of who starts the workspace on a machine of their own."""


class Command(BaseCommand):
    """The workspace."""

    help = "Start the workspace and print its address."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, default=8731, help="the port to listen on")
        parser.add_argument("--processes", type=int, default=1, help="how many serve pages")
        parser.add_argument(
            "--no-example", action="store_true", help="begin without the sample deal"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare the database, start the worker and the pages, and wait for them."""
        Path(settings.HOME).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.stdout.write("Preparing the workspace…")
        call_command("migrate", verbosity=0, interactive=False)
        refuse_superuser()
        address = f"http://{options['host']}:{options['port']}"
        if options["host"] in {"127.0.0.1", "localhost", "::1"}:
            person = self._owner(has_example=not options["no_example"])
            address += f"/enter/{links.make(person)}/"
        connection.close()
        self.stdout.write(f"\nOpen this address in your browser:\n\n    {address}\n")
        self.stdout.write("It lets you in once, within an hour. Press Ctrl-C here to stop.\n")
        self.stdout.flush()
        self._run(options)

    def _owner(self, *, has_example: bool) -> Person:
        person = Person.objects.filter(email=OWNER).first()
        if person is None:
            person = Person.objects.create_user(OWNER, name="Owner of this workspace")
        if has_example and not Grant.objects.filter(person=person).exists():
            open_sample(person=str(person.pk), name="cedar")
        return person

    def _run(self, options: dict[str, Any]) -> None:
        web = [
            *(sys.executable, "-m", "gunicorn", "fairterms_web.wsgi:application"),
            *("--bind", f"{options['host']}:{options['port']}"),
            *("--workers", str(options["processes"]), "--threads", "8"),
            *("--timeout", "120", "--log-level", "warning", "--access-logfile", "/dev/null"),
        ]
        work = [sys.executable, "-m", "fairterms_web", "work"]
        # A contract that was just uploaded is read at once, whatever else is being worked out.
        programs = (web, work, [*work, "--short"])
        children = [subprocess.Popen(one) for one in programs]  # noqa: S603 - our own programs

        def stop(number: int, frame: FrameType | None) -> None:
            for one in children:
                one.terminate()

        for wanted in (signal.SIGTERM, signal.SIGINT):
            signal.signal(wanted, stop)
        code = children[0].wait()
        for worker in children[1:]:
            worker.terminate()
            worker.wait()
        if code > 0:
            sys.exit(code)


def refuse_superuser() -> None:
    """End where the database lets us pass every wall: its own wall would be painted on."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
        (passes,) = cursor.fetchone()
    if passes:
        sys.exit(
            "The account of DATABASE_URL is a superuser of PostgreSQL, and passes every wall "
            "between rooms. Make an ordinary one that owns the database, and use that."
        )
