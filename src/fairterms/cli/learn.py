"""Read a training, and answer its quiz."""

import random
import sys
from typing import Annotated

import typer
from rich.markdown import Markdown

from fairterms.cli.console import out, say, stop
from fairterms.reference.lesson import Lesson, lessons
from fairterms.reference.quiz import Asked, draw, score
from fairterms.units.problem import Problem

LETTERS = "abcd"


def run(
    training: Annotated[
        int, typer.Argument(help="Its number; none lists them all.", metavar="NUMBER")
    ] = 0,
    quiz: Annotated[bool, typer.Option("--quiz", help="Answer questions about it.")] = False,
    seed: Annotated[
        int | None, typer.Option(help="Draw the same questions again.", show_default=False)
    ] = None,
) -> None:
    """List the trainings, print one, or ask its questions."""
    if not training:
        _list()
        return
    lesson = _chosen(training)
    if quiz:
        _ask(lesson, random.randrange(10_000) if seed is None else seed)  # noqa: S311
    else:
        out.print(Markdown(lesson.text), soft_wrap=False)
        say(f"\nQuiz: fairterms learn {lesson.number} --quiz", style="bold")


def _list() -> None:
    say("Five trainings that make a clinician a competent negotiator:\n", style="bold")
    for one in lessons():
        say(f"  {one.number}  {one.title} ({one.hours})")
    say("\nRead one: fairterms learn 1 · Answer its quiz: fairterms learn 1 --quiz")


def _chosen(number: int) -> Lesson:
    known = {one.number: one for one in lessons()}
    if number not in known:
        fix = f"choose one of: {', '.join(map(str, known))}"
        what, why = f"there is no training {number}", "each training has a number"
        stop([Problem("learn", 0, what, "unknown-training", why, fix)])
    return known[number]


def _ask(lesson: Lesson, seed: int) -> None:
    """Ask question after question, explain each answer, and say what to read again."""
    asked = draw(lesson, seed)
    given: dict[str, int] = {}
    for number, one in enumerate(asked, start=1):
        say(f"\n{number}. {one.question.ask}", style="bold")
        for letter, answer in zip(LETTERS, one.answers, strict=True):
            say(f"   {letter}  {answer}")
        given[one.question.id] = _answer(one)
        is_right = given[one.question.id] == one.right
        say("Right." if is_right else f"Better: {one.question.right}", style="bold")
        say(one.question.because)
    found = score(lesson, asked, given)
    say(f"\n{found.right} of {found.asked} right.", style="bold")
    if found.again:
        say("Worth reading again: " + "; ".join(found.again))
    if not found.is_passed:
        say(f"Read the training once more: fairterms learn {lesson.number}")


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
