"""The queue of long work, and the worker's turn at it."""

from datetime import UTC, datetime, timedelta

from django.db.models import Q
from django_tasks import task

from fairterms_web.jobs import worker
from fairterms_web.jobs.models import Job, State
from fairterms_web.rooms.walls import as_system

PATIENCE = timedelta(seconds=30)
"""A job whose worker has said nothing for so long is taken up by another (our choice)."""


def put(job_id: str) -> None:
    """Put a job into the queue, in the transaction that made it."""
    run.enqueue(job_id)


@task()
def run(job_id: str) -> None:
    """Do one job; called by the queue's worker."""
    worker.run(job_id)


def put_back_lost(now: datetime | None = None) -> int:
    """Put jobs back whose worker died, so that a restart loses nothing; return how many."""
    silent = (now or datetime.now(UTC)) - PATIENCE
    with as_system():
        lost = Job.objects.of_every_room().filter(
            Q(state=State.RUNNING, beat_at__lt=silent)
        )
        names = list(lost.values_list("pk", flat=True))
        Job.objects.of_every_room().filter(pk__in=names).update(
            state=State.WAITING, beat_at=None, stage="taken up again"
        )
        for name in names:
            put(name)
    return len(names)
