"""Manuals and policies change with little notice."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

ID = "manual-change-notice"
CARE = "Members are patients of Provider for covered services of mental health care."


def _with(*clauses: str) -> str:
    return agreement(CARE, CARE, CARE, *clauses)


@pytest.mark.parametrize(
    ("clause", "words", "says"),
    [
        ("Plan may amend the Provider Manual at any time.", "may amend", "No notice"),
        (
            (
                "Plan shall inform Provider of changes to its protocols within 20 days after the "
                "changes."
            ),
            "within 20 days after the changes",
            "You are told only after a change.",
        ),
        (
            "Plan may modify its policies on thirty (30) days' notice to Provider.",
            "may modify",
            "Notice of a change is 30 days.",
        ),
        (
            "Plan may change the manual on ten business days' notice.",
            "may change",
            "Notice of a change is 10 business days.",
        ),
        (
            (
                "A change to the Provider Manual is not an amendment. It takes effect "
                "when it is posted "
                "on the website."
            ),
            "is not an amendment",
            "A posting is enough",
        ),
        (
            "Plan may post updates to its manual on its website.",
            "may post updates",
            "A posting is enough",
        ),
        (
            (
                "If a policy changes, Plan will make reasonable efforts to notify "
                "Provider of changes "
                "to the policies."
            ),
            "reasonable efforts",
            "Only an effort",
        ),
        (
            "The Provider Manual may be revised by Plan from time to time.",
            "may be revised by Plan",
            "No notice",
        ),
        ("Plan reserves the right to update the handbook.", "reserves the right", "No notice"),
        (
            "Changes to the policies are binding when published in the provider newsletter.",
            "newsletter",
            "A posting is enough",
        ),
        (
            "Provider shall follow the Provider Manual, as amended from time to time.",
            "from time to time",
            "no notice of it is promised",
        ),
    ],
)
def test_a_change_with_little_notice_is_found(
    look: Look, clause: str, words: str, says: str
) -> None:
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.HIGH
    assert says in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may change the Provider Manual on ninety (90) days' written notice.",
        "Plan may change the Provider Manual on sixty (60) business days' notice.",
        "Plan may change a policy. A change that adds cost is treated as an amendment.",
        "Provider may change its policies at any time.",
        "The State Agency may change its manual at any time.",
        "Plan may change the Provider Manual to comply with a change in law.",
        "Plan may not change the Provider Manual.",
        "No change of a policy applies to services given before its effective date.",
        "Provider shall keep an insurance policy that may not be changed.",
        "Plan may change the Provider Manual. Each change needs the written consent of Provider.",
    ],
)
def test_sound_clauses_and_other_documents_are_not(look: Look, clause: str) -> None:
    assert look(ID, _with(clause)) == ()


def test_a_sound_notice_clears_a_manual_that_floats(look: Look) -> None:
    floats = "Provider shall follow the Provider Manual, as amended from time to time."
    sound = "Plan may amend the Provider Manual on ninety (90) days' written notice."
    assert look(ID, _with(floats, sound)) == ()


def test_a_right_without_notice_is_quoted_before_a_short_one(look: Look) -> None:
    text = _with(
        "Plan may modify its policies on thirty (30) days' notice to Provider.",
        "Plan may post updates to its manual on its website.",
    )
    (finding,) = look(ID, text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "post updates" in finding.evidence.text
    assert len(finding.more_evidence) == 1
