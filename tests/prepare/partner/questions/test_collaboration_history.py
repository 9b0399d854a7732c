import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.collaboration_history import QUESTION
from tests.prepare.partner.questions.asked import ask, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.FIT


@pytest.mark.parametrize(("check", "is_warning"), [("prompt-pay", False), ("recoup-limits", False)])
def test_late_pay_and_recoveries_are_asked_about(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning
