"""Long work and its parts, for those who entered the room."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from fairterms_web.deals import access as files
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.rooms.entered import Entered
from fairterms_web.vault.keyring import Keyring, keyring

TABLE = "jobs_part"


def job_of(by: Entered, job_id: str, *, is_held: bool = False) -> Job:
    """Return one job of a room.

    Parameters
    ----------
    by
        The room as entered.
    job_id
        The job.
    is_held
        Whether nobody else may change it until the transaction ends.

    Raises
    ------
    Http404
        When the room has no such job.
    """
    rows = Job.objects.within(by)
    found = (rows.select_for_update() if is_held else rows).filter(pk=job_id).first()
    if found is None:
        raise Http404
    return found


def jobs_of(by: Entered, kind: str = "") -> QuerySet[Job]:
    """Return the jobs of a room, the newest first; of one kind where it is named."""
    rows = Job.objects.within(by).order_by("-asked_at", "-id")
    return rows.filter(kind=kind) if kind else rows


@dataclass(frozen=True)
class Standing:
    """How a kind of work stands in a room.

    Attributes
    ----------
    title
        What the work does.
    job
        The last one asked for; None where none was.
    shown
        The last one that has parts to show; None where none has.
    is_current
        Whether what is shown was made from the files as they are now.
    percent
        How far the last one is, about.
    """

    title: str
    job: Job | None
    shown: Job | None
    is_current: bool
    percent: int


def standing(by: Entered, kind: str, state: str = "") -> Standing:
    """Say how a kind of work stands in a room.

    Parameters
    ----------
    by
        The room as entered.
    kind
        The work.
    state
        The hash of the files it reads as they are now, where that is known already.
    """
    what = kinds()[kind]
    jobs = list(jobs_of(by, kind)[:20])
    last = jobs[0] if jobs else None
    shown = next((one for one in jobs if one.state == State.DONE), None)
    now = state or state_for(by, kind)
    is_current = shown is not None and shown.made_from == now
    return Standing(what.title, last, shown, is_current, percent(last) if last else 0)


def shown(by: Entered, kind: str) -> Job | None:
    """Return the last work of a kind that has parts to show; None where none has."""
    return jobs_of(by, kind).filter(state=State.DONE).first()


def state_for(by: Entered, kind: str) -> str:
    """Return the hash of the files a kind of work reads, as they are now."""
    under = kinds()[kind].reads
    found = files.hashes(by).items()
    return files.state_of_hashes({path: one for path, one in found if path.startswith(under)})


def part_of(by: Entered, job: Job, name: str) -> bytes:
    """Return one part of a job.

    Raises
    ------
    Http404
        When the job made no such part.
    """
    row = Part.objects.within(by).filter(job=job, name=name).first()
    if row is None:
        raise Http404
    return opened(row, keyring(by))


def parts_of(by: Entered, job: Job, names: Sequence[str]) -> dict[str, bytes]:
    """Return several parts of a job in one query; those it did not make are not there."""
    ring = keyring(by)
    rows = Part.objects.within(by).filter(job=job, name__in=names)
    return {row.name: opened(row, ring) for row in rows}


def part_of_each(by: Entered, jobs: Sequence[Job], name: str) -> dict[str, bytes]:
    """Return the part of that name of several jobs, by job, in one query."""
    ring = keyring(by)
    rows = Part.objects.within(by).filter(job__in=jobs, name=name)
    return {row.job_id: opened(row, ring) for row in rows}


def names_of(by: Entered, job: Job) -> tuple[str, ...]:
    """Return the names of everything a job made, in order of their names."""
    rows = Part.objects.within(by).filter(job=job).order_by("name")
    return tuple(rows.values_list("name", flat=True))


def opened(row: Part, ring: Keyring) -> bytes:
    """Open a part."""
    return zlib.decompress(ring.open(TABLE, "body", row.id, bytes(row.body)))


def sealed(row_id: str, ring: Keyring, content: bytes) -> bytes:
    """Seal a part."""
    return ring.seal(TABLE, "body", row_id, zlib.compress(content, 6))


def percent(job: Job) -> int:
    """Say about how far a job is."""
    if job.state == State.DONE:
        return 100
    kind = kinds().get(job.kind)
    return min(99, round(100 * job.done / kind.stages)) if kind else 0


def title_of(job: Job) -> str:
    """Say what a job does; work of a kind that is no longer done keeps its name."""
    kind = kinds().get(job.kind)
    return kind.title if kind else job.kind.replace("-", " ").capitalize()
