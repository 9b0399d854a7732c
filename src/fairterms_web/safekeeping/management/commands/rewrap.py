"""Change the master key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fairterms_web.safekeeping.rewrapping import OLD, rewrap
from fairterms_web.safekeeping.told import old_master_key, refusals_told
from fairterms_web.vault import master


class Command(BaseCommand):
    """A new master key."""

    help = f"Lock every room's keys with a new master key; the old one is in {OLD}."

    def handle(self, *args: Any, **options: Any) -> None:
        """Lock everything with the present master key; make one where there is none."""
        with refusals_told():
            old = old_master_key()
            if old is None:
                raise CommandError(
                    f"Put the master key that is in use into {OLD}, move the file "
                    f"{master.path()} elsewhere (or put another key into {master.VARIABLE}), and "
                    "stop the workspace. Then run this again."
                )
            new = master.present() or master.make()
            if new == old:
                raise CommandError(
                    f"The present master key is the one in {OLD}. Move the file {master.path()} "
                    f"elsewhere, or put another key into {master.VARIABLE}; then run this again."
                )
            done = rewrap(old, new)
        self.stdout.write(
            f"{done.keys} keys and {done.letters} letters are locked with the new master key now."
        )
        self.stdout.write(
            "Start the workspace, run backup_keys, and keep the old key as long as a backup that "
            "needs it."
        )
