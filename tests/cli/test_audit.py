"""`audit` tells how findings stand as of a day, and writes the report for people and programs."""

import json
import shutil
from pathlib import Path

import pytest

from fairterms.cli import audit
from tests.cli.conftest import Run

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The audit of the example, without its contract, which takes long to read."""
    folder = tmp_path / "deal"
    folder.mkdir()
    for name in ("deal.toml", "risks.toml"):
        shutil.copy(JUNIPER / name, folder)
    text = (JUNIPER / "audit.toml").read_text(encoding="utf-8")
    start, end = text.index("[engagement.clause]"), text.index("[[independence]]")
    (folder / "audit.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    return folder


@pytest.fixture
def unwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the files where only what is printed matters."""
    monkeypatch.setattr(audit, "_write", lambda _found, _target: [])


@pytest.mark.usefixtures("unwritten")
def test_it_says_how_each_finding_stands(fairterms: Run, small: Path) -> None:
    ran = fairterms("audit", small, "--quick", "--on", "2028-12-20")
    assert (ran.code, ran.err) == (0, "")
    assert "Told to both sides: 3" in ran.out
    assert "The Gain Cap is taken before the Administrative Reduction: a side disagrees" in ran.out
    assert "400 member-months are missing from the final report: closed" in ran.out
    assert "next: the auditor to verify, by 2029-01-21" in ran.out
    assert "lacks cause, effect, recommendation, significance" in ran.out
    assert "Ready procedures" not in ran.out


@pytest.mark.usefixtures("unwritten")
def test_what_is_past_its_day_is_counted(fairterms: Run, small: Path) -> None:
    ran = fairterms("audit", small, "--quick", "--on", "2029-01-22")
    assert "Past their day: 1" in ran.out


@pytest.mark.usefixtures("unwritten")
def test_what_was_written_later_is_left_out(fairterms: Run, small: Path) -> None:
    ran = fairterms("audit", small, "--quick", "--on", "2028-10-05")
    assert "Told to both sides: 0" in ran.out
    assert "Drafts that nobody was told: 4" in ran.out


@pytest.mark.usefixtures("unwritten")
def test_something_to_mend_ends_with_1(fairterms: Run, small: Path) -> None:
    text = (small / "audit.toml").read_text(encoding="utf-8")
    cause = next(one for one in text.splitlines() if one.startswith("cause = "))
    (small / "audit.toml").write_text(text.replace(f"{cause}\n", ""), encoding="utf-8")
    ran = fairterms("audit", small, "--quick", "--on", "2028-12-20")
    assert ran.code == 1
    assert '"order_of_lines" cannot be issued: it does not say its cause [not-whole]' in ran.err


def test_a_deal_without_an_audit_is_told_how_to_begin(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("audit", tmp_path)
    assert ran.code == 1
    assert "this deal has no audit [no-audit]" in ran.err


@pytest.mark.slow
def test_the_whole_example_reads_clean_and_four_files_are_written(
    fairterms: Run, tmp_path: Path
) -> None:
    ran = fairterms("audit", JUNIPER, "--on", "2028-12-20", "--out", tmp_path)
    assert ran.code == 0
    assert "Settlement worked out again: does not hold" in ran.out
    names = {one.name for one in tmp_path.iterdir()}
    assert names == {"audit.html", "audit.docx", "audit.pdf", "audit.json"}
    told = json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))
    assert len(told["assessment-results"]["results"][0]["findings"]) == 3
