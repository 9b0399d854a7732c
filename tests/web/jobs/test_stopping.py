"""A worker that is told to stop finishes the job at hand, and no other."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django_tasks_db.management.commands import db_worker

from fairterms_web.jobs.kind import Arguments, Tell
from fairterms_web.jobs.models import State
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import asked, now, put_kind, yields

Handlers = dict[int, object]


@pytest.fixture(autouse=True)
def _kept_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the connection, which the worker would renew: a test is one transaction."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> Handlers:
    """What each signal would call; and a worker that goes on is found out."""
    found: Handlers = {}

    def goes_on(seconds: float) -> None:
        raise AssertionError("it looked for more work")

    monkeypatch.setattr("signal.signal", found.__setitem__)
    monkeypatch.setattr("time.sleep", goes_on)
    return found


def stops(handlers: Handlers, times: int) -> None:
    handler = handlers[signal.SIGTERM]
    assert callable(handler)
    for _ in range(times):
        handler(signal.SIGTERM, None)


def test_told_to_stop_during_a_job_it_finishes_that_one_and_ends(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, handlers: Handlers
) -> None:
    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        stops(handlers, 1)
        yield "a.html", b"made up"

    by = cast.entered("owner", "group")
    at_hand = asked(by, put_kind(monkeypatch, run))
    next_one = asked(by, put_kind(monkeypatch, yields({}), "another"))
    call_command("work")
    assert now(by, at_hand).state == State.DONE
    assert now(by, next_one).state == State.WAITING


def test_told_twice_it_ends_at_once_and_the_job_is_not_called_done(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, handlers: Handlers
) -> None:
    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        stops(handlers, 2)
        yield "a.html", b"made up"

    by = cast.entered("owner", "group")
    job = asked(by, put_kind(monkeypatch, run))
    call_command("work")
    assert now(by, job).state == State.RUNNING


def test_once_it_does_all_that_waits(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    by = cast.entered("owner", "group")
    monkeypatch.setattr("signal.signal", lambda *_: None)
    kinds = [put_kind(monkeypatch, yields({}), slug) for slug in ("made-up", "another")]
    jobs = [asked(by, one) for one in kinds]
    call_command("work", "--once")
    assert [now(by, one).state for one in jobs] == [State.DONE] * 2
