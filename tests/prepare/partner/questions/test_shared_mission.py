import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.shared_mission import QUESTION
from tests.prepare.partner.questions.asked import ask, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.FIT


@pytest.mark.parametrize(
    ("check", "is_warning"), [("shared-objectives", True), ("slogan-rhetoric", False)]
)
def test_aims_without_a_measure_are_a_warning_and_slogans_a_question(
    check: str, is_warning: bool
) -> None:
    assert warns(QUESTION, check) is is_warning
