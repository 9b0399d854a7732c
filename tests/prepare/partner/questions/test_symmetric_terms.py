import pytest

from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.partner.questions.symmetric_terms import QUESTION
from tests.prepare.partner.questions.asked import ask, clauses, warns


def test_it_is_answered_by_a_reply_with_evidence() -> None:
    assert ask(QUESTION).outcome is Outcome.ANSWERED
    assert QUESTION.theme is Theme.WILLINGNESS


@pytest.mark.parametrize(
    ("check", "is_warning"),
    [
        ("gain-loss-asymmetry", True),
        ("incentive-at-will", True),
        ("exit-without-cause", True),
        ("indemnity-direction", False),
        ("assignment-one-way", False),
        ("liability-limit", False),
    ],
)
def test_unequal_money_and_exit_are_warnings(check: str, is_warning: bool) -> None:
    assert warns(QUESTION, check) is is_warning


@pytest.mark.parametrize(
    ("example", "places"), [("willow", ["01-agreement.pdf, Exhibit C, C-4.1"]), ("cedar", [])]
)
def test_the_terms_that_speak_for_it_are_cited(example: str, places: list[str]) -> None:
    assert clauses(QUESTION, example) == places
