"""`learn` lists the trainings, prints one, and explains every answer of its quiz."""

from typer.testing import CliRunner

from fairterms.cli.group import app
from fairterms.reference.lesson import lessons
from fairterms.reference.quiz import draw
from tests.cli.conftest import Run


def test_the_trainings_are_listed(fairterms: Run) -> None:
    ran = fairterms("learn")
    assert ran.code == 0
    assert all(one.title in ran.out for one in lessons())


def test_a_training_is_printed(fairterms: Run) -> None:
    ran = fairterms("learn", "1")
    assert ran.code == 0
    assert lessons()[0].title in ran.out
    assert "fairterms learn 1 --quiz" in ran.out


def test_a_training_that_is_not_there_is_named(fairterms: Run) -> None:
    ran = fairterms("learn", "9")
    assert ran.code == 1
    assert "choose one of: 1, 2, 3, 4, 5" in ran.err


def test_every_answer_is_explained_and_counted() -> None:
    asked = draw(lessons()[0], 5)
    typed = "\n".join("abcd"[one.right] for one in asked)
    said = CliRunner().invoke(app, ["learn", "1", "--quiz", "--seed", "5"], input=f"x\n{typed}\n")
    assert said.exit_code == 0, said.output
    words = " ".join(said.output.split())
    assert "Type one of the letters." in words
    assert "12 of 12 right." in words
    assert all(" ".join(one.question.because.split()) in words for one in asked)
    wrong = "\n".join("abcd"[(one.right + 1) % 4] for one in asked)
    said = CliRunner().invoke(app, ["learn", "1", "--quiz", "--seed", "5"], input=f"{wrong}\n")
    assert "0 of 12 right." in said.output
    assert "Worth reading again" in said.output


def test_a_quiz_that_is_left_ends() -> None:
    assert CliRunner().invoke(app, ["learn", "1", "--quiz"], input="").exit_code == 1
