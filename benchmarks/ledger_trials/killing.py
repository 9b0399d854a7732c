"""A child makes changes and is killed; what it was told is looked for."""

import hashlib
import json
import os
import random
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.ledger_trials import stage
from django.db import Error, connection

from fairterms.ledger import canonical, log_file
from fairterms.ledger import note as notes
from fairterms.ledger.note import Note
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.verification import verify
from fairterms_web.deals.access import listed
from fairterms_web.deals.actions import remove_file, save_files
from fairterms_web.ledgers import store
from fairterms_web.ledgers.access import lines, rows, size
from fairterms_web.ledgers.checking import check_room
from fairterms_web.ledgers.checkpoints import sign
from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.read.actions import decide, remark
from fairterms_web.read.models import Decision
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring

TRIALS_OF_A_ROOM = 10
LIFE = (0.2, 8.0)
"""How many changes' time a child lives, at least and at most."""
SERVER_EVERY = 10
"""Of so many trials with a server, one kills the server."""
READY = b"."
Told = tuple[str, Mapping[str, Any]]


@dataclass
class Found:
    """What the trials found so far."""

    acknowledged: int = 0
    lost: int = 0
    servers: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass
class Room:
    """A room as its watcher knows it."""

    id: str
    owner: str
    seen: int = 0
    note: Note | None = None


def killed(trials: int, where: stage.Stage, seed: int = 7) -> bool:
    """Kill a writer so many times; print what was lost, and tell whether nothing was."""
    dice = random.Random(seed)  # noqa: S311 - chance, no secret
    found, owner = Found(), stage.person()
    began = time.perf_counter()
    pace, place = _pace(owner, dice), Room("", owner)
    for number in range(trials):
        if number % TRIALS_OF_A_ROOM == 0:
            place = _opened(owner)
        is_server = where.server is not None and number % SERVER_EVERY == SERVER_EVERY - 1
        told = _trial(place, dice, pace, where if is_server else None)
        found.servers += is_server
        _compare(place, told, found)
    spent = time.perf_counter() - began
    server = f" ({found.servers} of the server)" if where.server is not None else ""
    print(
        f"  {trials} trials{server}, {found.acknowledged:,} acknowledged, {found.lost} lost, "
        f"{len(found.problems)} disagreements ({spent:.0f} s)"
    )
    for one in found.problems[:5]:
        print(f"    {one}")
    return not found.lost and not found.problems


def _opened(owner: str) -> Room:
    room_id = stage.room(owner)
    place = Room(room_id, owner)
    signed = sign(room_id)
    assert signed is not None, "an opened room has its first entry"
    place.seen, place.note = signed.size, notes.read(signed.note.encode())
    return place


def _pace(owner: str, dice: random.Random) -> float:
    """Return the seconds that one change takes on this machine now."""
    room_id, count = stage.room(owner), 6
    actor = rooms.actor_for(owner)
    began = time.perf_counter()
    for _ in range(count):
        with acting(actor):
            _change(rooms.enter(actor, room_id), dice)
    return (time.perf_counter() - began) / count


def _trial(place: Room, dice: random.Random, pace: float, server: stage.Stage | None) -> list[Told]:
    """Let a child write for a moment, kill it or its server, and return what it was told."""
    connection.close()
    reading, writing = os.pipe()
    seed = dice.randrange(2**32)
    child = os.fork()
    if child == 0:
        os.close(reading)
        _write_on(place, random.Random(seed), writing)  # noqa: S311 - as above
    os.close(writing)
    # On a busy machine it takes the child longer to connect than it is meant to live.
    os.read(reading, len(READY))
    time.sleep(dice.uniform(*LIFE) * pace)
    if server is not None:
        _kill_server(server)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        heard = pipe.read()
    if server is not None:
        stage.revive(server)
    _wait_for_others()
    return [_told(line) for line in heard.splitlines(keepends=True) if line.endswith(b"\n")]


def _write_on(place: Room, dice: random.Random, pipe: int) -> None:
    """Make changes until the end; say each one once it was acknowledged, and not before."""
    try:
        connection.ensure_connection()
        os.write(pipe, READY)
        while True:
            actor = rooms.actor_for(place.owner)
            with acting(actor):
                told = _change(rooms.enter(actor, place.id), dice)
            os.write(pipe, json.dumps(told).encode() + b"\n")
    except Error:
        # The server was killed: what was under way is not acknowledged.
        os._exit(3)
    except BaseException as wrong:  # noqa: BLE001 - a child must never run the parent's ending
        os.write(pipe, json.dumps(("wrong", {"what": repr(wrong)})).encode() + b"\n")
    os._exit(4)


def _change(by: Entered, dice: random.Random) -> Told:
    word, finding = f"word {dice.randrange(2**60)}", f"finding-{dice.randrange(5)}"
    path = f"contract/{dice.randrange(4)}.txt"
    which = dice.randrange(4)
    if which == 0:
        content = (word * dice.randrange(1, 400)).encode()
        save_files(by=by, files={path: content}, note=word)
        return "files.saved", {"files": {path: hashlib.sha256(content).hexdigest()}, "note": word}
    if which == 1 and any(one.path == path for one in listed(by)):
        remove_file(by=by, path=path, note=word)
        return "file.removed", {"path": path, "note": word}
    if which == 2:
        decide(by=by, finding=finding, decision=Decision.DISMISSED, reason=word)
        return "finding.decided", {"finding": finding, "decision": "dismissed", "reason": word}
    remark(by=by, finding=finding, text=word)
    return "remark.made", {"finding": finding, "remark": word}


def _kill_server(where: stage.Stage) -> None:
    """Kill the server and all that belongs to it, at once."""
    # It comes with the server, which is not installed where only SQLite is tried.
    import psutil  # type: ignore[import-untyped] # noqa: PLC0415

    postmaster = psutil.Process(where.server.get_pid())
    whole = [postmaster, *postmaster.children(recursive=True)]
    for one in whole:
        one.kill()
    psutil.wait_procs(whole, timeout=10)


def _wait_for_others() -> None:
    """Wait until the killed child's last statement ended, on the server's side too."""
    if connection.vendor != "postgresql":
        return
    ask = (
        "select count(*) from pg_stat_activity where usename = current_user "
        "and pid <> pg_backend_pid() and backend_type = 'client backend'"
    )
    with connection.cursor() as cursor:
        for _ in range(200):
            cursor.execute(ask)
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.02)
    raise AssertionError("the killed child's statement does not end")


def _told(line: bytes) -> Told:
    kind, content = json.loads(line)
    return kind, content


def _compare(place: Room, told: list[Told], found: Found) -> None:
    """Compare what the child was told with what is stored; at most one change more may be."""
    actor = rooms.actor_for(place.owner)
    with acting(actor):
        by = rooms.enter(actor, place.id)
        ring = keyring(by)
        new = rows(by).filter(sequence__gt=place.seen).order_by("sequence")
        held = [_form((row.kind, store.content_of(row, ring))) for row in new]
        count = size(by)
    said = [_form(one) for one in told]
    found.acknowledged += len(said)
    found.lost += sum(one not in held for one in said)
    if held[: len(said)] != said or len(held) - len(said) not in {0, 1}:
        found.problems.append(f"told {len(said)}, and found {len(held)}: {told[-1:]}")
    found.problems += check_room(place.id).problems
    reading = log_file.read(lines(by, count), "trial.jsonl")
    if verify(reading, place.note, [ledger_key().public]).verdict is not Verdict.INTACT:
        found.problems.append("the ledger is not what was signed before the trial")
    signed = sign(place.id)
    place.seen = count
    place.note = notes.read(signed.note.encode()) if signed else place.note


def _form(one: Told) -> bytes:
    return canonical.write([one[0], dict(one[1])])
