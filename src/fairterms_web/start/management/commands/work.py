"""Do the long work that pages ask for, until stopped."""

import logging
import signal
import sys
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from fairterms_web.jobs.queue import LONG, SHORT, put_back_lost
from fairterms_web.ledgers.checkpoints import sign_grown
from fairterms_web.people.outbox import send_due

PAUSE_SECONDS = 0.5
CHECKPOINT_SECONDS = 60 * 60
"""So often a checkpoint is signed for every room whose ledger grew (our choice)."""


class Command(BaseCommand):
    """The worker."""

    help = "Do the long work that pages ask for, until stopped."
    goes_on: bool
    queue: Worker | None

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be told."""
        parser.add_argument("--once", action="store_true", help="do what waits, and end")
        parser.add_argument(
            "--short", action="store_true", help="do only what somebody waits for before the page"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Take up what another worker lost, do what waits, and look again."""
        self.goes_on, self.queue = True, None
        for name in ("django_tasks", "django_tasks_db"):
            # A job tells its room how it ended; a log of what failed would tell it to everybody.
            logging.getLogger(name).setLevel(logging.CRITICAL)
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        checkpoint_at = time.monotonic()
        while self.goes_on:
            put_back_lost()
            send_due()
            self._do_what_waits([SHORT] if options["short"] else [SHORT, LONG])
            if options["once"] or not self.goes_on:
                return
            if time.monotonic() >= checkpoint_at:
                sign_grown()
                checkpoint_at = time.monotonic() + CHECKPOINT_SECONDS
            time.sleep(PAUSE_SECONDS)

    def _do_what_waits(self, queues: list[str]) -> None:
        # Its own command would take the signals over, and forget one that came during a job.
        self.queue = Worker(
            queue_names=queues,
            excluded_queue_names=[],
            backend_name="default",
            worker_id=get_random_string(32),
            batch=True,
            interval=0,
            startup_delay=False,
            max_tasks=None,
        )
        self.queue.running = self.goes_on
        self.queue.run()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        """End after the job at hand; asked a second time, at once: it is taken up again later."""
        if not self.goes_on:
            sys.exit(1)
        self.goes_on = False
        if self.queue is not None:
            self.queue.running = False
