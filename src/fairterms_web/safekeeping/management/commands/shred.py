"""Destroy the content of a room for ever."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fairterms_web.safekeeping import shred_list, shredding
from fairterms_web.safekeeping.told import refusals_told


class Command(BaseCommand):
    """Destroying a room."""

    help = "Destroy the keys of a room, so that nobody can ever read again what is in it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("--room", required=True, help="the room's identifier")
        parser.add_argument("--because", required=True, help="why; nothing about a person")
        parser.add_argument("--title", help="the deal's title, instead of being asked for it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask for the deal's title, destroy the keys, and say what is still to be done."""
        if not options["because"].strip():
            raise CommandError("Say why with --because: others will ask later.")
        with refusals_told():
            doomed = shredding.look_up(options["room"])
            self.stdout.write(f"{doomed.room}, of the deal “{doomed.deal}”.")
            if self._title(options["title"]) != doomed.deal.strip():
                raise CommandError("That is not the deal's title. Nothing was destroyed.")
            done = shredding.shred(options["room"], options["because"].strip())
        self.stdout.write(
            f"The content of the room was destroyed on {done.at:%Y-%m-%d %H:%M} UTC. The room's "
            f"ledger says so in its entry {done.entry}, and {shred_list.path()} keeps the reason."
        )
        self.stdout.write(
            "Still to do: run backup_keys, so that the list of destroyed rooms is kept; remove "
            "every backup of the database made before now (the room can be read from them with "
            "the master key); and destroy copies given to other rooms, if they must go too."
        )

    def _title(self, given: str | None) -> str:
        if given is not None:
            return given.strip()
        self.stdout.write("This cannot be undone. Type the deal's title to go on:")
        self.stdout.flush()
        try:
            return input().strip()
        except EOFError:
            return ""
