import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.openness_of_method import QUESTION
from tests.prepare.partner.questions.asked import ask, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.OPENNESS


@pytest.mark.parametrize(
    ("check", "is_warning"),
    [
        ("benchmark-method", True),
        ("audit-of-plan", True),
        ("risk-adjustment", False),
        ("rate-secrecy", False),
        ("network-undisclosed", False),
    ],
)
def test_a_hidden_method_and_no_audit_are_warnings(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning
