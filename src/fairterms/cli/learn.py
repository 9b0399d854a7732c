"""Read a training or a group's own course, answer its questions, and keep a certificate."""

import random
import shlex
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown

from fairterms.cli.asking import ask_all
from fairterms.cli.certificate_files import say_verdict, write_certificate
from fairterms.cli.console import FOUND_SOMETHING, out, report_problems, say, stop
from fairterms.reference import assessment
from fairterms.reference.certificate import Certificate, tidy_name, written_hours
from fairterms.reference.course import Course, Courses, read_folder
from fairterms.reference.figure import in_words
from fairterms.reference.lesson import Lesson, for_patients, lessons
from fairterms.reference.quiz import PASSED, Asked, Score, draw, score
from fairterms.units.problem import Problem, nearest

FINAL = "final"
"""By which the final assessment is asked for."""
PATIENTS = "patients"
"""By which the page for patients is asked for."""


@dataclass(frozen=True)
class Wanted:
    """The certificate that somebody wants: whose, where it is written, and the day on it."""

    name: str
    folder: Path
    on: date


@dataclass(frozen=True)
class Passed:
    """What was passed: the titles, and the hours they take; None where nobody said."""

    learned: tuple[str, ...]
    hours: Decimal | None


def run(  # noqa: PLR0913 -- one argument an option
    training: Annotated[
        str, typer.Argument(help="Its number or name; none lists them all.", metavar="NUMBER")
    ] = "",
    *,
    quiz: Annotated[bool, typer.Option("--quiz", help="Answer questions about it.")] = False,
    seed: Annotated[
        int | None, typer.Option(help="Draw the same questions again.", show_default=False)
    ] = None,
    courses: Annotated[
        Path | None,
        typer.Option("--from", help="Your own courses: a deal, or any folder.", metavar="FOLDER"),
    ] = None,
    certificate: Annotated[
        str, typer.Option(help="Write a certificate for this name, if you pass.", metavar="NAME")
    ] = "",
    folder: Annotated[
        Path, typer.Option("--out", help="Where the certificate is written.", metavar="FOLDER")
    ] = Path("reports"),
    on: Annotated[
        datetime | None,
        typer.Option(help="The day on it; none: today.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    verify: Annotated[
        tuple[str, Path] | None,
        typer.Option(help="Hold a certificate's file against its code.", metavar="CODE FILE"),
    ] = None,
) -> None:
    """List the trainings, print one, ask its questions, or check a certificate."""
    if verify is not None:
        raise typer.Exit(0 if say_verdict(*verify) else FOUND_SOMETHING)
    own = _own(courses)
    day = on.date() if on else datetime.now(UTC).date()
    wanted = _wanted(certificate, folder, day, is_asked=quiz or training == FINAL)
    # Which questions, no secret.
    drawn = random.randrange(10_000) if seed is None else seed  # noqa: S311
    if training == PATIENTS and own is None:
        out.print(_page(for_patients()), soft_wrap=False)
    elif training == FINAL and own is None:
        _ask_final(drawn, wanted)
    elif not training:
        _list(own)
    elif quiz:
        _ask(_chosen(training, own), courses, drawn, wanted)
    else:
        _print(_chosen(training, own), courses)


def _own(folder: Path | None) -> Courses | None:
    if folder is None:
        return None
    if not folder.is_dir():
        fix = "name a deal, or a folder with courses in it"
        stop(
            [
                Problem(
                    str(folder), 0, "there is no such folder", "no-folder", "nothing to read", fix
                )
            ]
        )
    found = read_folder(folder)
    report_problems(found.problems)
    return found


def _wanted(name: str, folder: Path, on: date, *, is_asked: bool) -> Wanted | None:
    if not name:
        return None
    why = "a certificate says that questions were answered"
    if not is_asked:
        fix = "add --quiz"
        stop([Problem("learn", 0, "no questions would be asked", "no-quiz", why, fix)])
    tidy = tidy_name(name)
    if not tidy:
        fix = 'write the name in quotes, such as "Quinn Sample"'
        stop([Problem("learn", 0, "the certificate has no name on it", "no-name", why, fix)])
    return Wanted(tidy, folder, on)


def _list(own: Courses | None) -> None:
    if own is not None:
        _list_own(own)
        return
    say("Five trainings that make a clinician a competent negotiator:\n", style="bold")
    for one in lessons():
        say(f"  {one.number}  {one.title} ({written_hours(one.hours)})")
    say("\nRead one: fairterms learn 1 · Answer its quiz: fairterms learn 1 --quiz")
    say("Answer questions about all of them: fairterms learn final")
    say("A page for your patients: fairterms learn patients")


def _list_own(own: Courses) -> None:
    if not own.courses:
        say("There is no course in this folder. Write one as our-intake.md, its title first.")
        say("Courses of a deal lie in its folder lessons.")
        return
    say("Your own courses:\n", style="bold")
    for one in own.courses:
        hours = f" ({written_hours(one.hours)})" if one.hours is not None else ""
        say(f"  {one.name}  {one.title}{hours}")


def _chosen(name: str, own: Courses | None) -> Lesson | Course:
    every: tuple[Lesson | Course, ...] = lessons() if own is None else own.courses
    known = {one.key: one for one in every}
    if name not in known:
        what, why = f"there is no training {name}", "each training has a number or a name"
        listed = f"choose one of: {', '.join(known)}" if known else "write one first"
        stop([Problem("learn", 0, what, "unknown-training", why, nearest(name, known) or listed)])
    return known[name]


def _print(lesson: Lesson | Course, courses: Path | None) -> None:
    out.print(_page(in_words(lesson.text)), soft_wrap=False)
    if lesson.questions:
        say(f"\nQuiz: {_command(lesson, courses)} --quiz", style="bold")


def _page(text: str) -> Markdown:
    """Lay a text out for a terminal: tags as they are typed, and links with their addresses."""
    page = Markdown(text, hyperlinks=False)
    for token in page.parsed:
        token.type = "fence" if token.type == "html_block" else token.type
        for part in token.children or ():
            part.type = "text" if part.type == "html_inline" else part.type
    return page


def _command(lesson: Lesson | Course, courses: Path | None) -> str:
    """Return what prints a training, or a course of a folder."""
    place = () if courses is None else ("--from", str(courses))
    return shlex.join(("fairterms", "learn", lesson.key, *place))


def _ask(lesson: Lesson | Course, courses: Path | None, seed: int, wanted: Wanted | None) -> None:
    """Ask a quiz, count, and say what to read again."""
    if not lesson.questions:
        fix = f"write [[question]] tables in {lesson.key}.toml"
        what = "this course has no questions"
        stop([Problem(f"{lesson.key}.md", 0, what, "no-questions", "nothing can be asked", fix)])
    asked = draw(lesson, seed)
    found = score(lesson, asked, ask_all(asked))
    _tell(found, _command(lesson, courses))
    _keep(found, Passed((lesson.title,), lesson.hours), wanted)


def _ask_final(seed: int, wanted: Wanted | None) -> None:
    """Ask the final assessment."""
    asked: tuple[Asked, ...] = assessment.draw_final(lessons(), seed)
    say(f"The final assessment: {len(asked)} questions about all trainings.", style="bold")
    found = assessment.score_final(lessons(), asked, ask_all(asked))
    _tell(found, "fairterms learn")
    every = Passed(
        tuple(one.title for one in lessons()), sum((one.hours for one in lessons()), Decimal(0))
    )
    _keep(found, every, wanted)


def _tell(found: Score, again: str) -> None:
    say(f"\n{found.right} of {found.asked} right.", style="bold")
    if found.again:
        say("Worth reading again: " + "; ".join(found.again))
    if not found.is_passed:
        say(f"Read the training once more: {again}")


def _keep(found: Score, passed: Passed, wanted: Wanted | None) -> None:
    """Write the certificate that somebody wants, or say why there is none."""
    if wanted is None:
        return
    if not found.is_passed:
        say(f"No certificate was written: it takes {PASSED:.0%} of the answers.")
    elif passed.hours is None:
        say("No certificate was written: the course does not say how many hours it takes.")
    else:
        made = Certificate(
            wanted.name, passed.learned, passed.hours, wanted.on, found.right, found.asked
        )
        write_certificate(made, wanted.folder)
