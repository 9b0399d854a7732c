import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.data_feed import QUESTION
from tests.prepare.partner.questions.asked import ask, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.WILLINGNESS


@pytest.mark.parametrize(("check", "is_warning"), [("data-feed", True), ("data-ownership", False)])
def test_no_duty_to_send_data_is_a_warning(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning
