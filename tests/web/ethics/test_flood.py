"""A count of the day, one row, that ends a flood and knows nobody."""

from datetime import date, timedelta
from threading import Semaphore

import pytest

from fairterms.audit.ethics.flood import Quota
from fairterms_web.ethics import flood
from fairterms_web.ethics.models import DayCount

DAY = date(2027, 3, 1)
QUOTA = Quota(per_day=5, free=3, longest_wait_seconds=2.0)
pytestmark = pytest.mark.django_db


def test_as_many_are_taken_as_the_quota_says_and_the_last_ones_wait() -> None:
    waits: list[float] = []
    taken = [flood.admit(DAY, QUOTA, waits.append) for _ in range(8)]
    assert taken == [True] * 5 + [False] * 3
    assert len(waits) == 5
    assert all(0.0 <= one <= 2.0 for one in waits)
    assert len(set(waits)) == 5


def test_the_quota_of_a_day_stays_and_another_day_has_another() -> None:
    days = [DAY + timedelta(days=later) for later in range(40)]
    assert [flood.quota_of(one) for one in days] == [flood.quota_of(one) for one in days]
    assert len({(one.per_day, one.free) for one in map(flood.quota_of, days)}) > 20


def test_a_new_day_begins_anew_and_nothing_is_left_of_the_old() -> None:
    for _ in range(7):
        flood.admit(DAY, QUOTA, lambda _: None)
    assert flood.admit(DAY + timedelta(days=1), QUOTA)
    assert list(DayCount.objects.values_list("day", "count")) == [(DAY + timedelta(days=1), 1)]


def test_while_one_waits_the_next_is_asked_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = Quota(per_day=9, free=2, longest_wait_seconds=2.0)
    for _ in range(3):
        flood.admit(DAY, wide, lambda _: None)
    answers: list[bool] = []

    def wait(_: float) -> None:
        answers.append(flood.admit(DAY, wide, lambda _: None))

    monkeypatch.setattr(flood, "_one_waits", Semaphore(1))
    assert flood.admit(DAY, wide, wait)
    assert answers == [False]
    assert flood.admit(DAY, wide, lambda _: None), "the place to wait is free again"


def test_the_row_holds_a_day_and_a_count_and_no_more() -> None:
    assert {one.name for one in DayCount._meta.concrete_fields} == {"id", "day", "count"}
