"""Sign a checkpoint for every room whose ledger grew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fairterms_web.ledgers.checkpoints import sign_grown


class Command(BaseCommand):
    """Checkpoints of every room."""

    help = "Sign a checkpoint for every room whose ledger grew."

    def handle(self, *_args: Any, **options: Any) -> None:
        """Sign, and say how many; end with an error where a ledger is not what it was."""
        made, broken = sign_grown()
        if options["verbosity"]:
            self.stdout.write(
                f"{made} {'checkpoint was' if made == 1 else 'checkpoints were'} signed."
            )
        if broken:
            raise CommandError(
                f"The ledger of {len(broken)} {'room is' if len(broken) == 1 else 'rooms are'} not "
                "what was signed before, and got no checkpoint: " + ", ".join(broken) + ". Keep "
                "the database as it is, and compare it with the last backup."
            )
