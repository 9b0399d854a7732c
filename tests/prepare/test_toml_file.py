"""A text form is opened, and read key by key; what is wrong is a problem with its line."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.prepare.toml_file import Entry, entries
from fairterms.units.form_file import open_form
from fairterms.units.notes import Notes


def opened(tmp_path: Path, text: str) -> tuple[Entry, Notes]:
    path = tmp_path / "form.toml"
    path.write_text(text, encoding="utf-8")
    found = open_form(path)
    assert found is not None
    document, notes = found
    return Entry(document, (), notes, "it matters"), notes


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert open_form(tmp_path / "form.toml") is None


def test_a_file_that_is_not_toml_says_so(tmp_path: Path) -> None:
    _, notes = opened(tmp_path, "[task")
    assert [one.code for one in notes.problems()] == ["not-toml"]


def test_a_file_that_is_not_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    path.write_bytes(b'a = "\xff"')
    found = open_form(path)
    assert found is not None
    assert [one.code for one in found[1].problems()] == ["not-text"]


def test_values_of_the_right_kind_are_read(tmp_path: Path) -> None:
    text = 'a = " words "\nb = 2027-01-02\nc = false\nd = "x"\ne = ["one", "two "]\n'
    entry, notes = opened(tmp_path, text)
    assert (entry.words("a"), entry.day("b"), entry.flag("c")) == ("words", date(2027, 1, 2), False)
    assert (entry.choice("d", ("x", "y")), entry.names("e")) == ("x", ("one", "two"))
    assert notes.problems() == ()


def test_what_is_not_there_is_empty_and_no_problem(tmp_path: Path) -> None:
    entry, notes = opened(tmp_path, "")
    assert (entry.words("a"), entry.day("b"), entry.flag("c")) == ("", None, None)
    assert (entry.choice("d", ("x",)), entry.names("e")) == ("", ())
    assert notes.problems() == ()


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (lambda entry: entry.words("a"), "not-words"),
        (lambda entry: entry.day("a"), "not-a-date"),
        (lambda entry: entry.flag("a"), "not-yes-or-no"),
        (lambda entry: entry.choice("a", ("x",)), "no-such-choice"),
        (lambda entry: entry.names("a"), "not-a-list"),
    ],
)
def test_a_value_of_another_kind_is_a_problem_on_its_line(
    tmp_path: Path, read: object, code: str
) -> None:
    entry, notes = opened(tmp_path, "\na = 7\n")
    assert callable(read)
    assert not read(entry)
    assert [(one.line, one.code) for one in notes.problems()] == [(2, code)]


def test_a_time_is_no_day(tmp_path: Path) -> None:
    entry, notes = opened(tmp_path, "a = 2027-01-02T10:00:00\n")
    assert entry.day("a") is None
    assert [one.code for one in notes.problems()] == ["not-a-date"]


def test_a_key_nothing_reads_is_a_problem(tmp_path: Path) -> None:
    entry, notes = opened(tmp_path, "paiys = 1\n")
    entry.only("pays")
    assert [one.fix for one in notes.problems()] == ['did you mean "pays"?']


def test_entries_of_entries_know_their_own_line(tmp_path: Path) -> None:
    entry, notes = opened(tmp_path, "[[a]]\nx = 1\n[[a]]\n[[a.b]]\ny = 2\n")
    first, second = entries(entry.raw, "a", notes, "it matters")
    assert (first.source, second.source) == ("form.toml, line 1", "form.toml, line 3")
    (inner,) = entries(second.raw, "b", notes, "it matters", under=second.path)
    assert inner.source == "form.toml, line 4"


def test_a_section_in_place_of_entries_is_a_problem(tmp_path: Path) -> None:
    entry, notes = opened(tmp_path, "[task]\nid = 'x'\n")
    assert entries(entry.raw, "task", notes, "it matters") == ()
    assert [one.fix for one in notes.problems()] == ["write [[task]]"]


def test_an_entry_has_a_name_of_its_own_once(tmp_path: Path) -> None:
    entry, notes = opened(tmp_path, '[[a]]\nid = "x"\n[[a]]\nid = "x"\n[[a]]\nid = "X y"\n[[a]]\n')
    taken: set[str] = set()
    found = [one.id("goal", "visit", taken) for one in entries(entry.raw, "a", notes, "why")]
    assert found == ["x", "", "", ""]
    assert [(one.line, one.code) for one in notes.problems()] == [
        (4, "duplicate-id"),
        (6, "bad-id"),
        (7, "bad-id"),
    ]
