"""The count of the day: it knows how many came, and nobody who came."""

import time
from collections.abc import Callable
from datetime import date
from random import SystemRandom
from threading import Semaphore

from django.db.models import F
from django.utils.crypto import salted_hmac

from fairterms.audit.ethics.flood import Quota, quota_of_day
from fairterms_web.ethics.models import DayCount

ROW = 1
_one_waits = Semaphore(1)
_chance = SystemRandom()


def quota_of(day: date) -> Quota:
    """Return the quota of a day, the same in each process and known to none who writes."""
    drawn = salted_hmac("fairterms_web.ethics.flood", str(day), algorithm="sha256").digest()
    return quota_of_day(int.from_bytes(drawn, "big"))


def admit(
    day: date, quota: Quota | None = None, wait: Callable[[float], None] = time.sleep
) -> bool:
    """Count one more report or message of a day; tell whether it is taken.

    Parameters
    ----------
    day
        Today.
    quota
        How many are taken, and how long they wait; that of the day where nothing is said.
    wait
        Waits for some seconds. One at a time waits in each process, so that those who wait leave
        room for everybody else's pages; who comes meanwhile is asked to send it again.
    """
    limits = quota or quota_of(day)
    seconds = limits.wait_seconds(_count(day), _chance.random())
    if not seconds:
        return _took(day, limits)
    if not _one_waits.acquire(blocking=False):
        return False
    try:
        wait(seconds)
        return _took(day, limits)
    finally:
        _one_waits.release()


def _count(day: date) -> int:
    return DayCount.objects.filter(pk=ROW, day=day).values_list("count", flat=True).first() or 0


def _took(day: date, quota: Quota) -> bool:
    rows = DayCount.objects.filter(pk=ROW)
    has_room = rows.filter(day=day, count__lt=quota.per_day)
    if has_room.update(count=F("count") + 1):
        return True
    DayCount.objects.bulk_create([DayCount(pk=ROW, day=day, count=0)], ignore_conflicts=True)
    # The count of an earlier day gives way; none is kept.
    rows.exclude(day=day).update(day=day, count=0)
    return has_room.update(count=F("count") + 1) == 1
