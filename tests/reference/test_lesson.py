"""The trainings are whole, easy to read, and nothing in them leads nowhere."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fairterms.cli.group import app
from fairterms.cli.overview import verbs
from fairterms.document.school_grade import grade
from fairterms.reference.figure import NAMED
from fairterms.reference.lesson import FEWEST_QUESTIONS, Lesson, lessons

ROOT = Path(__file__).parents[2]
EACH = pytest.mark.parametrize("lesson", lessons(), ids=lambda one: f"training {one.number}")
HARDEST_GRADE = 9.0


def prose(lesson: Lesson) -> str:
    """The words a reader reads: no code, no headings, no tables, no quotations."""
    lines = [
        line
        for line in lesson.text.splitlines()
        if line.strip() and not re.match(r"(    |#|\||>|!)", line)
    ]
    plain = re.sub(r"`[^`]*`|\[([^\]]*)\]\([^)]*\)", r"\1", "\n".join(lines))
    return re.sub(r"^[-*] |^\d+\. |\*\*", "", plain, flags=re.MULTILINE)


def test_there_are_five_in_order() -> None:
    assert [one.number for one in lessons()] == [1, 2, 3, 4, 5]


@EACH
def test_it_is_long_enough_to_teach_and_short_enough_to_read(lesson: Lesson) -> None:
    words = re.findall(r"[^\s|:-]+[^\s|]*", NAMED.sub("", lesson.text))
    assert 1_500 <= len(words) <= 2_500
    assert len(lesson.sections) >= 5
    assert lesson.text.count("### Try it") >= 3
    assert "## What to take along" in lesson.text


@EACH
def test_it_reads_like_a_letter_to_a_clinician(lesson: Lesson) -> None:
    assert grade(prose(lesson)) <= HARDEST_GRADE


@EACH
def test_its_questions_are_about_its_sections_and_each_section_is_asked_about(
    lesson: Lesson,
) -> None:
    assert len(lesson.questions) >= FEWEST_QUESTIONS
    asked = {one.section for one in lesson.questions}
    assert asked == set(range(1, len(lesson.sections) + 1))
    assert all(one.id.startswith(f"t{lesson.number}_q") for one in lesson.questions)


def test_no_question_stands_twice() -> None:
    every = [one for lesson in lessons() for one in lesson.questions]
    assert len({one.id for one in every}) == len(every)
    assert len({one.ask for one in every}) == len(every)


@EACH
def test_the_right_answer_is_not_told_by_its_length(lesson: Lesson) -> None:
    longest = sum(
        len(one.right) > max(len(wrong) for wrong in one.wrong) for one in lesson.questions
    )
    assert longest <= 0.6 * len(lesson.questions)


@EACH
def test_the_verbs_it_names_exist(lesson: Lesson) -> None:
    assert set(lesson.verbs) <= set(verbs())
    tried = re.findall(r"^    fairterms ([a-z-]+)", lesson.text, flags=re.MULTILINE)
    assert tried
    assert set(tried) <= set(verbs())


@EACH
def test_what_it_links_to_is_there(lesson: Lesson) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", NAMED.sub("", lesson.text)):
        page, _, anchor = target.partition("#")
        found = ROOT / "docs" / "manual" / page
        assert found.exists(), target
        heads = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), flags=re.MULTILINE)
        slugs = {re.sub(r"[^a-z0-9 -]", "", one.lower()).replace(" ", "-") for one in heads}
        assert not anchor or anchor in slugs, target
    for named in re.findall(r"examples/[a-z]+(?:/[\w./-]+)?", lesson.text):
        assert (ROOT / named.rstrip(".")).exists(), named


def tried() -> list[str]:
    found = (re.findall(r"^    (fairterms .+)$", one.text, flags=re.MULTILINE) for one in lessons())
    return sorted({command.strip() for commands in found for command in commands})


@pytest.mark.slow
@pytest.mark.parametrize("command", tried())
def test_what_a_reader_is_told_to_try_works(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(app, shlex.split(command)[1:])
    # Lessons also show what cannot be settled, and why: a number that the contract does not give.
    assert ran.exit_code == 0 or "the contract does not state it" in ran.output, ran.output
    assert ran.output.strip()
