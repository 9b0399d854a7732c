"""What somebody waits for before the page never stands behind work that takes minutes."""

import pytest
from django.core.management import call_command
from django_tasks_db.management.commands import db_worker

from fairterms_web.jobs.kind import Kind
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import State
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import asked, now, yields


def test_the_worker_for_short_work_leaves_the_rest_to_the_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It would drop the connection in the midst of the test's own transaction.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    for slug in ("long", "quick"):
        kind = Kind(slug, "Made-up work", yields({}), stages=1, is_short=slug == "quick")
        monkeypatch.setitem(kinds(), slug, kind)
    by = cast.entered("owner", "group")
    long, quick = asked(by, "long"), asked(by, "quick")
    call_command("work", "--once", "--short")
    assert (now(by, long).state, now(by, quick).state) == (State.WAITING, State.DONE)
    call_command("work", "--once")
    assert now(by, long).state == State.DONE


def test_reading_and_comparing_are_short_and_deciding_is_not() -> None:
    short = {"review", "comparison", "reconciliation", "monitoring"}
    assert {one.slug for one in kinds().values() if one.is_short} == short
