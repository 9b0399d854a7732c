"""The queue of long work, and the worker's turn at it."""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django_tasks import task

from fairterms_web.jobs import worker
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job, State
from fairterms_web.rooms.walls import as_system

PATIENCE = timedelta(seconds=30)
"""A job whose worker has said nothing for so long is taken up by another (our choice)."""
MOST_ATTEMPTS = 3
"""Workers a job may take with it before it is given up (our choice)."""
_GIVEN_UP = (
    f"It was begun {MOST_ATTEMPTS} times and the machine that works ended each time. The files may "
    "be too large for it. Tell who runs this workspace."
)


SHORT, LONG = "short", "default"
"""The queues: of what somebody waits for before the page, and of all else."""


def put(job: Job) -> None:
    """Put a job into its queue, in the transaction that made it."""
    kind = kinds().get(job.kind)
    name = SHORT if kind is not None and kind.is_short else LONG
    run.using(queue_name=name).enqueue(job.id)


@task()
def run(job_id: str) -> None:
    """Do one job; called by the queue's worker."""
    worker.run(job_id)


def put_back_lost(now: datetime | None = None) -> int:
    """Put jobs back whose worker died, so that a restart loses nothing; return how many.

    A job that took its worker with it each time is given up: else it would take every worker.
    """
    silent = (now or datetime.now(UTC)) - PATIENCE
    with as_system(), transaction.atomic():
        rows = Job.objects.of_every_room().select_for_update()
        lost = list(rows.filter(state=State.RUNNING, beat_at__lt=silent))
        for job in lost:
            if job.attempts >= MOST_ATTEMPTS:
                job.state, job.message, job.ended_at = State.FAILED, _GIVEN_UP, datetime.now(UTC)
            else:
                job.state, job.beat_at, job.stage = State.WAITING, None, "taken up again"
                put(job)
            job.save(update_fields=["state", "beat_at", "stage", "message", "ended_at"])
    return sum(job.state == State.WAITING for job in lost)
