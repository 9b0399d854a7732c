"""Questions are asked one by one; each answer is explained, right or not."""

import io
from collections.abc import Callable

import pytest
import typer

from fairterms.cli.asking import ask_all
from fairterms.reference.lesson import Question
from fairterms.reference.quiz import Asked

Type = Callable[[str], None]
QUESTION = Question("q1", 1, "Which?", "this", ("that", "those", "none"), "So it is.")
ASKED = Asked(QUESTION, ("that", "this", "those", "none"))


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Type:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_right_answer_is_explained(types: Type, capsys: pytest.CaptureFixture[str]) -> None:
    types("B\n")
    assert ask_all([ASKED]) == {"q1": 1}
    said = capsys.readouterr().out
    assert "Right." in said
    assert "So it is." in said


def test_another_answer_is_told_the_better_one(
    types: Type, capsys: pytest.CaptureFixture[str]
) -> None:
    types("a\n")
    assert ask_all([ASKED]) == {"q1": 0}
    said = capsys.readouterr().out
    assert "Better: this" in said
    assert "So it is." in said


def test_what_is_no_letter_is_asked_again(types: Type, capsys: pytest.CaptureFixture[str]) -> None:
    types("x\nab\n\n d \n")
    assert ask_all([ASKED]) == {"q1": 3}
    assert capsys.readouterr().out.count("Type one of the letters.") == 3


def test_an_end_of_the_answers_ends_the_quiz(types: Type) -> None:
    types("")
    with pytest.raises(typer.Exit):
        ask_all([ASKED])
