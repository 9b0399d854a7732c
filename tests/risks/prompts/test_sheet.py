"""The questions of the workshop."""

import re
from dataclasses import replace

import pytest

from fairterms.risks.prompts.sheet import PROMPTS, Prompt
from fairterms.risks.register.workshop_note import Frame

ALL = [prompt for sheet in PROMPTS.values() for prompt in sheet]
QUESTIONS = [question for prompt in ALL for question in prompt.questions]


@pytest.mark.parametrize("frame", Frame)
def test_every_heading_of_a_sheet_has_its_questions_in_the_usual_order(frame: Frame) -> None:
    assert tuple(prompt.heading for prompt in PROMPTS[frame]) == frame.headings


def test_no_question_is_asked_twice() -> None:
    assert len(QUESTIONS) == len(set(QUESTIONS))


def test_a_question_is_short_and_open() -> None:
    assert [one for one in QUESTIONS if len(one.split()) > 24] == []
    closed = re.compile(r"^(?:Is|Are|Do|Does|Did|Has|Have|Will|Can|Could|Would)\b")
    assert [one for one in QUESTIONS if closed.match(one)] == []


def test_the_questions_are_about_care_and_about_the_contract() -> None:
    text = " ".join(QUESTIONS)
    for word in ("patients", "contract", "report", "clinicians", "plan", "score", "data"):
        assert len(re.findall(rf"\b{word}", text)) >= 2, word


@pytest.mark.parametrize(
    "change",
    [
        {"heading": "luck"},
        {"questions": ("Why?", "How?", "Who?")},
        {"questions": ("Why?", "How?", "Who?", "Tell us.")},
    ],
    ids=str,
)
def test_a_heading_of_no_sheet_and_too_few_questions_are_refused(change: dict[str, str]) -> None:
    prompt: Prompt = ALL[0]
    with pytest.raises(AssertionError):
        replace(prompt, **change)  # type: ignore[arg-type]
