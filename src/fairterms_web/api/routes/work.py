"""Long work: asked for, followed, cancelled, and what it made."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from django.http import Http404, HttpResponse
from ninja import Query, Router
from pydantic import StringConstraints

from fairterms_web.api.media import BINARY, gives
from fairterms_web.api.policy import Id, in_room
from fairterms_web.api.refusals import NotAccepted
from fairterms_web.api.shapes import Listed, Page, Sent, Told, part_of
from fairterms_web.decide import views as deciding
from fairterms_web.jobs import access, actions
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.kinds import monitoring as signed
from fairterms_web.jobs.kinds import reconciliation as laid_beside
from fairterms_web.jobs.made import outcomes as results
from fairterms_web.jobs.made import risks as register
from fairterms_web.jobs.models import Job, State
from fairterms_web.monitor import access as monitor
from fairterms_web.negotiate import views as talking
from fairterms_web.outcomes import access as outcomes
from fairterms_web.read import views as reading
from fairterms_web.reconcile import access as reconcile
from fairterms_web.risks import access as risks
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, WRITE

router = Router(tags=["Work"])
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$")]
PartName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}\.[a-z]{1,10}$")]


class Asked(Sent):
    """The work that is asked for."""

    kind: Slug


class KindTold(Told):
    """A kind of work."""

    kind: str
    title: str


class WorkTold(Told):
    """One piece of work, and how far it is."""

    id: str
    kind: str
    title: str
    state: str
    percent: int
    stage: str
    message: str
    made_from: str
    is_cancel_asked: bool
    asked_at: datetime
    ended_at: datetime | None


@router.get("/rooms/{room_id}/kinds", response=Listed[KindTold])
@in_room(READ)
def list_kinds(by: Entered, page: Query[Page]) -> dict[str, object]:
    """List the kinds of work that can be asked for."""
    known = [kinds()[slug] for slug in sorted(kinds())]
    return part_of(known, page, lambda one: KindTold(kind=one.slug, title=one.title))


@router.get("/rooms/{room_id}/work", response=Listed[WorkTold])
@in_room(READ)
def list_work(by: Entered, page: Query[Page], kind: Slug | None = None) -> dict[str, object]:
    """List the work of a room, the newest first."""
    return part_of(access.jobs_of(by, kind or ""), page, _told)


@router.post("/rooms/{room_id}/work", response={202: WorkTold})
@in_room(WRITE)
def ask_for_work(by: Entered, asked: Asked) -> WorkTold:
    """Ask for work on the files as they are; the same work is asked for once."""
    if asked.kind not in kinds():
        raise NotAccepted({"kind": [f"Choose one of: {', '.join(sorted(kinds()))}."]})
    return _told(actions.ask(by=by, kind=asked.kind))


@router.get("/rooms/{room_id}/work/{job_id}", response=WorkTold)
@in_room(READ)
def follow_work(by: Entered, job_id: Id) -> WorkTold:
    """Say how far a piece of work is."""
    return _told(access.job_of(by, job_id))


@router.post("/rooms/{room_id}/work/{job_id}/cancel", response=WorkTold)
@in_room(WRITE)
def cancel_work(by: Entered, job_id: Id) -> WorkTold:
    """Cancel work that still goes on."""
    return _told(actions.cancel(by=by, job_id=job_id))


@router.post("/rooms/{room_id}/work/{job_id}/again", response={202: WorkTold})
@in_room(WRITE)
def ask_again(by: Entered, job_id: Id) -> WorkTold:
    """Ask once more for work that was cancelled or could not be done."""
    if access.job_of(by, job_id).kind not in kinds():
        raise Http404
    return _told(actions.again(by=by, job_id=job_id))


@router.get("/rooms/{room_id}/work/{job_id}/parts", response=Listed[str])
@in_room(READ)
def list_parts(by: Entered, job_id: Id, page: Query[Page]) -> dict[str, object]:
    """List the names of what a piece of work made, as far as it may be seen in this room."""
    job = access.job_of(by, job_id)
    made = [one for one in access.names_of(by, job) if one in shown_in(by)]
    return part_of(made if job.state == State.DONE else [], page, str)


@router.get("/rooms/{room_id}/work/{job_id}/parts/{name}", openapi_extra=gives(BINARY))
@in_room(READ)
def get_part(by: Entered, job_id: Id, name: PartName) -> HttpResponse:
    """Give one thing that a piece of work made."""
    job = access.job_of(by, job_id)
    if job.state != State.DONE or name not in shown_in(by):
        raise Http404
    return download(access.part_of(by, job, name), name)


def shown_in(by: Entered) -> frozenset[str]:
    """Return the names of the parts that the pages of this kind of room show or give.

    Notes
    -----
    Outside the group's own room that is less: no part there holds a count of few people.
    """
    page = results.PAGE if outcomes.is_own(by) else results.OUTSIDE
    return frozenset(
        {
            "text.html",
            "findings.json",
            "negotiate.html",
            "trades.html",
            deciding.PAGE,
            register.PAGE,
            page,
            *(f"{one}.html" for one in reading.PARTS),
            *_files(reading.TAKEN.values()),
            *_files(deciding.TAKEN.values()),
            *_files(talking.TAKEN.values()),
            *_files(risks.TAKEN.values()),
            laid_beside.PAGE,
            signed.PAGE,
            *_files(reconcile.TAKEN.values()),
            *_files(monitor.TAKEN.values()),
            *_files(outcomes.forms(by).values()),
        }
    )


def _files(taken: Iterable[tuple[str, str]]) -> list[str]:
    return [file for file, _ in taken]


def _told(job: Job) -> WorkTold:
    return WorkTold(
        id=job.id,
        kind=job.kind,
        title=access.title_of(job),
        state=job.state,
        percent=access.percent(job),
        stage=job.stage,
        message=job.message,
        made_from=job.made_from,
        is_cancel_asked=job.is_cancel_asked,
        asked_at=job.asked_at,
        ended_at=job.ended_at,
    )
