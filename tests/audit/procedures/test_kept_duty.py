"""Days late are counted from the day it was due, and not before it is due."""

from datetime import date

import pytest

from fairterms.audit.procedures import kept_duty
from fairterms.audit.procedures.kept_duty import KeptDuty
from tests.audit.procedures.made_up import codes, read_one

DUE = date(2027, 3, 10)


@pytest.mark.parametrize(
    ("done", "on", "late"),
    [
        (date(2027, 3, 10), date(2027, 3, 20), 0),
        (date(2027, 3, 8), date(2027, 3, 9), 0),
        (date(2027, 3, 12), date(2027, 3, 20), 2),
        (date(2027, 3, 12), date(2027, 3, 11), 1),
        (None, date(2027, 3, 11), 1),
        (None, DUE, None),
        (date(2027, 3, 12), DUE, None),
    ],
)
def test_days_late(done: date | None, on: date, late: int | None) -> None:
    assert KeptDuty("send", "plan", DUE, done, "A-3").days_late(on) == late


def test_a_duty_without_a_day_is_read_and_one_without_its_place_is_not() -> None:
    text = '[[kept_duty]]\nwhat = "send"\nowed_by = "plan"\nwhere = "A-3"\n'
    found, problems = read_one(text, "kept_duty", kept_duty.read)
    assert (found, problems) == (KeptDuty("send", "plan", None, None, "A-3"), ())
    found, problems = read_one(text.replace("where", "there"), "kept_duty", kept_duty.read)
    assert found is None
    assert set(codes(problems)) == {"unknown-key", "missing"}
