"""Put a backup back."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fairterms_web.safekeeping import restoring
from fairterms_web.safekeeping.restoring import Restored
from fairterms_web.safekeeping.told import old_master_key, refusals_told

NOT_AS_IT_WAS = 2
"""The exit code where something came back, and is not what was there."""


class Command(BaseCommand):
    """Putting a backup back."""

    help = "Put a backup into an empty database and check it. The keys must be in place."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("folder", type=Path, help="the backup: the folder with manifest.json")
        parser.add_argument("--into", help="another database than the one of DATABASE_URL")

    def handle(self, *args: Any, **options: Any) -> None:
        """Put it back, and say what was checked; the exit code is 0 where all is as it was."""
        if options["into"]:
            sys.exit(_again(options["folder"], options["into"]))
        with refusals_told():
            done = restoring.restore(options["folder"], old_master_key())
        self._tell(done)
        if done.problems:
            self.stdout.write("\n".join(f"  {one}" for one in done.problems))
            raise CommandError(
                "What came back is not what was there. Do not start the workspace with it: keep "
                "it, and put another backup into another empty database.",
                returncode=NOT_AS_IT_WAS,
            )
        self.stdout.write("All is as it was when the backup was made. You can start the workspace.")

    def _tell(self, done: Restored) -> None:
        seen = done.manifest.snapshot
        for line in (
            f"The backup of {done.manifest.made_at:%Y-%m-%d %H:%M} UTC was put back.",
            f"  {sum(seen.tables.values())} rows of {len(seen.tables)} tables compared",
            f"  {len(seen.ledgers)} ledgers compared by size and root",
            f"  {done.opened} sealed values opened with the present keys",
            f"  {len(done.destroyed)} destroyed rooms came back and were destroyed again",
        ):
            self.stdout.write(line)
        if done.rewrapped:
            self.stdout.write(f"  {done.rewrapped} keys locked with the present master key")


def _again(folder: Path, url: str) -> int:
    """Run the same with another database; its address may hold a password, so no argument of it."""
    program = [sys.executable, "-m", "fairterms_web", "restore", str(folder)]
    told = subprocess.run(program, env={**os.environ, "DATABASE_URL": url}, check=False)  # noqa: S603 # nosec B603
    return told.returncode
