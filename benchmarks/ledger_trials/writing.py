"""Eight threads write at once: numbers without a gap, rooms that wait for nobody, and how fast."""

import threading
import time
from collections.abc import Callable

from benchmarks.ledger_trials import stage
from django.db import connection, transaction

from fairterms_web.ledgers.access import rows, size
from fairterms_web.ledgers.checking import check_room
from fairterms_web.read.actions import remark
from fairterms_web.read.models import Remark
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.keyring import keyring

THREADS = 8
SOON, NOT_YET = 3.0, 0.4
"""Seconds: as long may another room's change take, and as long is waited to see one wait."""


def written(count: int) -> bool:
    """Write so many times in each thread, print how fast, and tell whether all is there."""
    owner = stage.person()
    one, many = stage.room(owner), [stage.room(owner) for _ in range(THREADS)]
    plain = _per_second(lambda at, n: _unlocked(owner, many[at], n), count)
    locked = _per_second(lambda at, n: _remark(owner, one, f"{at}-{n}"), count)
    apart = _per_second(lambda at, n: _remark(owner, many[at], f"{at}-{n}"), count)
    print(f"  {THREADS} threads, one room: {locked:,.0f} changes a second, each with its entry")
    print(f"  {THREADS} threads, a room each: {apart:,.0f} changes a second")
    print(f"  the bare rows, no entry and no ledger: {plain:,.0f} a second")
    print(f"  ratio: {locked / plain:.2f} of the bare rows in one room, {apart / plain:.2f} apart")
    wanted = THREADS * count + 1
    sound = [_is_whole(owner, one, wanted)] + [_is_whole(owner, at, count + 1) for at in many]
    print(f"  numbers without a gap, rows and entries agree: {'yes' if all(sound) else 'NO'}")
    return all(sound) and _is_apart(owner, many)


def _per_second(write: Callable[[int, int], None], count: int) -> float:
    wrong: list[BaseException] = []

    def run(at: int) -> None:
        try:
            for number in range(count):
                write(at, number)
        except BaseException as one:  # noqa: BLE001 - raised again below, in the main thread
            wrong.append(one)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(at,)) for at in range(THREADS)]
    began = time.perf_counter()
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    if wrong:
        raise wrong[0]
    return THREADS * count / (time.perf_counter() - began)


def _remark(owner: str, room_id: str, word: str) -> None:
    actor = rooms.actor_for(owner)
    with acting(actor):
        remark(by=rooms.enter(actor, room_id), finding=f"finding-{word}", text=word)


def _unlocked(owner: str, room_id: str, number: int) -> None:
    """Store the same row as a remark does, and nothing beside it; gone at the end."""
    actor = rooms.actor_for(owner)
    with acting(actor), transaction.atomic():
        by = rooms.enter(actor, room_id)
        sealed = keyring(by).seal("read_remark", "text", f"bare.{number}", b"word")
        Remark(room=by.room, finding=f"bare-{number}", number=1, text=sealed, said_by=by.name).save(
            force_insert=True
        )


def _is_whole(owner: str, room_id: str, wanted: int) -> bool:
    actor = rooms.actor_for(owner)
    with acting(actor):
        by = rooms.enter(actor, room_id)
        Remark.objects.within(by).filter(finding__startswith="bare-").delete()
        numbers = list(rows(by).order_by("sequence").values_list("sequence", flat=True))
        count = size(by)
    return (
        count == wanted
        and numbers == list(range(1, wanted + 1))
        and (not check_room(room_id).problems)
    )


def _is_apart(owner: str, many: list[str]) -> bool:
    """Tell whether a change under way in one room holds up that room alone."""
    if connection.vendor != "postgresql":
        print("  across rooms: SQLite lets one change in at a time, in whatever room")
        return True
    held, same, other = many[0], threading.Event(), threading.Event()
    actor = rooms.actor_for(owner)

    def write(room_id: str, done: threading.Event) -> None:
        _remark(owner, room_id, f"apart-{room_id}")
        done.set()
        connection.close()

    threads = [threading.Thread(target=write, args=one) for one in ((held, same), (many[1], other))]
    with acting(actor):
        remark(by=rooms.enter(actor, held), finding="held", text="held")
        for one in threads:
            one.start()
        is_other_done, is_same_done = other.wait(SOON), same.wait(NOT_YET)
    for one in threads:
        one.join()
    is_apart = is_other_done and not is_same_done and same.is_set()
    print(f"  a change under way holds up its own room alone: {'yes' if is_apart else 'NO'}")
    return is_apart
