"""Doing a job: claim it, lay its folder out, run it, keep each part, and say how it ended."""

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.http import Http404

from fairterms_web import identifiers
from fairterms_web.deals.access import on_disk
from fairterms_web.jobs import access
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE
from fairterms_web.rooms.walls import acting, as_system
from fairterms_web.vault.keyring import keyring

log = logging.getLogger(__name__)
BEAT_SECONDS = 5.0
_SORRY = (
    "Something of ours went wrong, and nothing was changed. Ask for it again; if it happens twice, "
    "tell who runs this workspace the time."
)


class Cancelled(Exception):
    """Somebody asked that the work end."""


def run(job_id: str) -> None:
    """Do a job, unless it was cancelled, done or taken by another worker."""
    job = _claim(job_id)
    if job is None:
        return
    with _beating(job_id):
        try:
            _do(job)
        except Cancelled:
            _end(job_id, State.CANCELLED, "")
        except CannotBeDone as reason:
            _end(job_id, State.FAILED, str(reason))
        except (Http404, rooms.NotAllowed):
            _end(job_id, State.CANCELLED, "Who asked for it may no longer be in this room.")
        except Exception as wrong:  # noqa: BLE001 - a job that fails must say so, whatever failed
            # Neither the message nor the trace is logged: both may hold what is in the room.
            log.error("job %s ended with %s", job_id, type(wrong).__name__)  # noqa: TRY400 - as above
            _end(job_id, State.FAILED, _SORRY)


def _do(job: Job) -> None:
    kind = kinds()[job.kind]
    actor = rooms.actor_for(job.asked_by)
    hashes: dict[str, str] = {}
    with ExitStack() as stack:
        # The folder outlives the transaction it was read in: the work itself holds none.
        with acting(actor):
            entered = rooms.enter(actor, job.room_id, WRITE)
            ring = keyring(entered)
            made_from = access.state_for(entered, job.kind)
            folder = stack.enter_context(on_disk(entered, kind.reads))
        for name, content in kind.run(folder, lambda stage: _tell(job.id, stage), job.arguments):
            row_id = identifiers.new()
            _keep(entered, job, (row_id, name), access.sealed(row_id, ring, content))
            hashes[name] = sha256(content).hexdigest()
    with acting(actor), change(entered, WRITE) as said:
        _end(job.id, State.DONE, "", made_from)
        said.that("work.done", {"work": job.kind, "files": made_from, "parts": hashes})


def _keep(entered: Entered, job: Job, named: tuple[str, str], body: bytes) -> None:
    row_id, name = named
    with acting(entered.actor), transaction.atomic():
        Part.objects.within(entered).filter(job=job, name=name).delete()
        Part(id=row_id, room=entered.room, job=job, name=name, body=body).save(force_insert=True)


def _claim(job_id: str) -> Job | None:
    with as_system(), transaction.atomic():
        job = Job.objects.of_every_room().select_for_update().filter(pk=job_id).first()
        if job is None or job.state != State.WAITING:
            return None
        job.state, job.beat_at = State.RUNNING, datetime.now(UTC)
        job.attempts, job.done = job.attempts + 1, 0
        job.save(update_fields=["state", "beat_at", "attempts", "done"])
        return job


def _tell(job_id: str, stage: str) -> None:
    """Say the stage, and end the work when somebody asked for that."""
    with as_system(), transaction.atomic():
        job = Job.objects.of_every_room().select_for_update().get(pk=job_id)
        if job.is_cancel_asked:
            raise Cancelled
        job.stage, job.done, job.beat_at = stage[:200], job.done + 1, datetime.now(UTC)
        job.save(update_fields=["stage", "done", "beat_at"])


def _end(job_id: str, state: State, message: str, made_from: str | None = None) -> None:
    told: dict[str, Any] = {"state": state, "message": message, "ended_at": datetime.now(UTC)}
    if made_from is not None:
        told["made_from"] = made_from
    with as_system():
        Job.objects.of_every_room().filter(pk=job_id).update(**told)


@contextmanager
def _beating(job_id: str) -> Iterator[None]:
    """Let others see that the worker lives, also while one stage takes long."""
    over = threading.Event()

    def beat() -> None:
        try:
            while not over.wait(BEAT_SECONDS):
                with as_system():
                    Job.objects.of_every_room().filter(pk=job_id, state=State.RUNNING).update(
                        beat_at=datetime.now(UTC)
                    )
        finally:
            connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
