"""Questions of a group's own course are asked only when they are whole."""

from collections.abc import Sequence

import pytest

from fairterms.reference.course_questions import read_questions
from fairterms.reference.lesson import Question
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem
from tests.reference.test_course import question


def read(text: str) -> tuple[Sequence[Question], Sequence[Problem]]:
    opened = parsed(text, "intake.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    return read_questions(document, notes, 2), notes.problems()


def test_a_whole_question_is_read() -> None:
    found, problems = read(question(section="2"))
    wrong = ("That.", "Those.", "Nothing.")
    assert found == (Question("q1", 2, "What is asked, 1?", "This.", wrong, "It is so."),)
    assert problems == ()


@pytest.mark.parametrize(
    ("changed", "code", "line"),
    [
        ({"id": ""}, "bad-id", 1),
        ({"id": '"Not an id"'}, "bad-id", 2),
        ({"section": "3"}, "no-section", 3),
        ({"section": "0"}, "no-section", 3),
        ({"section": '"1"'}, "no-section", 3),
        ({"section": "true"}, "no-section", 3),
        ({"ask": ""}, "missing", 1),
        ({"ask": "7"}, "missing", 4),
        ({"right": '" "'}, "missing", 5),
        ({"because": ""}, "missing", 1),
        ({"wrong": '["That.", "Those."]'}, "wrong-answers", 6),
        ({"wrong": '["This.", "Those.", "Nothing."]'}, "wrong-answers", 6),
        ({"wrong": '["That.", "That.", "Nothing."]'}, "wrong-answers", 6),
        ({"wrong": '["That.", "Those.", ""]'}, "wrong-answers", 6),
        ({"wrong": "[1, 2, 3]"}, "wrong-answers", 6),
        ({"wrong": '"That."'}, "wrong-answers", 6),
        ({"hint": '"Think."'}, "unknown-key", 8),
    ],
    ids=lambda given: (
        "-".join(f"{key} {value}" for key, value in given.items())
        if isinstance(given, dict)
        else None
    ),
)
def test_a_question_that_is_not_whole_is_said_and_not_asked(
    changed: dict[str, str], code: str, line: int
) -> None:
    found, problems = read(question(1, **changed) + question(2))
    assert [one.id for one in found] == ["q2"]
    assert (code, line) in {(one.code, one.line) for one in problems}
    assert all(one.why and one.fix for one in problems)


def test_an_id_is_used_once() -> None:
    found, problems = read(question(1) + question(1))
    assert len(found) == 1
    assert [one.code for one in problems] == ["duplicate-id"]


@pytest.mark.parametrize("text", ['question = "What?"', "question = [1]"])
def test_questions_that_are_no_tables_are_said(text: str) -> None:
    found, problems = read(text)
    assert found == ()
    assert [one.code for one in problems] == ["not-tables"]
