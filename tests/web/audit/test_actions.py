"""An audit grows in two rooms: the auditor's, and what both sides were told in the joint one."""

from datetime import date

import pytest
from django.http import Http404

from fairterms.audit.engagement.finding import Party
from fairterms.audit.engagement.reader import FILE
from fairterms.audit.engagement.writing import Fields, extended
from fairterms_web.audit import access, actions
from fairterms_web.audit.access import Kept
from fairterms_web.audit.actions import NotWritten
from fairterms_web.audit.history import NOT_THEIRS
from fairterms_web.deals.actions import remove_file, save_files
from fairterms_web.rooms.walls import acting
from tests.web.audit.steps import FINDING, MAREN, ON, PROGRAMME, let_in, told, work_done
from tests.web.cast import Cast

AGREES: Fields = {
    "answer": "agree",
    "plan": "It is worked out again.",
    "owner": "data lead",
    "due": date(2190, 5, 1),
}
CLOSED: Fields = {
    "finding": "finding_1",
    "verified_by": MAREN,
    "on": ON,
    "test": "Worked out again.",
    "result": "open",
}


def test_entries_are_added_at_the_end_and_read_without_a_problem(cast: Cast) -> None:
    by = work_done(cast)
    with acting(by.actor):
        own = access.kept(by)
        assert own.reading.problems == ()
        assert [one.id for one in own.book.findings] == ["finding_1", "finding_2"]
        assert access.with_history(by) == (own, ())


def test_a_finding_is_told_in_both_rooms_or_in_none(cast: Cast) -> None:
    joint = told(cast)
    by = cast.entered("auditor", "auditor")
    with acting(by.actor):
        own, copy = access.kept(by).book, access.kept(joint)
        assert own.issue_of("finding_1") is not None
        assert copy.book.issue_of("finding_1") is not None
        assert copy.reading.problems == ()
        assert copy.book.workpapers == ()
        with pytest.raises(Http404):
            actions.issue(by=by, joint=joint, finding="finding_1", on=ON)
        before = access.kept(joint).sha256, access.kept(by).sha256
        with pytest.raises(NotWritten, match="does not say its criteria"):
            actions.issue(by=by, joint=joint, finding="finding_2", on=ON)
        assert (access.kept(joint).sha256, access.kept(by).sha256) == before


@pytest.mark.slow
def test_where_the_joint_room_cannot_take_it_the_auditors_file_stays_as_it_was(cast: Cast) -> None:
    by, joint = work_done(cast), cast.entered("auditor", "joint")
    with acting(by.actor):
        before = access.kept(by).sha256
        save_files(by=joint, files={FILE: _another_finding(str(FINDING["condition"]))})
        with pytest.raises(NotWritten, match="with other words"):
            actions.issue(by=by, joint=joint, finding="finding_1", on=ON)
        assert access.kept(by).sha256 == before


def _another_finding(condition: str) -> bytes:
    return (
        '[shared]\ntitle = "A"\non = 2019-09-01\nanswer_days = 9\nfollow_up_days = 9\n\n'
        '[[engagement]]\nid = "engagement_1"\ntitle = "A"\nkind = "assurance"\nlevel = "limited"\n'
        'criteria = ["B"]\nfrom = 2190-01-01\nto = 2190-02-01\nteam = ["x"]\n\n'
        '[[finding]]\nid = "finding_1"\nengagement = "engagement_1"\ntitle = "Planted"\n'
        f'on = 2019-09-01\ncondition = "Not: {condition}"\n'
    ).encode()


def test_nobody_looks_over_their_own_workpaper_whatever_they_call_themselves(cast: Cast) -> None:
    by = work_done(cast)
    paper: Fields = {"procedure": "procedure_1", "done_by": MAREN, "on": ON, "result": "More."}
    with acting(by.actor):
        name = actions.add(by=by, section="workpaper", fields={**paper, "deviations": 0})
        person = cast.people["auditor"]
        person.name = "Somebody Else"
        person.save()
        with pytest.raises(NotWritten, match="your own workpaper"):
            actions.review(by=by, workpaper=name, on=ON)
        with pytest.raises(Http404):
            actions.review(by=by, workpaper="workpaper_9", on=ON)


def test_a_side_answers_by_who_may_sign_for_it(cast: Cast) -> None:
    told(cast)
    plan = cast.entered("other party", "joint")
    with acting(plan.actor):
        assert access.party_of(plan) is Party.PLAN
        actions.respond(by=plan, finding="finding_1", fields=AGREES, on=ON)
        (answer,) = access.kept(plan).book.responses
        assert (answer.party, answer.by) == (Party.PLAN, "other.party@example.org")
    group = cast.entered("owner", "joint")
    with acting(group.actor):
        with pytest.raises(NotWritten, match="is not for the group to answer"):
            actions.respond(by=group, finding="finding_1", fields=AGREES, on=ON)
        with pytest.raises(Http404):
            actions.respond(by=group, finding="finding_2", fields=AGREES, on=ON)
    # The side that let the auditor in has not made them its own.
    cast.people["auditor"].grants.filter(room=cast.rooms["joint"]).update(side="plan")
    auditor = cast.entered("auditor", "joint")
    with acting(auditor.actor):
        assert access.party_of(auditor) is None
        with pytest.raises(NotWritten, match="may sign for one side"):
            actions.respond(by=auditor, finding="finding_1", fields=AGREES, on=ON)


@pytest.mark.slow
def test_the_owner_of_an_answer_does_not_verify_it(cast: Cast) -> None:
    joint = told(cast)
    plan = cast.entered("other party", "joint")
    with acting(plan.actor):
        promised: Fields = {**AGREES, "owner": MAREN.upper()}
        actions.respond(by=plan, finding="finding_1", fields=promised, on=ON)
    by = cast.entered("auditor", "auditor")
    with acting(by.actor):
        with pytest.raises(NotWritten, match="had to put right"):
            actions.tell(by=by, joint=joint, section="follow_up", fields=CLOSED)
        second: Fields = {**CLOSED, "verified_by": "Idris"}
        actions.tell(by=by, joint=joint, section="follow_up", fields=second)
        assert len(access.kept(joint).book.follow_ups) == 1


@pytest.mark.slow
def test_the_seed_is_published_once_and_before_the_work(cast: Cast) -> None:
    by, joint = work_done(cast), cast.entered("auditor", "joint")
    with acting(by.actor):
        actions.publish(by=by, joint=joint, procedure="procedure_1", on=ON)
        (one,) = access.kept(joint).book.procedures
        own = access.kept(by).book.procedures[0]
        assert one.sample == own.sample
        assert access.kept(joint).book.findings == ()
        with pytest.raises(Http404):
            actions.publish(by=by, joint=joint, procedure="procedure_9", on=ON)


def test_a_version_that_changed_what_stood_there_is_named(cast: Cast) -> None:
    joint = told(cast)
    plan = cast.entered("other party", "joint")
    with acting(plan.actor):
        now, changed = access.with_history(plan)
        assert changed == ()
        text = (now.text or "").replace("Line 15 comes first.", "All is well.")
        save_files(by=plan, files={FILE: text.encode()}, note="issue finding_1")
        now, (one,) = access.with_history(plan)
        assert (one.number, one.saved_by) == (2, "other.party@example.org (Plan lead)")
        assert now == access.kept(plan)
        remove_file(by=plan, path=FILE)
    with acting(joint.actor):
        now, changed = access.with_history(joint)
        assert [one.number for one in changed] == [2, 3]
        assert now == Kept()


@pytest.mark.slow
def test_a_side_that_closes_its_own_finding_by_hand_is_named(cast: Cast) -> None:
    told(cast)
    plan = cast.entered("other party", "joint")
    with acting(plan.actor):
        actions.respond(by=plan, finding="finding_1", fields=AGREES, on=ON)
        assert access.with_history(plan)[1] == ()
        forged = extended(
            access.kept(plan).text or "", (("follow_up", {**CLOSED, "verified_by": "Idris"}),)
        )
        save_files(by=plan, files={FILE: forged.encode()}, note="follow_up finding_1")
        (one,) = access.with_history(plan)[1]
        assert (one.number, one.why) == (3, NOT_THEIRS)


@pytest.mark.slow
def test_a_file_of_evidence_that_was_changed_carries_no_finding(cast: Cast) -> None:
    by = work_done(cast)
    with acting(by.actor):
        (file,) = access.evidence_files(by)
        paper: Fields = {"procedure": "procedure_1", "done_by": MAREN, "on": ON, "result": "More."}
        shown: Fields = {"deviations": 0, "evidence": (file,)}
        actions.add(by=by, section="workpaper", fields={**paper, **shown})
        book = access.kept(by).book
        assert access.changed_evidence(book, {file.file: file.sha256}) == ()
        assert access.changed_evidence(book, {}) == ()
        save_files(by=by, files={file.file: b"line,value\n13,0.00\n"})
        joint = cast.entered("auditor", "joint")
        with pytest.raises(NotWritten, match="is not the file it was"):
            actions.issue(by=by, joint=joint, finding="finding_1", on=ON)


def test_a_file_that_is_no_text_is_not_written_over(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("auditor", "auditor")
    monkeypatch.setattr(access, "kept", lambda _by: Kept(None, "0" * 64))
    with acting(by.actor), pytest.raises(NotWritten, match="not plain text"):
        actions.add(by=by, section="programme", fields=PROGRAMME)


@pytest.mark.slow
def test_whoever_belongs_to_a_side_verifies_nothing(cast: Cast) -> None:
    joint = told(cast)
    let_in(cast, "auditor", "group", "viewer")
    by = cast.entered("auditor", "auditor")
    with acting(by.actor), pytest.raises(NotWritten, match="belongs to a side"):
        actions.tell(by=by, joint=joint, section="follow_up", fields=CLOSED)
