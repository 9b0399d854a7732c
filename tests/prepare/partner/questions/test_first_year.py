import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.first_year import QUESTION
from tests.prepare.partner.questions.asked import ask, clauses, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.GOALS


@pytest.mark.parametrize(
    ("check", "is_warning"), [("risk-phase-in", True), ("leading-indicators", False)]
)
def test_full_risk_at_once_is_a_warning(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning


@pytest.mark.parametrize(
    ("example", "places"), [("willow", ["01-agreement.pdf, Exhibit C, C-5.1"]), ("cedar", [])]
)
def test_the_terms_that_speak_for_it_are_cited(example: str, places: list[str]) -> None:
    assert clauses(QUESTION, example) == places
