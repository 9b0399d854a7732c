from datetime import date
from pathlib import Path

import pytest

from fairterms.payment.models_catalogue import MODELS
from fairterms.prepare.partner.question import QUESTIONS, Question, Reply, Theme, Weighs
from fairterms.review.reading import CHECKS


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_entry_names_only_what_there_is(name: str) -> None:
    question = QUESTIONS[name]
    assert question.name == name
    known = {check.replace("_", "-") for check in CHECKS}
    assert set(question.checks) | set(question.hints) <= known
    assert not set(question.checks) & set(question.hints)
    assert set(question.models) <= set(MODELS)


def test_every_requirement_about_the_partner_has_its_questions() -> None:
    served = {one for question in QUESTIONS.values() for one in question.requirements}
    assert {"R-D9", "R-D10", "R-D11"} <= served


def test_every_theme_has_questions() -> None:
    themes = [question.theme for question in QUESTIONS.values()]
    assert set(themes) == set(Theme)
    assert themes.count(Theme.WILLINGNESS) == 5


def test_no_question_is_asked_twice() -> None:
    texts = [question.text for question in QUESTIONS.values()]
    assert len(texts) == len(set(texts)) >= 14


def test_a_reply_says_where_it_is_from() -> None:
    reply = Reply("Yes", Weighs.FOR, "a letter", date(2026, 5, 1), "readiness.toml, line 9")
    assert reply.where == "readiness.toml, line 9: a letter, 2026-05-01"
    assert Reply("Yes", Weighs.FOR).where == "readiness.toml"


@pytest.mark.parametrize(
    ("text", "evidence", "requirements"),
    [("Is it", ("a",), ("R",)), ("Is it?", (), ("R",)), ("Is it?", ("a",), ())],
)
def test_a_question_asks_for_something_and_serves_something(
    text: str, evidence: tuple[str, ...], requirements: tuple[str, ...]
) -> None:
    with pytest.raises(AssertionError):
        Question("a", "A", text, "why", Theme.FIT, requirements, "good", "bad", evidence)


def test_the_manual_names_every_question() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "manual" / "ready.md").read_text("utf-8")
    assert [name for name in QUESTIONS if f"`{name}`" not in manual] == []
    assert len(QUESTIONS) == 18, "the manual says eighteen"
