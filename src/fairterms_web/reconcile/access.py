"""The statements of a room, and what was made of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.http import Http404

from fairterms.reconcile.statement.line_map import FILE as MAP_FILE
from fairterms.reconcile.statement.reader import FOLDER
from fairterms_web.deals import access as files
from fairterms_web.deals.access import Listed
from fairterms_web.jobs import access as work
from fairterms_web.jobs.kinds.reconciliation import (
    LETTER,
    PAGE,
    SETTLEMENT,
    STATEMENT,
    WORKSHEET,
)
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered

KIND = "reconciliation"
MAP = f"{FOLDER}/{MAP_FILE}"
"""The file that says what the plan's lines are called in the terms."""
MOST = 20
"""Earlier reconciliations that are listed."""
TAKEN: Mapping[str, tuple[str, str]] = {
    "letter": (LETTER, "The letter that raises the difference (Word)"),
    "worksheet": (WORKSHEET, "The worksheet, line by line (Excel)"),
    "pdf": ("reconciliation.pdf", "This page (PDF)"),
    "settlement": (SETTLEMENT, "Our settlement for programs (VBPR JSON)"),
}
_NO_STATEMENTS = frozenset({".toml"})


@dataclass(frozen=True)
class Earlier:
    """A statement that was laid beside ours before."""

    job: Job
    statement: str


def statements(by: Entered) -> tuple[Listed, ...]:
    """Return the plan's statements as they are now, the last saved first."""
    found = [one for one in files.listed(by) if _is_statement(one.path)]
    return tuple(sorted(found, key=lambda one: (one.saved_at, one.path), reverse=True))


def versions(by: Entered, listed: Sequence[Listed]) -> tuple[Listed, ...]:
    """Return every version of some statements, the last saved first."""
    found = files.versions_under(by, [one.path for one in listed]) if listed else ()
    return tuple(sorted(found, key=lambda one: (one.saved_at, one.path), reverse=True))


def _is_statement(path: str) -> bool:
    suffix = PurePosixPath(path).suffix.lower()
    return path.startswith(f"{FOLDER}/") and suffix not in _NO_STATEMENTS


def earlier(by: Entered) -> tuple[Earlier, ...]:
    """Return what was laid beside ours before, the newest first."""
    jobs = list(work.jobs_of(by, KIND)[:MOST])
    chosen = [(job, str(job.arguments.get(STATEMENT, ""))) for job in jobs]
    paths = files.paths_of(by, {version for _, version in chosen})
    return tuple(Earlier(job, PurePosixPath(paths.get(one, "")).name) for job, one in chosen)


def name_of(by: Entered, job: Job) -> str:
    """Return the name of the statement a job is about; empty where it names none of the room."""
    chosen = str(job.arguments.get(STATEMENT, ""))
    return PurePosixPath(files.paths_of(by, {chosen}).get(chosen, "")).name


def job_of(by: Entered, job_id: str) -> Job:
    """Return one reconciliation of a room.

    Raises
    ------
    Http404
        When the room has none of that name.
    """
    job = work.job_of(by, job_id)
    if job.kind != KIND:
        raise Http404
    return job


def taken(by: Entered, job: Job) -> Mapping[str, str]:
    """Return what a reconciliation gives to take away, by its name in the address."""
    made = set(work.names_of(by, job))
    return {name: words for name, (file, words) in TAKEN.items() if file in made}


def html(by: Entered, job: Job) -> str:
    """Return the page of a reconciliation; empty where it is not made yet."""
    return work.parts_of(by, job, (PAGE,)).get(PAGE, b"").decode()
