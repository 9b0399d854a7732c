"""A job is done once, tells how it ended, and no restart loses it."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from fairterms_web.deals.access import listed
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs import access, actions, worker
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Tell
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.jobs.queue import MOST_ATTEMPTS, PATIENCE, put_back_lost
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting, as_system
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import asked, done, now, put_kind, yields

SILENCE = PATIENCE + timedelta(seconds=1)


def test_what_work_makes_is_kept_sealed_and_opens_for_the_room(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({"a.html": b"a made-up page"}))
    by = cast.entered("owner", "group")
    job = done(by)
    assert job.state == State.DONE
    with acting(by.actor):
        assert access.part_of(by, job, "a.html") == b"a made-up page"
        rows = Part.objects.within(by).filter(job=job)
        assert all(b"made-up" not in bytes(one.body) for one in rows)


def test_every_job_says_from_which_files_it_was_made(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({"a": b""}))
    by = cast.entered("owner", "group")
    job = done(by)
    with acting(by.actor):
        told = json.loads(access.part_of(by, job, worker.FILES))
        assert told == {one.path: one.sha256 for one in listed(by)}
        assert told["notes.txt"] == sha256(b"What the group room thinks.").hexdigest()
        assert job.made_from == access.state_for(by, "made-up")


def test_a_result_is_current_until_a_file_changes(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({"a": b""}))
    by = cast.entered("owner", "group")
    done(by)
    with acting(by.actor):
        assert access.standing(by, "made-up").is_current
        save_files(by=by, files={"notes.txt": b"We think again."})
        assert not access.standing(by, "made-up").is_current


def test_a_file_changed_while_the_work_goes_on_leaves_the_result_out_of_date(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        with acting(by.actor):
            save_files(by=by, files={"notes.txt": b"We think again."})
        yield "a", (folder / "notes.txt").read_bytes()

    put_kind(monkeypatch, run)
    job = done(by)
    with acting(by.actor):
        assert access.part_of(by, job, "a") == b"What the group room thinks."
        assert not access.standing(by, "made-up").is_current


def test_the_work_is_told_in_which_kind_of_room_it_is_done(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        yield "room", arguments["room"].encode()

    put_kind(monkeypatch, run)
    for name, room in (("owner", "group"), ("owner", "joint"), ("auditor", "auditor")):
        by = cast.entered(name, room)
        job = done(by)
        with acting(by.actor):
            assert access.part_of(by, job, "room").decode() == room


def test_each_stage_moves_the_bar_and_the_end_fills_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    by = cast.entered("owner", "group")

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        for stage in range(6):
            tell(f"Stage {stage}")
            seen.append(access.percent(now(by, job)))
            yield str(stage), b""

    put_kind(monkeypatch, run)
    job = asked(by)
    assert access.percent(job) == 0
    worker.run(job.id)
    assert seen == [25, 50, 75, 99, 99, 99]
    assert access.percent(now(by, job)) == 100


def test_work_cancelled_while_it_goes_on_ends_at_its_next_stage(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    reached: list[str] = []

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        tell("One")
        with acting(by.actor):
            actions.cancel(by=by, job_id=job.id)
        reached.append("between")
        tell("Two")
        reached.append("too far")
        yield "a", b""

    put_kind(monkeypatch, run)
    job = asked(by)
    worker.run(job.id)
    assert reached == ["between"]
    assert now(by, job).state == State.CANCELLED


def test_work_cancelled_while_it_waits_is_never_begun(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({"a": b""}))
    by = cast.entered("owner", "group")
    job = asked(by)
    with acting(by.actor):
        actions.cancel(by=by, job_id=job.id)
    worker.run(job.id)
    assert (now(by, job).state, now(by, job).attempts) == (State.CANCELLED, 0)


def test_a_reason_is_told_as_it_is_and_a_fault_of_ours_without_its_words(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    by = cast.entered("owner", "group")
    reasons: list[Exception] = [CannotBeDone("Write the terms."), ValueError("Patient 4711")]

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        yield "a", b""
        raise reasons.pop(0)

    put_kind(monkeypatch, run)
    with caplog.at_level(logging.DEBUG):
        refused, failed = done(by), done(by)
    assert (refused.state, refused.message) == (State.FAILED, "Write the terms.")
    assert failed.state == State.FAILED
    assert "Something of ours went wrong" in failed.message
    assert "ValueError" in caplog.text
    for told in (failed.message, caplog.text):
        assert "4711" not in told
        assert "Traceback" not in told


def test_a_result_stays_shown_while_later_work_fails(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    put_kind(monkeypatch, yields({"a": b"good"}))
    good = done(by)

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        yield "a", b"half"
        raise CannotBeDone("no")

    put_kind(monkeypatch, run)
    done(by)
    with acting(by.actor):
        shown = access.standing(by, "made-up").shown
        assert shown is not None
        assert shown.id == good.id
        assert access.part_of(by, shown, "a") == b"good"


def _is_lost(job: Job) -> None:
    with as_system():
        rows = Job.objects.of_every_room().filter(pk=job.id)
        rows.update(state=State.RUNNING, beat_at=datetime.now(UTC) - SILENCE)


def test_work_whose_worker_died_is_done_by_the_next(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    tries: list[str] = []

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        tries.append("begun")
        yield "first only" if len(tries) == 1 else "second only", b""
        yield "both", str(len(tries)).encode()
        if len(tries) == 1:
            raise KeyboardInterrupt  # as a worker that is killed: nothing is said

    put_kind(monkeypatch, run)
    job = asked(by)
    with pytest.raises(KeyboardInterrupt):
        worker.run(job.id)
    assert now(by, job).state == State.RUNNING
    assert put_back_lost() == 0, "it spoke a moment ago"
    assert put_back_lost(datetime.now(UTC) + SILENCE) == 1
    assert put_back_lost(datetime.now(UTC) + SILENCE) == 0
    worker.run(job.id)
    assert now(by, job).state == State.DONE
    with acting(by.actor):
        assert access.part_of(by, job, "both") == b"2"
        assert access.names_of(by, job) == ("both", worker.FILES, "second only")


def test_work_that_takes_every_worker_with_it_is_given_up(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({}))
    by = cast.entered("owner", "group")
    job = asked(by)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert worker._claim(job.id) is not None
        _is_lost(job)
        assert put_back_lost() == (1 if attempt < MOST_ATTEMPTS else 0)
    found = now(by, job)
    assert found.state == State.FAILED
    assert f"begun {MOST_ATTEMPTS} times" in found.message


def test_a_worker_that_was_given_up_for_dead_writes_nothing_any_more(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    other: list[Job | None] = []

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        yield "a", b"early"
        _is_lost(job)
        put_back_lost()
        other.append(worker._claim(job.id))
        yield "a", b"late"

    put_kind(monkeypatch, run)
    job = asked(by)
    worker.run(job.id)
    found = now(by, job)
    assert other[0] is not None
    assert (found.state, found.attempts) == (State.RUNNING, 2)
    with acting(by.actor):
        assert access.part_of(by, job, "a") == b"early"


def test_a_superseded_worker_can_neither_tell_nor_end(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({}))
    by = cast.entered("owner", "group")
    job = asked(by)
    worker._claim(job.id)
    late = worker.Turn(job.id, 0)
    with pytest.raises(worker.Superseded):
        worker._tell(late, "Late")
    assert not worker._end(late, State.DONE, "")
    worker._beat(late)
    assert worker._end(worker.Turn(job.id, 1), State.DONE, "")


def test_a_worker_whose_job_was_put_back_stops_before_another_has_begun(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_kind(monkeypatch, yields({}))
    by = cast.entered("owner", "group")
    job = asked(by)
    worker._claim(job.id)
    _is_lost(job)
    put_back_lost()
    with pytest.raises(worker.Superseded):
        worker._tell(worker.Turn(job.id, 1), "Late")
    assert not worker._end(worker.Turn(job.id, 1), State.FAILED, "late")
    assert now(by, job).state == State.WAITING


def test_a_job_is_taken_by_one_worker_alone(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    put_kind(monkeypatch, yields({}))
    job = asked(cast.entered("owner", "group"))
    assert worker._claim(job.id) is not None
    assert worker._claim(job.id) is None
    assert worker._claim("0" * 32) is None


@pytest.mark.parametrize("when", ["before it began", "while it went on"])
def test_who_was_let_out_gets_no_result(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    by = cast.entered("teammate", "group")

    def revoke() -> None:
        rows = Grant.objects.filter(person_id=by.actor.person, room=by.room)
        rows.update(revoked_at=datetime.now(UTC))

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        revoke()
        yield "a", b""

    put_kind(monkeypatch, run)
    job = asked(by)
    if when == "before it began":
        revoke()
    worker.run(job.id)
    found = now(cast.entered("owner", "group"), job)
    assert found.state == State.CANCELLED
    assert "may no longer be in this room" in found.message


def test_the_scratch_folder_is_gone_afterwards(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[Path] = []

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        places.append(folder)
        assert (folder / "contract" / "01-agreement.txt").exists()
        yield "a", b""
        raise CannotBeDone("no")

    put_kind(monkeypatch, run)
    done(cast.entered("owner", "group"))
    assert len(places) == 1
    assert not places[0].parent.exists()
