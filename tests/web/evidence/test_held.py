"""What a room holds of a release is sealed as text, and each room is told no more than it needs."""

from dataclasses import replace

import pytest

from fairterms.audit.release.course import Stage
from fairterms.audit.release.people_shown import Form, Shown
from fairterms_web.evidence.held import Held, Prepared, read, write
from tests.audit.release import test_course as steps
from tests.audit.release.test_manifest import GIVEN

PREPARED = Prepared(GIVEN, Shown(Form.TABLE, ("2027",), GIVEN.title), "table.csv", ("a0",))
HELD = Held(steps.OPEN, PREPARED, steps.ON)


@pytest.mark.parametrize(
    "held",
    [Held(steps.ASKED), HELD, HELD.for_auditor, HELD.for_joint],
    ids=["asked", "given", "for the auditor", "for the joint room"],
)
def test_what_a_room_holds_is_read_back_as_it_was_written(held: Held) -> None:
    assert read(write(held)) == held


def test_a_file_that_is_only_read_has_no_last_day() -> None:
    manifest = replace(GIVEN, destroy_by=None)
    held = replace(HELD, prepared=replace(PREPARED, manifest=manifest))
    assert read(write(held)) == held


def test_the_auditors_room_is_not_told_what_it_stood_against() -> None:
    told = write(HELD.for_auditor).decode()
    assert "2027" not in told.replace("2027-", "")
    assert '"a0"' not in told.replace('\\"agreement_hash\\": \\"a0\\"', "")
    assert HELD.for_auditor.agreement == HELD.agreement


def test_the_joint_room_knows_that_it_left_and_how_it_ended() -> None:
    joint = HELD.for_joint
    assert joint.stage(steps.ON) is Stage.APPROVED
    assert joint.stage(steps.LAST) is Stage.APPROVED
    assert joint.stage(steps.LATE) is Stage.OVERDUE
    ended = replace(HELD, release=steps.DESTROYED).for_joint
    assert ended.stage(steps.LATE) is Stage.DESTROYED
    told = write(joint).decode()
    for hidden in ("f0", "a0", "It is proved", GIVEN.title, GIVEN.sha256):
        assert hidden not in told
    assert Held(steps.ASKED).for_joint.stage(steps.LATE) is Stage.ASKED
