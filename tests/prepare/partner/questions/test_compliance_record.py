import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.compliance_record import QUESTION
from tests.prepare.partner.questions.asked import ask, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.DILIGENCE


@pytest.mark.parametrize(
    ("check", "is_warning"),
    [("parity-terms", False), ("bh-record-privacy", False), ("retaliation-protection", False)],
)
def test_parity_privacy_and_retaliation_are_asked_about(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning
