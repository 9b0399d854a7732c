"""Asking for long work, cancelling it, and asking for it again."""

from collections.abc import Mapping

from django.db.models import Q

from fairterms_web.jobs import access
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job, State
from fairterms_web.jobs.queue import put
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE


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
    found = Job.objects.within(by).filter(same & is_open).first()
    if found is not None:
        return found
    with change(by, WRITE) as said:
        job = Job(
            room=by.room,
            kind=kind,
            made_from=made_from,
            arguments=told,
            asked_by=by.actor.person,
        )
        job.save(force_insert=True)
        put(job.id)
        said.that("work.asked-for", {"work": kind, "files": made_from})
    return job


def cancel(*, by: Entered, job_id: str) -> Job:
    """Cancel work; what it made already stays, and it can be asked for again.

    Raises
    ------
    Http404
        When the room has no such job.
    """
    with change(by, WRITE) as said:
        job = access.job_of(by, job_id)
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
