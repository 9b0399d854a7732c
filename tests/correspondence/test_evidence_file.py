"""A file that shows an entry is there, and is what it was."""

from pathlib import Path

import pytest

from fairterms.correspondence.entry import EvidenceFile
from fairterms.correspondence.evidence_file import read, sha256_of
from fairterms.units.notes import Notes

LETTER = "letters/2026-10-03.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "letters").mkdir()
    (tmp_path / LETTER).write_bytes(b"Made-up letter.\n")
    return tmp_path


def told(raw: object, folder: Path | None) -> tuple[EvidenceFile | None, Notes]:
    notes = Notes("log.toml", (), {})
    return read(raw, ("entry", 0, "evidence"), notes, folder), notes


def test_a_file_with_its_hash_is_evidence(folder: Path) -> None:
    digest = sha256_of(folder / LETTER)
    found, notes = told({"file": LETTER, "sha256": digest}, folder)
    assert found == EvidenceFile(LETTER, digest)
    assert notes.problems() == ()


def test_without_a_folder_no_file_is_compared() -> None:
    found, notes = told({"file": LETTER, "sha256": "0" * 64}, None)
    assert found is not None
    assert notes.problems() == ()


CASES = {
    "changed": ({"file": LETTER, "sha256": "0" * 64}, "evidence-changed", "is now"),
    "missing": ({"file": "letters/x.txt", "sha256": "0" * 64}, "evidence-missing", "missing"),
    "a folder": ({"file": "letters", "sha256": "0" * 64}, "evidence-missing", "missing"),
    "no file": ({"sha256": "0" * 64}, "bad-evidence", "names no file"),
    "not a table": (LETTER, "bad-evidence", "names no file"),
    "outside": ({"file": "../x.txt", "sha256": "0" * 64}, "bad-evidence", "deal folder"),
    "absolute": ({"file": "/x.txt", "sha256": "0" * 64}, "bad-evidence", "deal folder"),
    "of a drive": ({"file": "C:/x.txt", "sha256": "0" * 64}, "bad-evidence", "deal folder"),
    "short hash": ({"file": LETTER, "sha256": "0"}, "bad-evidence", "64 hexadecimal"),
    "a key too many": (
        {"file": "letters/x.txt", "sha256": "0" * 64, "page": 2},
        "unknown-key-of-evidence",
        "page",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_with_a_file_is_said(case: str, folder: Path) -> None:
    raw, code, words = CASES[case]
    _, notes = told(raw, folder)
    assert notes.found[0].code == code
    assert words in notes.found[0].what


def test_a_missing_hash_is_worked_out_for_the_writer(folder: Path) -> None:
    _, notes = told({"file": LETTER}, folder)
    (problem,) = notes.problems()
    assert sha256_of(folder / LETTER) in problem.fix
