"""A training: its text, and the questions that show whether it was understood.

A training is two files of the folder ``lessons``: ``training_1.md``, which is read, and
``training_1.toml``, which holds its questions and says what each section explains. Every answer is
explained. A group's own course (:mod:`fairterms.reference.course`) has questions of the same form.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

FEWEST_QUESTIONS = 12
"""What a quiz draws, and the fewest a training has."""
WRONG_ANSWERS = 3
NUMBERED = re.compile(r"([0-9]{1,3})\. +(.+)")
"""The words of a numbered heading: its number, and its title."""
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^`]*")


@dataclass(frozen=True)
class Question:
    """One question of a training.

    Attributes
    ----------
    id
        Its name in all trainings.
    section
        The section of the lesson that it is about, counted from 1.
    ask
        The question.
    right, wrong
        The answer, and others that look like one.
    because
        Why the answer is right, and what the others miss.
    """

    id: str
    section: int
    ask: str
    right: str
    wrong: tuple[str, ...]
    because: str

    def __post_init__(self) -> None:
        assert all((self.id, self.ask, self.right, self.because)), "a question is whole"
        assert len({self.right, *self.wrong}) == WRONG_ANSWERS + 1, "answers differ"


@dataclass(frozen=True)
class Explains:
    """What a training explains, by the names that other rooms use: each with its section.

    Attributes
    ----------
    checks
        Checks of a contract's text.
    questions
        Questions of good faith.
    risks
        Risks of the library, such as ``F1``.
    pages
        Pages of the workspace, such as ``terms``.
    """

    checks: Mapping[str, int]
    questions: Mapping[str, int]
    risks: Mapping[str, int]
    pages: Mapping[str, int]


@dataclass(frozen=True)
class Lesson:
    """One training.

    Attributes
    ----------
    number
        From 1.
    title
        As its text has it.
    text
        Markdown.
    hours
        What reading, trying and the quiz take together, in hours.
    verbs
        The verbs of the command line that it uses.
    questions
        At least :data:`FEWEST_QUESTIONS`.
    explains
        The things in other rooms that lead here for an explanation.
    """

    number: int
    title: str
    text: str
    hours: Decimal
    verbs: tuple[str, ...]
    questions: tuple[Question, ...]
    explains: Explains

    def __post_init__(self) -> None:
        assert self.text.startswith(f"# {self.title}\n"), "the text begins with the title"
        assert len(self.questions) >= FEWEST_QUESTIONS, "enough to draw from"

    @property
    def key(self) -> str:
        """By which a quiz knows it."""
        return str(self.number)

    @property
    def sections(self) -> tuple[str, ...]:
        """The titles of its numbered sections, without their numbers."""
        return numbered_sections(self.text)


def numbered_sections(text: str) -> tuple[str, ...]:
    r"""Return the titles of the numbered sections of a text, without their numbers.

    Examples
    --------
    >>> numbered_sections("# A\n\n## What for\n\n## 1. Begin\n\n## 2. End\n")
    ('Begin', 'End')
    """
    return tuple(title for _, title in numbered_heads(text))


def numbered_heads(text: str) -> tuple[tuple[int, str], ...]:
    r"""Return number and title of each numbered section of a text.

    Examples
    --------
    >>> numbered_heads("# A\n\n```\n## 1. Shown as code\n```\n\n## 2. End\n")
    ((2, 'End'),)
    """
    heads = (line for _, line in lines_outside_code(text) if line.startswith("## "))
    found = (NUMBERED.fullmatch(line[3:].strip()) for line in heads)
    return tuple((int(one[1]), one[2]) for one in found if one is not None)


def lines_outside_code(text: str) -> Iterator[tuple[int, str]]:
    """Give each line of a Markdown text with its number, from 1, without code in a fence."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        found = _FENCE.fullmatch(line)
        if fence:
            fence = "" if found is not None and found[1].startswith(fence) else fence
        elif found is not None:
            fence = found[1]
        else:
            yield number, line


def for_patients() -> str:
    """Return a page for patients on what value-based care is, as Markdown.

    Examples
    --------
    >>> for_patients().startswith("# ")
    True
    """
    return _folder().joinpath("for_patients.md").read_text(encoding="utf-8")


def lessons() -> tuple[Lesson, ...]:
    """Return every training, in order.

    Examples
    --------
    >>> [one.number for one in lessons()]
    [1, 2, 3, 4, 5]
    """
    return _lessons()


@lru_cache(maxsize=1)
def _lessons() -> tuple[Lesson, ...]:
    folder = _folder()
    found = (one for one in folder.iterdir() if one.name.startswith("training_"))
    texts = sorted((one for one in found if one.name.endswith(".md")), key=lambda one: one.name)
    return tuple(_lesson(folder, text) for text in texts)


def _folder() -> Traversable:
    return files("fairterms.reference").joinpath("lessons")


def _lesson(folder: Traversable, text: Traversable) -> Lesson:
    stem = text.name.removesuffix(".md")
    told = tomllib.loads(folder.joinpath(f"{stem}.toml").read_text(encoding="utf-8"))
    explains = told["explains"]
    return Lesson(
        int(stem.removeprefix("training_")),
        told["title"],
        text.read_text(encoding="utf-8"),
        Decimal(told["hours"].removesuffix(" hours")),
        tuple(told["verbs"]),
        tuple(_question(one) for one in told["question"]),
        Explains(*(explains.get(kind, {}) for kind in ("checks", "questions", "risks", "pages"))),
    )


def _question(told: Mapping[str, Any]) -> Question:
    return Question(
        told["id"],
        told["section"],
        told["ask"],
        told["right"],
        tuple(told["wrong"]),
        told["because"],
    )
