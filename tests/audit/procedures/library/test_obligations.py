"""Duties done in time hold, late or open ones do not, and those not yet due are left out."""

from dataclasses import replace
from datetime import date

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.kept_duty import KeptDuty
from fairterms.audit.procedures.observed import Holds, Observed
from tests.audit.procedures.made_up import ran

DUTY = KeptDuty("Send the list.", "plan", date(2027, 3, 10), date(2027, 3, 10), "A-3.1")


def found(duty: KeptDuty, on: date = date(2027, 3, 31)) -> tuple[Observed, ...]:
    return ran("obligations", Evidence(on=on, duties=(duty,)))


def test_done_on_its_day_is_in_time() -> None:
    (one,) = found(DUTY)
    assert (one.holds, one.figure) == (Holds.YES, "0 days")
    assert (one.expected, one.where) == ("Send the list: done by 2027-03-10.", "A-3.1 (plan)")


def test_a_day_late_is_late() -> None:
    (one,) = found(replace(DUTY, done=date(2027, 3, 11)))
    assert (one.holds, one.seen) == (Holds.NO, "Done on 2027-03-11, 1 day late.")


def test_what_was_not_done_by_the_day_asked_is_open() -> None:
    for done in (None, date(2027, 4, 2)):
        (one,) = found(replace(DUTY, done=done))
        assert (one.holds, one.figure) == (Holds.NO, "21 days")
        assert one.seen.startswith("Nothing shows that it was done.")


def test_what_is_not_yet_due_is_left_out_unless_it_is_done() -> None:
    assert found(replace(DUTY, done=None), date(2027, 3, 10)) == ()
    (early,) = found(replace(DUTY, done=date(2027, 3, 1)), date(2027, 3, 5))
    assert early.holds is Holds.YES


def test_a_duty_without_a_day_is_not_tested() -> None:
    (one,) = found(replace(DUTY, due=None))
    assert one.holds is Holds.NOT_TESTED
