"""What was once written stays."""

from dataclasses import replace
from datetime import date

from fairterms.risks.control.acceptance import Acceptance
from fairterms.risks.control.history import overwritten
from fairterms.risks.control.test import Result
from tests.risks.control.made_up import BOOK, CONTROL, DESIGN, OPERATING, reading

HELD = Acceptance("wrong_pay", "e2", "medium", "small", "practice owner", date(2027, 6, 30))
OLDER = replace(BOOK, acceptances=(HELD,), readings=(reading(1, "4"),))


def test_records_may_be_added_and_a_control_may_retire() -> None:
    newer = replace(
        OLDER,
        controls=(replace(CONTROL, retired=date(2027, 7, 1)),),
        tests=(*OLDER.tests, replace(OPERATING, id="o2")),
        readings=(*OLDER.readings, reading(2, "1")),
    )
    assert overwritten(OLDER, newer) == ()


def test_a_control_that_vanished_is_told() -> None:
    newer = replace(OLDER, controls=())
    assert overwritten(OLDER, newer) == ("the control match has vanished; a control retires",)


def test_a_test_rewritten_as_passed_is_told() -> None:
    older = replace(OLDER, tests=(DESIGN, replace(OPERATING, result=Result.FAILED)))
    (said,) = overwritten(older, OLDER)
    assert said.startswith("the test o1 is gone or reads otherwise")


def test_a_lost_acceptance_and_a_changed_reading_are_told() -> None:
    newer = replace(OLDER, acceptances=(), readings=(reading(1, "2"),))
    said = overwritten(OLDER, newer)
    assert said[0].startswith("the acceptance of wrong_pay is gone")
    assert said[1].startswith("the reading of mismatch, 2027-01-01 to 2027-01-31 is gone")
