"""Opening a form: text, TOML, or what is wrong with it."""

from pathlib import Path

from fairterms.units.form_file import parsed, text_of
from fairterms.units.problem import Problem


def test_a_form_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert text_of(tmp_path / "form.toml") is None


def test_a_mark_at_the_start_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert text_of(path) == "a = 1\n"


def test_what_is_no_text_says_where(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    path.write_bytes(b"ab\xff")
    found = text_of(path)
    assert isinstance(found, Problem)
    assert (found.file, found.what) == ("form.toml", "the file is not UTF-8 text (byte 2)")


def test_what_is_not_toml_says_why() -> None:
    found = parsed("a = ", "form.toml")
    assert isinstance(found, Problem)
    assert found.what.startswith("the file is not TOML: ")


def test_problems_of_a_form_carry_its_lines() -> None:
    opened = parsed("\na = 1\n", "form.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    notes.add(("a",), "what", "code", "why", "fix")
    (problem,) = notes.problems()
    assert (document, problem.line, problem.text) == ({"a": 1}, 2, "a = 1")
