"""Do the long work that pages ask for, until stopped."""

import signal
import time
from types import FrameType
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from fairterms_web.jobs.queue import put_back_lost
from fairterms_web.ledgers.checkpoints import sign_grown
from fairterms_web.people.outbox import send_due

PAUSE_SECONDS = 0.5
CHECKPOINT_SECONDS = 60 * 60
"""So often a checkpoint is signed for every room whose ledger grew (our choice)."""


class Command(BaseCommand):
    """The worker."""

    help = "Do the long work that pages ask for, until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("--once", action="store_true", help="do what waits, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take up what another worker lost, do what waits, and look again."""
        self.goes_on = True
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        checkpoint_at = time.monotonic()
        while self.goes_on:
            put_back_lost()
            send_due()
            call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
            signal.signal(signal.SIGTERM, self._stop)
            signal.signal(signal.SIGINT, self._stop)
            if options["once"]:
                return
            if time.monotonic() >= checkpoint_at:
                sign_grown()
                checkpoint_at = time.monotonic() + CHECKPOINT_SECONDS
            time.sleep(PAUSE_SECONDS)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.goes_on = False
