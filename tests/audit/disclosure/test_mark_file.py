"""The manifest of marks is read with every problem, and written so that it reads back."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.audit.disclosure.mark import Manifest, Mark, MarkedFile
from fairterms.audit.disclosure.mark_file import MarkReading, read, write
from fairterms.units.form_file import parsed

ENTRY = (
    '[[mark]]\npath = "a/rates.docx"\nmark = "proprietary"\nowner = "Plan"\nsince = 2027-02-05\n'
)
RATES = MarkedFile("a/rates.docx", Mark.PROPRIETARY, "Plan", date(2027, 2, 5), 1)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=9)


def reading(folder: Path, text: str) -> MarkReading:
    path = folder / "marks.toml"
    path.write_bytes(text.encode())
    return read(path)


def test_a_manifest_is_read_and_written_the_same(tmp_path: Path) -> None:
    found = reading(tmp_path, ENTRY)
    assert found == MarkReading(Manifest((RATES,)), ())
    assert write(found.manifest) == ENTRY


def test_without_a_file_nothing_is_marked(tmp_path: Path) -> None:
    assert read(tmp_path / "marks.toml") == MarkReading(Manifest(), ())


@given(path=WORDS, owner=WORDS)
def test_whatever_a_file_and_its_owner_are_called_it_reads_back(path: str, owner: str) -> None:
    text = write(Manifest((MarkedFile(path, Mark.CONFIDENTIAL, owner, date(2027, 1, 1)),) * 2))
    opened = parsed(text, "marks.toml")
    assert isinstance(opened, tuple)
    assert [(one["path"], one["owner"]) for one in opened[0]["mark"]] == [(path, owner)] * 2


@pytest.mark.parametrize(
    ("old", "new", "what", "line"),
    [
        ('path = "a/rates.docx"', "", "path is missing", 1),
        ("a/rates", "/a/rates", '"/a/rates.docx" leads out of the folder', 2),
        ("a/rates", "../rates", '"../rates.docx" leads out of the folder', 2),
        ('mark = "proprietary"', "", "mark is missing", 1),
        ("proprietary", "secret", 'mark: there is no "secret"', 3),
        ('owner = "Plan"', "", "owner is missing", 1),
        ("since = 2027-02-05", "", "since is missing", 1),
        ("2027-02-05", '"today"', "since is not a date", 5),
        ("[[mark]]", "[[marks]]", 'there is no section called "marks"', 1),
        ("[[mark]]", "[mark]", "mark is not a list of tables", 1),
        ('owner = "Plan"', 'owner = "Plan"\nwhy = "x"', 'there is no key called "why"', 5),
    ],
)
def test_every_problem_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, what: str, line: int
) -> None:
    assert old in ENTRY
    found = reading(tmp_path, ENTRY.replace(old, new, 1))
    shown = [(one.what, one.line) for one in found.problems]
    assert any(words.startswith(what) and at == line for words, at in shown), shown
