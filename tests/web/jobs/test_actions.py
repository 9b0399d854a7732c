"""Work is asked for once, by who may, and leaves one entry in the ledger."""

import pytest
from django.http import Http404

from fairterms_web.deals.actions import save_files
from fairterms_web.jobs import access, actions, worker
from fairterms_web.jobs.models import State
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import asked, done, now, put_kind, yields


@pytest.fixture(autouse=True)
def _work(monkeypatch: pytest.MonkeyPatch) -> None:
    put_kind(monkeypatch, yields({"a": b""}))


def entries(by: Entered) -> list[str]:
    """The ledger of a room, as what happened."""
    with acting(by.actor):
        rows = LedgerEntry.objects.within(by).order_by("sequence")
        return list(rows.values_list("kind", flat=True))


def test_the_same_work_is_asked_for_once_until_it_is_over(cast: Cast) -> None:
    by, mate = cast.entered("owner", "group"), cast.entered("teammate", "group")
    first = asked(by)
    before = entries(by)
    assert asked(by).id == asked(mate).id == first.id
    assert entries(by) == before
    worker.run(first.id)
    assert asked(by).id != first.id


def test_work_under_way_is_not_asked_for_twice_unless_it_is_being_cancelled(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = asked(by)
    worker._claim(job.id)
    assert asked(by).id == job.id
    with acting(by.actor):
        actions.cancel(by=by, job_id=job.id)
    assert now(by, job).state == State.RUNNING
    assert asked(by).id != job.id


def test_other_files_are_other_work(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    first = asked(by)
    with acting(by.actor):
        save_files(by=by, files={"notes.txt": b"We think again."})
    assert asked(by).id != first.id


def test_cancelled_work_can_be_asked_for_again_at_once(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = asked(by)
    with acting(by.actor):
        actions.cancel(by=by, job_id=job.id)
        assert actions.again(by=by, job_id=job.id).id != job.id


def test_work_that_is_over_cannot_be_cancelled_and_no_entry_says_so(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    job = done(by)
    before = entries(by)
    with acting(by.actor):
        actions.cancel(by=by, job_id=job.id)
    assert entries(by) == before
    assert now(by, job).state == State.DONE


def test_asking_doing_and_cancelling_leave_one_entry_each(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    before = len(entries(by))
    done(by)
    job = asked(by)
    with acting(by.actor):
        actions.cancel(by=by, job_id=job.id)
        actions.cancel(by=by, job_id=job.id)
    assert entries(by)[before:] == [
        "work.asked-for",
        "work.done",
        "work.asked-for",
        "work.cancelled",
    ]


def test_a_viewer_asks_for_nothing(cast: Cast) -> None:
    by = cast.entered("viewer", "group")
    with pytest.raises(NotAllowed):
        asked(by)
    job = asked(cast.entered("owner", "group"))
    with acting(by.actor), pytest.raises(NotAllowed):
        actions.cancel(by=by, job_id=job.id)


def test_a_job_of_another_room_is_not_there(cast: Cast) -> None:
    job = asked(cast.entered("owner", "group"))
    by = cast.entered("owner", "joint")
    with acting(by.actor):
        for act in (actions.cancel, actions.again):
            with pytest.raises(Http404):
                act(by=by, job_id=job.id)


def test_parts_of_several_jobs_come_by_job(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    first, second = done(by), done(by)
    with acting(by.actor):
        found = access.part_of_each(by, [first, second], "a")
    assert found == {first.id: b"", second.id: b""}
