"""Asking for long work, cancelling it, and asking for it again."""

from collections.abc import Mapping

from django.db.models import Q

from fairterms_web.jobs import access
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job, State
from fairterms_web.jobs.queue import put
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import WRITE


class _AskedAlready(Exception):
    """The same work was asked for and is not over; nothing is changed."""

    def __init__(self, job: Job) -> None:
        super().__init__(job.id)
        self.job = job


def ask(*, by: Entered, kind: str, arguments: Mapping[str, str] | None = None) -> Job:
    """Ask for long work on the files as they are; the same work is asked for once.

    Parameters
    ----------
    by
        The room as entered.
    kind
        The slug of the work.
    arguments
        What it is told beside the files; never anything about a person.
    """
    assert kind in kinds(), "work of a kind that exists"
    told = dict(arguments or {})
    made_from = access.state_for(by, kind)
    same = Q(kind=kind, made_from=made_from, arguments=told, is_cancel_asked=False)
    is_open = Q(state__in=[State.WAITING, State.RUNNING])
    try:
        with change(by, WRITE) as said:
            # Who asks at the same moment waits here, and finds what the other asked for.
            Room.objects.select_for_update().get(pk=by.room.id)
            _end_if_asked(Job.objects.within(by).filter(same & is_open).first())
            job = Job(
                room=by.room,
                kind=kind,
                made_from=made_from,
                arguments=told,
                asked_by=by.actor.person,
            )
            job.save(force_insert=True)
            put(job)
            said.that("work.asked-for", {"work": kind, "files": made_from})
    except _AskedAlready as before:
        return before.job
    return job


def _end_if_asked(found: Job | None) -> None:
    if found is not None:
        raise _AskedAlready(found)


def cancel(*, by: Entered, job_id: str) -> Job:
    """Cancel work that still goes on; it can be asked for again.

    Raises
    ------
    Http404
        When the room has no such job.
    """
    job = access.job_of(by, job_id)
    if not job.is_open or job.is_cancel_asked:
        return job
    with change(by, WRITE) as said:
        job = access.job_of(by, job_id, is_held=True)
        job.is_cancel_asked = True
        if job.state == State.WAITING:
            job.state = State.CANCELLED
        job.save(update_fields=["is_cancel_asked", "state"])
        said.that("work.cancelled", {"work": job.kind})
    return job


def again(*, by: Entered, job_id: str) -> Job:
    """Ask once more for work that was cancelled or could not be done.

    Raises
    ------
    Http404
        When the room has no such job.
    """
    job = access.job_of(by, job_id)
    return ask(by=by, kind=job.kind, arguments=job.arguments)
