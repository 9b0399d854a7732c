"""A group's own course is read with its questions; what is wrong is said with its place."""

from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.reference.course import MOST_CHARACTERS, Courses, read_files, read_folder
from fairterms.reference.lesson import FEWEST_QUESTIONS
from fairterms.reference.quiz import draw, score
from fairterms.units.problem import Problem

TEXT = "# Our intake\n\nAsk first.\n\n## 1. The door\n\nOpen it.\n\n## 2. The form\n\nFill it in.\n"


def question(number: int = 1, **other: str) -> str:
    told = {
        "id": f'"q{number}"',
        "section": "1",
        "ask": f'"What is asked, {number}?"',
        "right": '"This."',
        "wrong": '["That.", "Those.", "Nothing."]',
        "because": '"It is so."',
        **other,
    }
    return "[[question]]\n" + "".join(f"{key} = {value}\n" for key, value in told.items() if value)


def read(text: str = TEXT, questions: str = "") -> Courses:
    files = {"intake.md": text.encode(), "intake.toml": questions.encode()}
    return read_files({name: content for name, content in files.items() if content})


def of_code(found: Courses, code: str) -> Problem:
    (problem,) = (one for one in found.problems if one.code == code)
    return problem


def test_a_course_with_enough_questions_has_no_problem() -> None:
    every = "".join(question(number) for number in range(FEWEST_QUESTIONS))
    found = read(questions=f'hours = "0.5 hours"\n{every}')
    assert found.problems == ()
    (course,) = found.courses
    assert (course.name, course.title, course.hours) == ("intake", "Our intake", Decimal("0.5"))
    assert course.sections == ("The door", "The form")
    assert len(course.questions) == FEWEST_QUESTIONS


def test_a_quiz_is_drawn_and_counted_like_one_of_a_training() -> None:
    (course,) = read(questions=question(1) + question(2, section="2")).courses
    asked = draw(course, 1)
    assert [one.question.id for one in asked] == ["q1", "q2"]
    assert score(course, asked, {"q1": asked[0].right}).again == ("The form",)


def test_a_text_without_sections_is_one_section() -> None:
    (course,) = read("# Our intake\n\nAsk first.\n", question(1)).courses
    assert course.sections == ("Our intake",)
    assert len(course.questions) == 1


@pytest.mark.parametrize(("count", "says"), [(0, "are 0 questions"), (1, "is 1 question;")])
def test_too_few_questions_are_said(count: int, says: str) -> None:
    found = read(questions="".join(question(number) for number in range(count)))
    problem = of_code(found, "few-questions")
    assert says in problem.what
    assert str(FEWEST_QUESTIONS) in problem.what
    assert len(found.courses[0].questions) == count


def test_a_text_without_its_title_is_said_and_not_shown() -> None:
    found = read("Ask first.\n")
    assert found.courses == ()
    assert of_code(found, "no-title").line == 1


def test_html_is_said_with_its_line_and_left_in_the_text_as_typed() -> None:
    found = read(TEXT + "\n<script>alert(1)</script>\n")
    assert (of_code(found, "html").line, of_code(found, "html").file) == (13, "intake.md")
    assert "<script>" in found.courses[0].text
    shown = TEXT + "\n`<b>` and 3 < 4, and\n\n    <pre>\n"
    assert [one.code for one in read(shown).problems] == ["few-questions"]


def test_code_and_addresses_in_angle_brackets_are_no_html() -> None:
    found = read(TEXT + "\nSee <https://example.org/a> or <quinn@example.org>.\n\n```\n<b>\n```\n")
    assert "html" not in {one.code for one in found.problems}
    assert of_code(read(TEXT + "\n```\n<b>\n```\n<br/>\n"), "html").line == 16


def test_a_heading_in_code_is_no_section() -> None:
    shown = "````\n```\n## 1. Write it so\n```\n````\n\n```no fence```\n\n`` `x` ``"
    code = f"# Our intake\n\n{shown}\n\n## 1. The door\n"
    (course,) = read(code, question(1)).courses
    assert course.sections == ("The door",)


@pytest.mark.parametrize("numbers", [(0, 1), (2, 3), (1, 1), (2, 1)])
def test_sections_that_are_not_numbered_in_order_are_said(numbers: tuple[int, int]) -> None:
    heads = "".join(f"## {number}. Part\n\n" for number in numbers)
    problem = of_code(read(f"# Our intake\n\n{heads}"), "section-numbers")
    assert problem.what == "the sections are not numbered 1, 2, 3"
    assert all(one.code != "section-numbers" for one in read().problems)


def test_a_figure_that_is_not_there_is_said() -> None:
    found = read(TEXT + "\n![A curve](figure:no_curve)\n")
    assert "loss_curve" in of_code(found, "no-figure").fix
    assert of_code(found, "no-figure").line == 13
    known = read(TEXT + "\n![A curve](figure:loss_curve)\n")
    assert [one.code for one in known.problems] == ["few-questions"]


def test_what_is_no_text_is_said_and_the_others_are_read() -> None:
    found = read_files({"a.md": b"\xff\xfe", "b.md": TEXT.encode(), "c.pdf": b"\xff"})
    assert [one.name for one in found.courses] == ["b"]
    assert of_code(found, "not-text").file == "a.md"


def test_questions_that_are_no_text_leave_the_course_without_them() -> None:
    found = read_files({"a.md": TEXT.encode(), "a.toml": b"\xff"})
    assert found.courses[0].questions == ()
    assert of_code(found, "not-text").file == "a.toml"


def test_a_text_that_is_too_long_is_said() -> None:
    found = read(TEXT + "x" * MOST_CHARACTERS)
    assert found.courses == ()
    assert of_code(found, "too-long").file == "intake.md"


def test_questions_that_are_not_toml_are_said_and_the_text_is_shown() -> None:
    found = read(questions="[[question\n")
    assert [one.title for one in found.courses] == ["Our intake"]
    assert of_code(found, "not-toml").file == "intake.toml"


@pytest.mark.parametrize("hours", ['"half an hour"', "0.5", '"-1 hours"', '"1000000 hours"'])
def test_hours_need_a_number_and_their_unit(hours: str) -> None:
    found = read(questions=f"hours = {hours}\n{question()}")
    assert of_code(found, "no-hours").line == 1
    assert found.courses[0].hours is None


def test_a_key_that_nothing_reads_is_said() -> None:
    assert "hours" in of_code(read(questions='hour = "1 hour"\n'), "unknown-key").fix


def test_windows_line_ends_make_no_difference() -> None:
    assert read(TEXT.replace("\n", "\r\n")).courses == read().courses


def test_a_course_is_found_by_its_name() -> None:
    found = read()
    assert found.named("intake") == found.courses[0]
    assert found.named("other") is None


def test_a_deal_folder_has_its_courses_in_lessons(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Not a course of the deal\n", encoding="utf-8")
    assert [one.name for one in read_folder(tmp_path).courses] == ["notes"]
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "intake.md").write_text(TEXT, encoding="utf-8")
    assert [one.name for one in read_folder(tmp_path).courses] == ["intake"]
    assert read_folder(tmp_path / "nowhere") == Courses((), ())


@pytest.mark.parametrize("name", ["deal.toml", "terms.toml"])
def test_another_text_of_a_deal_folder_is_no_course(name: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    assert [one.name for one in read_folder(tmp_path).courses] == ["README"]
    (tmp_path / name).touch()
    assert read_folder(tmp_path) == Courses((), ())
