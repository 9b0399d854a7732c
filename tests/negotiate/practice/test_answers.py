"""A file of answers is written, read and played again; what does not fit is told with its line."""

from pathlib import Path

import pytest

from fairterms.negotiate.practice.answers import Answered, read, write
from fairterms.negotiate.practice.script import Worth
from fairterms.negotiate.practice.talk import Choice, play
from tests.negotiate.practice.played import GOOD, SCRIPT, WEAK, talked


def answered(folder: Path, text: str) -> Answered:
    path = folder / "answers.toml"
    path.write_text(text, encoding="utf-8")
    return read(path, SCRIPT)


@pytest.mark.parametrize("worth", [GOOD, WEAK], ids=str)
def test_what_was_written_is_played_again(tmp_path: Path, worth: Worth) -> None:
    talk = talked(worth)
    found = answered(tmp_path, write(one.choice for one in talk.turns))
    assert found.problems == ()
    assert found.talk == talk


def test_own_words_come_back_as_they_stood(tmp_path: Path) -> None:
    talk = play(SCRIPT, [Choice("final_figures", "see_first", own='A "\\" and 😀')])
    found = answered(tmp_path, write(one.choice for one in talk.turns))
    assert found.talk.turns[0].said == 'A "\\" and 😀'


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "none.toml", SCRIPT).problems
    assert problem.what == "there is no such file of answers"


FIRST = '[[answer]]\nround = "final_figures"\nreply = "see_first"\n'


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("not toml", 0, "the file is not TOML"),
        ("answer = 3\n", 1, "answer is not a list"),
        ("[answers]\n", 1, "answers"),
        ('[[answer]]\nreply = "see_first"\n', 1, "round is missing"),
        (f'{FIRST}[[answer]]\nround = "limit"\nreply = "leave_it"\n', 5, "another round"),
        ('[[answer]]\nround = "final_figures"\nreply = "se_first"\n', 3, 'no "se_first"'),
        ('[[answer]]\nround = "final_figures"\n', 1, "reply is missing"),
        (f'{FIRST}tactic = "ratchet"\n', 4, 'no "ratchet"'),
        (f"{FIRST}own = 3\n", 4, "own is not written in words"),
        (f'{FIRST}words = "x"\n', 4, "words"),
    ],
    ids=[
        *("no toml", "no list", "a section", "no round", "another round", "another reply"),
        *("no reply", "no tactic", "no words", "a key"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    problems = answered(tmp_path, text).problems
    assert problems
    assert any(what in one.what for one in problems), problems
    if line:
        assert line in {one.line for one in problems}


def test_an_answer_after_the_end_is_told(tmp_path: Path) -> None:
    talk = talked(GOOD)
    text = write(one.choice for one in talk.turns) + "\n" + FIRST
    found = answered(tmp_path, text)
    assert found.talk == talk
    assert [one.what for one in found.problems] == ["the talks have ended before this answer"]


def test_an_empty_file_is_the_beginning(tmp_path: Path) -> None:
    found = answered(tmp_path, "")
    assert (found.talk.turns, found.problems) == ((), ())
