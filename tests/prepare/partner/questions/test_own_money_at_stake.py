import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.own_money_at_stake import QUESTION
from tests.prepare.partner.questions.asked import ask, clauses, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.WILLINGNESS


@pytest.mark.parametrize(
    ("check", "is_warning"), [("loss-cap", True), ("stop-loss", True), ("high-need-payment", False)]
)
def test_losses_without_a_limit_are_a_warning(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning


@pytest.mark.parametrize(
    ("example", "places"), [("willow", ["01-agreement.pdf, Exhibit C, C-3.1"]), ("cedar", [])]
)
def test_the_terms_that_speak_for_it_are_cited(example: str, places: list[str]) -> None:
    assert clauses(QUESTION, example) == places
