"""Seal what rooms hold with their newest key, and destroy older ones."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fairterms_web.safekeeping.told import ask_rooms, chosen_rooms, refusals_told, reseal_told


class Command(BaseCommand):
    """Sealing again."""

    help = "Seal what rooms hold with their newest key. Stopped, it goes on where it was."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        ask_rooms(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal again, and say what became of older keys."""
        with refusals_told():
            reseal_told(self.stdout, chosen_rooms(options))
