"""Back the keys up, apart from the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fairterms_web.safekeeping import backups
from fairterms_web.safekeeping.told import refusals_told


class Command(BaseCommand):
    """A backup of the keys."""

    help = "Write the keys and the list of destroyed rooms into a folder of their own."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("folder", type=Path, help="where keys are kept; not with the backups")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them, and say what to do with them."""
        with refusals_told():
            made = backups.make_keys(options["folder"])
        self.stdout.write(f"The keys are in {made.folder}.")
        self.stdout.write(
            "Keep them elsewhere than the backups: who finds both reads every room, and without "
            "them a backup cannot be read at all. Do this again after a room is destroyed and "
            "after the master key is changed."
        )
        if made.is_beside:
            self.stdout.write("There are backups in the same folder. Move one of the two now.")
