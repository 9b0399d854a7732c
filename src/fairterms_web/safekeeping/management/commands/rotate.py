"""Give rooms a new key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fairterms_web.safekeeping import rotation
from fairterms_web.safekeeping.told import ask_rooms, chosen_rooms, refusals_told, reseal_told


class Command(BaseCommand):
    """New keys."""

    help = "Give rooms a new key. With --reseal, what they hold is sealed with it too."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        ask_rooms(parser)
        parser.add_argument("--reseal", action="store_true", help="seal again what is there")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add a key to each room; then seal again where that was asked."""
        with refusals_told():
            rooms = chosen_rooms(options)
            for room in rooms:
                version = rotation.rotate(room)
                self.stdout.write(f"room {room}: key {version} seals from now on")
            if options["reseal"]:
                reseal_told(self.stdout, rooms)
