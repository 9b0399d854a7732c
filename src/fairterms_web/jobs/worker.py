"""Doing a job: claim it, lay its folder out, run it, keep each part, and say how it ended."""

import json
import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.http import Http404

from fairterms_web import identifiers
from fairterms_web.deals.access import on_disk, state_of_hashes
from fairterms_web.jobs import access
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE
from fairterms_web.rooms.walls import acting, as_system
from fairterms_web.vault.keyring import Keyring, keyring

log = logging.getLogger(__name__)
BEAT_SECONDS = 5.0
FILES = "files.json"
"""The part that every job has: the hash of each file it was made from, by path."""
_SORRY = (
    "Something of ours went wrong, and nothing was changed. Ask for it again; if it happens twice, "
    "tell who runs this workspace the time."
)


class Cancelled(Exception):
    """Somebody asked that the work end."""


class Superseded(Exception):
    """The job was given to another worker, for this one was silent too long."""


@dataclass(frozen=True)
class Turn:
    """A worker's turn at a job: the job, and which attempt at it this is."""

    job: str
    attempt: int


@dataclass(frozen=True)
class Place:
    """Where a job's parts go: the room as entered, its keys, the job and the turn at it."""

    entered: Entered
    ring: Keyring
    job: Job
    turn: Turn


def run(job_id: str) -> None:
    """Do a job, unless it was cancelled, done or taken by another worker."""
    job = _claim(job_id)
    if job is None:
        return
    turn = Turn(job.id, job.attempts)
    with _beating(turn):
        try:
            _do(job, turn)
        except Superseded:
            log.warning("job %s is done by another worker", job_id)
        except Cancelled:
            _end(turn, State.CANCELLED, "")
        except CannotBeDone as reason:
            _end(turn, State.FAILED, str(reason))
        except (Http404, rooms.NotAllowed):
            _end(turn, State.CANCELLED, "Who asked for it may no longer be in this room.")
        except Exception as wrong:  # noqa: BLE001 - a job that fails must say so, whatever failed
            # Neither the message nor the trace is logged: both may hold what is in the room.
            log.error("job %s ended with %s", job_id, type(wrong).__name__)  # noqa: TRY400 - as above
            _end(turn, State.FAILED, _SORRY)


def _do(job: Job, turn: Turn) -> None:
    kind = kinds()[job.kind]
    actor = rooms.actor_for(job.asked_by)
    with ExitStack() as stack:
        # The folder outlives the transaction it was read in: the work itself holds none.
        with acting(actor):
            entered = rooms.enter(actor, job.room_id, WRITE)
            place = Place(entered, keyring(entered), job, turn)
            folder = stack.enter_context(on_disk(entered, kind.reads))
            if kind.beside is not None:
                _lay(folder.parent / "beside", kind.beside(entered, job))
        files = _hashes_in(folder)
        hashes = {FILES: _keep(place, FILES, json.dumps(files).encode())}
        told = {**job.arguments, "room": str(entered.room.kind)}
        for name, content in kind.run(folder, lambda stage: _tell(turn, stage), told):
            assert name != FILES, "the files are written here"
            hashes[name] = _keep(place, name, content)
    made_from = state_of_hashes(files)
    with acting(actor), change(entered, WRITE) as said:
        # What an earlier attempt made and this one did not is no part of the result.
        Part.objects.within(entered).filter(job=job).exclude(name__in=hashes).delete()
        if not _end(turn, State.DONE, "", made_from):
            raise Superseded
        said.that("work.done", {"work": job.kind, "files": made_from, "parts": hashes})


def _lay(folder: Path, given: Mapping[str, bytes]) -> None:
    """Lay out what of earlier work this one goes on from; it goes away with the deal's folder."""
    folder.mkdir()
    for name, content in given.items():
        (folder / name).write_bytes(content)


def _hashes_in(folder: Path) -> dict[str, str]:
    """Hash what was laid out: the files may have been changed since, and no list tells when."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _keep(place: Place, name: str, content: bytes) -> str:
    """Keep a part in place of an earlier one of its name; return its hash."""
    entered, row_id = place.entered, identifiers.new()
    body = access.sealed(row_id, place.ring, content)
    with acting(entered.actor), transaction.atomic():
        if not _rows(Job.objects.within(entered), place.turn).select_for_update().exists():
            raise Superseded
        Part.objects.within(entered).filter(job=place.job, name=name).delete()
        part = Part(id=row_id, room=entered.room, job=place.job, name=name, body=body)
        part.save(force_insert=True)
    return sha256(content).hexdigest()


def _claim(job_id: str) -> Job | None:
    with as_system(), transaction.atomic():
        job = Job.objects.of_every_room().select_for_update().filter(pk=job_id).first()
        if job is None or job.state != State.WAITING:
            return None
        job.state, job.beat_at = State.RUNNING, datetime.now(UTC)
        job.attempts, job.done = job.attempts + 1, 0
        job.save(update_fields=["state", "beat_at", "attempts", "done"])
        return job


def _tell(turn: Turn, stage: str) -> None:
    """Say the stage, and end the work when somebody asked for that."""
    with as_system(), transaction.atomic():
        job = _rows(Job.objects.of_every_room(), turn).select_for_update().first()
        if job is None:
            raise Superseded
        if job.is_cancel_asked:
            raise Cancelled
        job.stage, job.done, job.beat_at = stage[:200], job.done + 1, datetime.now(UTC)
        job.save(update_fields=["stage", "done", "beat_at"])


def _end(turn: Turn, state: State, message: str, made_from: str | None = None) -> bool:
    """Say how the job ended; tell whether it was still this worker's."""
    told: dict[str, Any] = {"state": state, "message": message, "ended_at": datetime.now(UTC)}
    if made_from is not None:
        told["made_from"] = made_from
    with as_system():
        return bool(_rows(Job.objects.of_every_room(), turn).update(**told))


def _rows(jobs: QuerySet[Job], turn: Turn) -> QuerySet[Job]:
    """Return the job while it is this worker's: no other has begun it since."""
    return jobs.filter(pk=turn.job, attempts=turn.attempt, state=State.RUNNING)


@contextmanager
def _beating(turn: Turn) -> Iterator[None]:
    """Let others see that the worker lives, also while one stage takes long."""
    over = threading.Event()

    def beat() -> None:
        try:
            while not over.wait(BEAT_SECONDS):
                _beat(turn)
        finally:
            connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(turn: Turn) -> None:
    try:
        with as_system():
            rows = _rows(Job.objects.of_every_room(), turn)
            rows.update(beat_at=datetime.now(UTC))
    except DatabaseError as wrong:
        # A busy database misses a beat; the next may come through.
        log.warning("job %s missed a beat: %s", turn.job, type(wrong).__name__)
        connection.close()
