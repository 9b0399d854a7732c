"""A group's own course: a Markdown text, and questions of the same form as a training's.

A course is ``our-intake.md`` in the folder ``lessons`` of a deal, or in any folder, and beside it,
if somebody wrote questions, ``our-intake.toml``. What is wrong in them is said with its place, and
what can be read is shown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

from fairterms.reference.course_questions import WHY, read_questions
from fairterms.reference.figure import NAMED, figures
from fairterms.reference.lesson import (
    FEWEST_QUESTIONS,
    Question,
    lines_outside_code,
    numbered_heads,
    numbered_sections,
)
from fairterms.units.form_file import parsed
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

FOLDER = "lessons"
"""The folder of a deal in which courses lie."""
SUFFIXES = frozenset((".md", ".toml"))
"""Of a course's text, and of its questions."""
MOST_CHARACTERS = 200_000
"""Of one course's text: a book in ten parts is ten courses (our choice)."""
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<!--")
"""A tag; an address in angle brackets, such as <https://example.org>, is none."""
_CODE = re.compile(r"`[^`]*`")
_HOURS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?) hours?")
_KEYS = ("hours", "question")


@dataclass(frozen=True)
class Course:
    """A group's own course.

    Attributes
    ----------
    name
        Of its file, without the suffix.
    title
        As its text has it.
    text
        Markdown.
    hours
        What it takes; None where nobody said.
    questions
        May be none.
    """

    name: str
    title: str
    text: str
    hours: Decimal | None
    questions: tuple[Question, ...]

    @property
    def key(self) -> str:
        """By which a quiz knows it."""
        return self.name

    @property
    def sections(self) -> tuple[str, ...]:
        """The titles of its numbered sections, or its title alone."""
        return numbered_sections(self.text) or (self.title,)


@dataclass(frozen=True)
class Courses:
    """The courses of a folder.

    Attributes
    ----------
    courses
        By name.
    problems
        What is to be mended in their files.
    """

    courses: tuple[Course, ...]
    problems: tuple[Problem, ...]

    def named(self, name: str) -> Course | None:
        """Return the course of a name; None where there is none."""
        return next((one for one in self.courses if one.name == name), None)


def read_folder(folder: Path) -> Courses:
    """Read every course of a folder.

    Parameters
    ----------
    folder
        A folder of courses, or a deal folder, whose courses lie in one named ``lessons`` alone: its
        other texts are none.
    """
    inside = folder / FOLDER
    is_deal = any((folder / name).is_file() for name in ("deal.toml", "terms.toml"))
    place = inside if is_deal or inside.is_dir() else folder
    kept = sorted(place.iterdir()) if place.is_dir() else []
    wanted = [one for one in kept if one.is_file() and one.suffix in SUFFIXES]
    return read_files({one.name: one.read_bytes() for one in wanted})


def read_files(files: Mapping[str, bytes]) -> Courses:
    r"""Read every course of some files.

    Parameters
    ----------
    files
        What lies in the folder, by its name there; files of other kinds are left alone.

    Examples
    --------
    >>> found = read_files({"intake.md": b"# Our intake\n\nAsk first."})
    >>> [one.title for one in found.courses], [one.code for one in found.problems]
    (['Our intake'], ['few-questions'])
    """
    problems: list[Problem] = []
    courses = []
    for name in sorted(name for name in files if PurePosixPath(name).suffix == ".md"):
        text = _text(name, files[name], problems)
        course = _course(name, text, files, problems) if text is not None else None
        if course is not None:
            courses.append(course)
    return Courses(tuple(courses), tuple(problems))


def _text(name: str, content: bytes, problems: list[Problem]) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        what = f"the file is not UTF-8 text (byte {wrong.start})"
        fix = "save it as UTF-8 from your editor"
        problems.append(Problem(name, 0, what, "not-text", "nothing can be read", fix))
        return None
    if len(text) > MOST_CHARACTERS:
        what = f"the file has {len(text):,} characters, and {MOST_CHARACTERS:,} are read"
        fix = "write it as several courses"
        problems.append(Problem(name, 0, what, "too-long", "nobody reads so much at once", fix))
        return None
    return text.replace("\r\n", "\n")


def _course(
    name: str, text: str, files: Mapping[str, bytes], problems: list[Problem]
) -> Course | None:
    first = text.lstrip("\n").partition("\n")[0]
    if not first.startswith("# ") or not first[2:].strip():
        what, why = "the text does not begin with its title", "a list of courses shows their titles"
        fix = "write “# Our intake” as the first line"
        problems.append(Problem(name, 1, what, "no-title", why, fix, first))
        return None
    problems.extend(_of_text(name, text))
    stem = PurePosixPath(name).stem
    bare = Course(stem, first[2:].strip(), text.lstrip("\n"), None, ())
    beside = f"{stem}.toml"
    told = _text(beside, files[beside], problems) if beside in files else ""
    opened = parsed(told or "", beside)
    if isinstance(opened, Problem):
        problems.append(opened)
        return bare
    return _with_questions(bare, opened, problems)


def _of_text(name: str, text: str) -> list[Problem]:
    """Find what a text asks for and does not get: HTML, figures, sections by their numbers."""
    found = []
    places = [number for number, _ in numbered_heads(text)]
    if places != list(range(1, len(places) + 1)):
        what, why = "the sections are not numbered 1, 2, 3", "questions name them by number"
        fix = "number the headings that begin with “## 1. ” in their order"
        found.append(Problem(name, 0, what, "section-numbers", why, fix))
    for number, line in lines_outside_code(text):
        if _HTML.search(_CODE.sub("", line)) and not line.startswith("    "):
            what, why = "HTML stands in the text", "it is shown as it is typed, and never run"
            fix = "write Markdown instead, such as **strong** or a list"
            found.append(Problem(name, number, what, "html", why, fix, line))
        for figure in NAMED.finditer(line):
            if figure[2] not in figures():
                what, why = f'there is no figure "{figure[2]}"', "nothing can be shown"
                fix = f"name one of: {', '.join(figures())}"
                found.append(Problem(name, number, what, "no-figure", why, fix, line))
    return found


def _with_questions(
    bare: Course, opened: tuple[dict[str, Any], Notes], problems: list[Problem]
) -> Course:
    document, notes = opened
    for key in document.keys() - set(_KEYS):
        notes.unknown((key,), key, _KEYS, "key")
    questions = read_questions(document, notes, len(bare.sections))
    hours = _hours(document, notes)
    problems.extend(notes.problems())
    if len(questions) < FEWEST_QUESTIONS:
        count = f"{len(questions)} question{'' if len(questions) == 1 else 's'}"
        what = (
            f"there {'is' if len(questions) == 1 else 'are'} {count}; a quiz has {FEWEST_QUESTIONS}"
        )
        fix = f"write more [[question]] tables in {bare.name}.toml; until then all are asked"
        problems.append(Problem(notes.file, 0, what, "few-questions", WHY, fix))
    return Course(bare.name, bare.title, bare.text, hours, questions)


def _hours(document: Mapping[str, Any], notes: Notes) -> Decimal | None:
    raw = document.get("hours")
    if raw is None:
        return None
    found = _HOURS.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if found is not None:
        return Decimal(found[1])
    fix = 'write hours = "0.5 hours", in quotes and with its unit'
    notes.add(("hours",), "hours is not a number of hours", "no-hours", WHY, fix)
    return None
