"""An objection does not stop a change, or silence counts as consent."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import ONE_SIDED, Look, agreement

RIGHT = "Plan may amend this Agreement by ninety days' notice."


@pytest.mark.parametrize(
    "clause",
    [
        "Failure of Provider to object will constitute acceptance of the amendment.",
        "Provider is deemed to have accepted the amendment unless it leaves.",
        "Continued participation after the amendment date is deemed consent.",
        "If Provider objects to the amendment, then Provider may terminate this Agreement.",
        "Termination is the sole remedy of Provider upon an amendment.",
    ],
)
def test_silence_as_consent_and_exit_as_the_only_answer_are_found(look: Look, clause: str) -> None:
    (finding,) = look("amend-objection-right", agreement(change=f"{RIGHT} {clause}"))
    assert finding.severity is Severity.CRITICAL
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert finding.evidence.text == clause


@pytest.mark.parametrize(
    "clause",
    [
        "If Provider objects in time, the change does not take effect unless both agree.",
        "If Provider objects to an amendment, the Agreement remains in effect without it.",
    ],
)
def test_an_objection_that_stops_the_change_clears_it(look: Look, clause: str) -> None:
    assert look("amend-objection-right", agreement(change=f"{RIGHT} {clause}")) == ()


def test_silence_about_a_settlement_is_another_matter(look: Look) -> None:
    other = "If Provider does not object, it is deemed to have accepted the reconciliation."
    assert look("amend-objection-right", agreement(other)) == ()


def test_goods_that_count_as_accepted_are_another_matter(look: Look) -> None:
    other = "Without a change request in ten days the deliverable is deemed accepted."
    assert look("amend-objection-right", agreement(other)) == ()


def test_deleting_the_right_is_seen_and_a_blank_page_makes_it_unclear(look: Look) -> None:
    assert look("amend-objection-right", agreement(change=ONE_SIDED)) == ()
    (finding,) = look("amend-objection-right", agreement(change=RIGHT))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (unclear,) = look("amend-objection-right", agreement(change=RIGHT), unread=1)
    assert unclear.status is Status.UNCLEAR
    assert unclear.unclear_because == "agreement.txt: page 1 could not be read"


def test_a_change_that_takes_effect_unless_rejected_is_silence(look: Look) -> None:
    clause = (
        "An amendment proposed by Plan shall be effective thirty (30) days after notice if "
        "Provider "
        "has failed in that time to reject it in writing."
    )
    (finding,) = look("amend-objection-right", agreement(change=clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "failed in that time to reject" in finding.evidence.text
    assert look("amend-unilateral", agreement(change=clause))
    (days,) = look("amend-notice-days", agreement(change=clause))
    assert "30" in days.why


def test_what_the_group_proposes_and_the_plan_fails_to_reject_is_none(look: Look) -> None:
    clause = "An amendment proposed by Provider shall be effective when Plan signs it in 30 days."
    assert look("amend-unilateral", agreement(change=clause)) == ()
