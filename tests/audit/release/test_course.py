"""Each step of a release needs the one before it, and every refusal says what is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from fairterms.audit.release import course
from fairterms.audit.release.agreement import Signature
from fairterms.audit.release.approval import Approval
from fairterms.audit.release.course import Release, Stage, stage
from fairterms.audit.release.declining import Declined
from fairterms.audit.release.destruction import Certificate
from fairterms.units.refusal import Refusal
from tests.audit.release.test_request import COPY, VIEW

ON, LAST = date(2028, 3, 5), date(2028, 6, 30)
LATE = LAST + timedelta(days=1)
APPROVALS = tuple(Approval(one, "group", ON, "f0") for one in ("1", "2"))
ASKED = Release(COPY)
PREPARED = course.prepare(ASKED, "f0", "It is proved.", "a0")
HALF = course.approve(PREPARED, APPROVALS[0])
APPROVED = course.approve(HALF, APPROVALS[1])
AGREED = course.sign(APPROVED, Signature("7", ON, "a0"))
OPEN = course.open_for(AGREED, "7", ON)
DONE = Certificate("7", LAST, "wiped from the one laptop")
NO = Declined("1", ON, "our vendor never kept it")
DECLINED = course.decline(HALF, NO)
DESTROYED = course.destroy(OPEN, DONE)


def test_a_release_goes_through_its_stages() -> None:
    steps = [ASKED, PREPARED, HALF, APPROVED, AGREED, OPEN, DESTROYED]
    assert [str(stage(one, ON)) for one in steps] == [
        "asked",
        "prepared",
        "prepared",
        "approved",
        "agreed",
        "open",
        "destroyed",
    ]


def test_what_was_given_and_not_destroyed_is_overdue_after_its_last_day() -> None:
    for given in (APPROVED, AGREED, OPEN):
        assert stage(given, LAST) is not Stage.OVERDUE
        assert stage(given, LATE) is Stage.OVERDUE
    for other in (ASKED, PREPARED, HALF, DECLINED, DESTROYED):
        assert stage(other, LATE) is not Stage.OVERDUE


STEPS: dict[str, tuple[Callable[[], object], str]] = {
    "prepared without a proof": (
        lambda: course.prepare(ASKED, "f0", " ", "a0"),
        "no proof",
    ),
    "prepared for a request that lacks its purpose": (
        lambda: course.prepare(Release(replace(COPY, purpose="")), "f0", "It is proved.", "a0"),
        "the purpose is not said",
    ),
    "prepared after it left": (
        lambda: course.prepare(APPROVED, "f1", "It is proved.", "a0"),
        "has left",
    ),
    "approved before it is prepared": (
        lambda: course.approve(ASKED, APPROVALS[0]),
        "nothing is prepared",
    ),
    "approved after the last day of the copy": (
        lambda: course.approve(HALF, replace(APPROVALS[1], on=LATE)),
        "its last day is over",
    ),
    "approved by who asked": (
        lambda: course.approve(PREPARED, replace(APPROVALS[0], person="7")),
        "who asks",
    ),
    "signed before it is prepared": (
        lambda: course.sign(ASKED, Signature("7", ON, "")),
        "nothing is prepared",
    ),
    "signed with one approval": (
        lambda: course.sign(HALF, Signature("7", ON, "a0")),
        "1 of 2 people",
    ),
    "signed another text": (
        lambda: course.sign(APPROVED, Signature("7", ON, "a1")),
        "another than the one you saw",
    ),
    "opened without a signature": (
        lambda: course.open_for(APPROVED, "7", ON),
        "not signed",
    ),
    "opened by another reader": (
        lambda: course.open_for(OPEN, "8", ON),
        "not signed",
    ),
    "opened after the last day": (
        lambda: course.open_for(OPEN, "7", LATE),
        "last day is over",
    ),
    "opened after its destruction": (
        lambda: course.open_for(DESTROYED, "7", ON),
        "it was destroyed",
    ),
    "destroyed twice": (lambda: course.destroy(DESTROYED, DONE), "there already"),
    "destroyed before it was given": (lambda: course.destroy(HALF, DONE), "1 of 2 people"),
    "destroyed without saying how": (
        lambda: course.destroy(OPEN, replace(DONE, how="")),
        "does not say how",
    ),
    "prepared after it was declined": (
        lambda: course.prepare(DECLINED, "f1", "It is proved.", "a1"),
        "declined on 2028-03-05",
    ),
    "approved after it was declined": (
        lambda: course.approve(DECLINED, APPROVALS[0]),
        "declined on 2028-03-05",
    ),
    "opened after it was declined": (
        lambda: course.open_for(DECLINED, "7", ON),
        "it was declined",
    ),
    "declined twice": (lambda: course.decline(DECLINED, NO), "declined on 2028-03-05"),
    "declined after it left": (lambda: course.decline(APPROVED, NO), "has left"),
    "declined without a reason": (
        lambda: course.decline(ASKED, replace(NO, why="not now")),
        "does not say why",
    ),
    "declined with a small count": (
        lambda: course.decline(ASKED, replace(NO, why="It tells of 4 patients of one clinic.")),
        "“4 patients”",
    ),
    "a view destroyed": (lambda: course.destroy(replace(OPEN, request=VIEW), DONE), "only read"),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_too_early_or_too_late_is_refused(name: str) -> None:
    step, words = STEPS[name]
    with pytest.raises(Refusal, match=words) as refused:
        step()
    assert refused.value.fix


def test_what_is_prepared_anew_loses_its_approvals_and_signatures() -> None:
    anew = course.prepare(HALF, "f1", "It is proved.", "a1")
    assert (anew.approvals, anew.signatures, anew.manifest_hash) == ((), (), "f1")


def test_what_is_declined_keeps_the_request_and_the_reason_and_drops_what_was_prepared() -> None:
    assert Release(COPY, declined=NO) == DECLINED
    assert stage(DECLINED, LATE) is Stage.DECLINED


def test_signing_twice_changes_nothing() -> None:
    assert course.sign(AGREED, Signature("7", LAST, "a0")) == AGREED


def test_the_first_look_is_remembered() -> None:
    assert course.open_for(OPEN, "7", LAST).opened_on == ON


def test_a_certificate_may_come_late() -> None:
    late = course.destroy(OPEN, replace(DONE, on=LATE))
    assert stage(late, LATE) is Stage.DESTROYED
