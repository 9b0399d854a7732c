"""Asking questions one by one on the command line, each answer explained."""

import sys
from collections.abc import Sequence

import typer

from fairterms.cli.console import say
from fairterms.reference.quiz import Asked

LETTERS = "abcd"


def ask_all(asked: Sequence[Asked]) -> dict[str, int]:
    """Ask question after question, and explain each answer.

    Parameters
    ----------
    asked
        The questions as drawn.

    Returns
    -------
    dict
        The place of each chosen answer, by the question's id.
    """
    given: dict[str, int] = {}
    for number, one in enumerate(asked, start=1):
        say(f"\n{number}. {one.question.ask}", style="bold")
        for letter, answer in zip(LETTERS, one.answers, strict=True):
            say(f"   {letter}  {answer}")
        given[one.question.id] = _answer(one)
        is_right = given[one.question.id] == one.right
        say("Right." if is_right else f"Better: {one.question.right}", style="bold")
        say(one.question.because)
    return given


def _answer(asked: Asked) -> int:
    letters = LETTERS[: len(asked.answers)]
    while True:
        say(f"Your answer ({', '.join(letters)}): ")
        line = sys.stdin.readline()
        if not line:
            raise typer.Exit(1)
        chosen = line.strip().lower()
        if len(chosen) == 1 and chosen in letters:
            return letters.index(chosen)
        say("Type one of the letters.")
