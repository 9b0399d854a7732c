"""Back the database up."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fairterms_web.safekeeping import backups
from fairterms_web.safekeeping.told import refusals_told


class Command(BaseCommand):
    """A backup of the database."""

    help = "Back the database up while it is in use. The keys are never in it: see backup_keys."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("folder", type=Path, help="where backups are kept")
        parser.add_argument(
            "--keep-days",
            type=int,
            help="remove older backups that this command made in the folder",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, and say what it holds."""
        with refusals_told():
            made = backups.make(options["folder"], options["keep_days"])
        assert made.manifest is not None, "a backup has one"
        seen = made.manifest.snapshot
        self.stdout.write(f"The backup is in {made.folder}.")
        self.stdout.write(
            f"It holds {sum(seen.tables.values())} rows of {len(seen.tables)} tables, and the "
            f"ledgers of {len(seen.ledgers)} rooms."
        )
        if made.removed:
            self.stdout.write(f"Older backups removed: {len(made.removed)}.")
        if made.is_beside:
            self.stdout.write(
                "There are keys in the same folder. Move them elsewhere: who finds both reads all."
            )
