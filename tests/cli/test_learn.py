"""`learn` lists the trainings, prints one, asks its questions, and keeps a certificate."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fairterms.cli import learn
from fairterms.cli.group import app
from fairterms.reference.assessment import QUESTIONS, draw_final
from fairterms.reference.certificate import Certificate
from fairterms.reference.course import read_folder
from fairterms.reference.figure import NAMED
from fairterms.reference.lesson import for_patients, lessons
from fairterms.reference.quiz import Asked, draw
from tests.cli.conftest import Run
from tests.reference.test_course import TEXT, question


def answers(asked: Sequence[Asked], wrong: int = 0) -> str:
    """Type the right letter of each question, but a wrong one to the first few."""
    places = [(one.right + (number < wrong)) % 4 for number, one in enumerate(asked)]
    return "".join(f"{'abcd'[place]}\n" for place in places)


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["learn", *map(str, arguments)], input=typed)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "intake.md").write_text(TEXT, encoding="utf-8")
    (folder / "intake.toml").write_text(question(1) + question(2), encoding="utf-8")
    return folder


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Certificate, Path]]:
    """The certificates that would be written: to print one takes a second."""
    kept: list[tuple[Certificate, Path]] = []
    monkeypatch.setattr(learn, "write_certificate", lambda one, folder: kept.append((one, folder)))
    return kept


def test_the_trainings_are_listed(fairterms: Run) -> None:
    ran = fairterms("learn")
    assert ran.code == 0
    assert all(one.title in ran.out for one in lessons())
    assert "(1.25 hours)" in ran.out
    assert "fairterms learn final" in ran.out


def test_a_training_is_printed_with_the_numbers_of_its_figures(fairterms: Run) -> None:
    ran = fairterms("learn", "3")
    assert ran.code == 0
    assert lessons()[2].title in ran.out
    assert NAMED.search(lessons()[2].text)
    assert "figure:" not in ran.out
    assert "$44,592.78" in ran.out
    assert "fairterms learn 3 --quiz" in ran.out


def test_the_page_for_patients_is_printed(fairterms: Run) -> None:
    title = for_patients().partition("\n")[0].removeprefix("# ")
    assert title in fairterms("learn", "patients").out


def test_a_training_that_is_not_there_is_named(fairterms: Run) -> None:
    ran = fairterms("learn", "9")
    assert ran.code == 1
    assert "choose one of: 1, 2, 3, 4, 5" in ran.err


def test_every_answer_is_explained_and_counted() -> None:
    asked = draw(lessons()[0], 5)
    said = run("1", "--quiz", "--seed", "5", typed="x\n" + answers(asked))
    assert said.exit_code == 0, said.output
    words = " ".join(said.output.split())
    assert "12 of 12 right." in words
    assert all(" ".join(one.question.because.split()) in words for one in asked)


def test_what_was_missed_is_worth_reading_again(written: list[object]) -> None:
    asked = draw(lessons()[0], 5)
    said = run("1", "--quiz", "--seed", "5", "--certificate", "Q", typed=answers(asked, 12))
    assert "0 of 12 right." in said.output
    assert "Worth reading again" in said.output
    assert "No certificate was written: it takes 75% of the answers." in said.output
    assert written == []


def test_who_passes_gets_the_certificate_they_asked_for(
    written: list[tuple[Certificate, Path]], tmp_path: Path
) -> None:
    typed = answers(draw(lessons()[0], 5), 3)
    told = ("--certificate", " Quinn  Sample", "--out", tmp_path, "--on", "2027-01-05")
    said = run("1", "--quiz", "--seed", "5", *told, typed=typed)
    assert said.exit_code == 0, said.output
    ((made, folder),) = written
    assert folder == tmp_path
    assert made.statement == (
        "This certifies that Quinn Sample has passed the training “Foundations of healthy "
        "contracting” (1.5 hours) on January 5, 2027, with 9 of 12 answers right."
    )


def test_the_final_assessment_asks_about_all_and_certifies_all(
    written: list[tuple[Certificate, Path]],
) -> None:
    asked = draw_final(lessons(), 5)
    told = ("--certificate", "Quinn Sample", "--on", "2027-01-05")
    said = run("final", "--seed", "5", *told, typed=answers(asked))
    assert f"{QUESTIONS} of {QUESTIONS} right." in said.output
    ((made, _),) = written
    assert made.learned == tuple(one.title for one in lessons())
    assert "(7.25 hours)" in made.facts


def test_a_certificate_needs_the_quiz() -> None:
    said = run("1", "--certificate", "Quinn Sample")
    assert said.exit_code == 1
    assert "add --quiz" in said.output


def test_a_certificate_needs_a_name() -> None:
    said = run("1", "--quiz", "--certificate", " ")
    assert said.exit_code == 1
    assert "the certificate has no name on it" in said.output


def test_own_courses_are_listed_with_what_is_to_be_mended(own: Path) -> None:
    said = run("--from", own)
    assert said.exit_code == 0
    assert "intake  Our intake" in said.output
    assert "there are 2 questions; a quiz has 12" in said.output


def test_an_own_course_is_read_and_asked(own: Path, written: list[object]) -> None:
    assert "Fill it in." in run("intake", "--from", own).output
    said = run("intake", "--from", own, "--quiz", "--certificate", "Q", typed="a\na\n")
    assert "of 2 right." in said.output
    assert written == []


def test_an_own_course_that_was_not_passed_is_named_with_its_folder(own: Path) -> None:
    folder = own.rename(own.with_name("our courses"))
    (folder / "intake.md").rename(folder / "our intake.md")
    (folder / "intake.toml").rename(folder / "our intake.toml")
    asked = draw(read_folder(folder).courses[0], 1)
    said = run("our intake", "--from", folder, "--quiz", "--seed", "1", typed=answers(asked, 2))
    words = f"learn 'our intake' --from '{folder}'"
    assert f"Read the training once more: fairterms {words}" in said.output
    assert f"Quiz: fairterms {words} --quiz" in run("our intake", "--from", folder).output


def test_tags_and_addresses_of_an_own_course_are_printed_as_they_are_typed(own: Path) -> None:
    text = "A <b>word</b>, [a page](https://example.org/x).\n\n<div>\nBlock.\n</div>\n\n`<i>`\n"
    (own / "intake.md").write_text(f"# Our intake\n\n{text}", encoding="utf-8")
    printed = CliRunner().invoke(app, ["learn", "intake", "--from", str(own)]).stdout
    for typed in ("<b>word</b>", "a page (https://example.org/x)", "<div>", "</div>", "<i>"):
        assert typed in printed, printed


def test_an_own_course_gives_a_certificate_where_it_says_its_hours(
    own: Path, written: list[tuple[Certificate, Path]]
) -> None:
    told = question(1, wrong='["B.", "C.", "D."]', right='"A."')
    for hours, count in (("", 0), ('hours = "0.5 hours"\n', 1)):
        (own / "intake.toml").write_text(hours + told, encoding="utf-8")
        place = next(letter for letter, one in zip("abcd", _first(own), strict=True) if one == "A.")
        words = ("--quiz", "--seed", "1", "--certificate", "Q", "--on", "2027-01-05")
        said = run("intake", "--from", own, *words, typed=f"{place}\n")
        assert len(written) == count, said.output
    assert "(0.5 hours)" in written[0][0].statement


def _first(own: Path) -> tuple[str, ...]:
    (course,) = read_folder(own).courses
    return draw(course, 1)[0].answers


def test_an_own_course_without_questions_cannot_be_asked(own: Path) -> None:
    (own / "intake.toml").unlink()
    said = run("intake", "--from", own, "--quiz")
    assert said.exit_code == 1
    assert "write [[question]] tables in intake.toml" in said.output


def test_a_folder_without_courses_says_how_to_begin(tmp_path: Path) -> None:
    assert "Write one as our-intake.md" in run("--from", tmp_path).output


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = run("--from", tmp_path / "nowhere")
    assert said.exit_code == 1
    assert "there is no such folder" in said.output


def test_a_quiz_that_is_left_ends() -> None:
    assert run("1", "--quiz").exit_code == 1
