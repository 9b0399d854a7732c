"""`compare` says what changed and who gains."""

import json
from pathlib import Path

import pytest

from fairterms.publish import docx
from fairterms.publish.inline import Deleted, Inserted
from fairterms.publish.page import Prose, Report
from tests.cli.conftest import Run

OLD = (
    'This Agreement is between Cedar Health Plan ("Plan") and Fern Street Group ("Provider").\n'
    "1.1 Pay. Plan shall pay each clean claim within thirty (30) days of receipt.\n"
)
NEW = OLD.replace("thirty (30)", "sixty (60)")


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    folder = tmp_path / "versions"
    folder.mkdir()
    third = NEW + "1.2 Reports. Provider shall submit a monthly report of every visit.\n"
    for name, text in (("1.txt", OLD), ("2.txt", NEW), ("3.txt", third)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_two_versions_are_compared(fairterms: Run, versions: Path, tmp_path: Path) -> None:
    ran = fairterms("compare", versions / "1.txt", versions / "2.txt", "--out", tmp_path / "out")
    assert ran.code == 0
    assert "1 worse for the group" in ran.out
    assert "thirty (30) days became sixty (60) days" in ran.out
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["changes.html", "changes.json", "redline.docx"]


def test_a_folder_is_compared_step_by_step(fairterms: Run, versions: Path, tmp_path: Path) -> None:
    ran = fairterms("compare", versions, "--hours", "2", "--out", tmp_path / "out")
    assert "1.txt → 2.txt" in ran.out
    assert "2.txt → 3.txt" in ran.out
    assert "Signs of ratcheting" in ran.out
    page = (tmp_path / "out" / "changes-2.html").read_text(encoding="utf-8")
    assert "24.0 hours a year" in page


def test_json_goes_to_the_terminal_and_nothing_is_written(
    fairterms: Run, versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(versions)
    ran = fairterms("compare", "1.txt", "2.txt", "--json")
    (step,) = json.loads(ran.out)
    assert step["changes"][0]["gain"] == "worse for the group"
    assert not (versions / "reports").exists()


def test_a_word_file_is_compared_before_and_after_its_changes(
    fairterms: Run, tmp_path: Path
) -> None:
    words = ("Plan shall pay within ", Deleted("thirty"), Inserted("sixty"), " days of receipt.")
    path = tmp_path / "draft.docx"
    path.write_bytes(docx.render(Report(title="Draft", blocks=(Prose(words),))))
    ran = fairterms("compare", path, "--json")
    (step,) = json.loads(ran.out)
    (change,) = step["changes"]
    assert "thirty" in change["sentences"][0]["old"]
    assert "sixty" in change["sentences"][0]["new"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("1.txt",), "holds no tracked changes"),
        (("1.txt", "2.txt", "--hours", "many"), "is no number of hours"),
        (("1.txt", "2.txt", "--hours", "0"), "more than no hours"),
    ],
)
def test_what_cannot_be_compared_says_what_to_do(
    fairterms: Run,
    versions: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(versions)
    ran = fairterms("compare", *arguments)
    assert ran.code == 2
    assert told in " ".join(ran.err.replace("│", " ").split())


def test_a_version_that_is_not_there_is_named(fairterms: Run, versions: Path) -> None:
    ran = fairterms("compare", versions / "1.txt", versions / "9.txt")
    assert ran.code == 1
    assert "9.txt: is not there" in ran.err
