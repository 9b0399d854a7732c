"""`outcomes` sets the targets beside the records, and writes pages for one room or the other."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import CEDAR, Run
from tests.cli.made_up_records import copy_cedar
from tests.outcomes.group_results.made_up_deal import OUTCOMES, RESPONSE

pytestmark = pytest.mark.slow


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Cedar's terms with forty-four made-up patients and no questionnaire of its own."""
    return copy_cedar(tmp_path / "small", OUTCOMES + RESPONSE)


def test_the_first_figures_are_printed_and_the_pages_written(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    ran = fairterms("outcomes", small, "--out", tmp_path / "pages")
    assert ran.code == 0, ran.err
    assert "at least 45 %: chance to meet it " in ran.out
    assert "at least 52 %: chance to meet it " in ran.out
    assert "Progress: outcomes.toml names no questionnaire." in ran.out
    assert "New patients seen within ten business days: " in ran.out
    written = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert written == ["outcomes.html", "outcomes.pdf", "outcomes.xlsx"]
    for name in written:
        assert f"{name}" in ran.out
    page = (tmp_path / "pages" / "outcomes.html").read_text(encoding="utf-8")
    assert "Cedar Behavioral Health Group" in page
    assert (tmp_path / "pages" / "outcomes.pdf").read_bytes().startswith(b"%PDF")
    assert load_workbook(tmp_path / "pages" / "outcomes.xlsx").sheetnames


def test_outside_pages_have_a_name_of_their_own(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    ran = fairterms("outcomes", small, "--outside", "--out", tmp_path / "pages")
    assert ran.code == 0, ran.err
    written = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert written == ["outcomes-outside.html", "outcomes-outside.pdf", "outcomes-outside.xlsx"]
    page = (tmp_path / "pages" / "outcomes-outside.html").read_text(encoding="utf-8")
    assert "This page may leave the group" in page
    assert not re.search(r"\bP0\d\d\b", page)


def test_without_out_the_pages_stand_under_reports(
    fairterms: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fairterms("outcomes", small, "--outside").code == 0
    assert (tmp_path / "reports" / "small" / "outcomes-outside.html").is_file()


def test_a_deal_without_the_file_is_told_what_to_do(fairterms: Run, deal: Path) -> None:
    ran = fairterms("outcomes", deal)
    assert ran.code == 1
    assert "there is no outcomes.toml in the deal folder [no-outcomes]" in ran.err
    assert "copy the one of examples/cedar" in ran.err


def test_problems_of_the_file_are_all_told_with_their_lines(fairterms: Run, small: Path) -> None:
    text = OUTCOMES.replace("[2025, 2026]", "2026") + RESPONSE.replace("10 %", "ten")
    (small / "outcomes.toml").write_text(text, encoding="utf-8")
    ran = fairterms("outcomes", small)
    assert ran.code == 1
    assert "outcomes.toml:3: the calendar years shown are missing or not in order" in ran.err
    assert "outcomes.toml:8: " in ran.err
    assert "2 problems." in ran.err
    assert "Traceback" not in ran.err


def test_a_deal_without_records_has_pages_that_say_so(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    for path in (small / "records").iterdir():
        path.unlink()
    (small / "records").rmdir()
    ran = fairterms("outcomes", small, "--outside", "--out", tmp_path / "pages")
    assert ran.code == 0, ran.err
    page = (tmp_path / "pages" / "outcomes-outside.html").read_text(encoding="utf-8")
    assert "records folder" in page


def test_a_folder_that_is_no_deal_is_told(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("outcomes", tmp_path / "nowhere")
    assert ran.code == 1
    assert "there is no such deal folder" in ran.err


@pytest.mark.slow
def test_the_sample_deal_is_shown_whole(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("outcomes", CEDAR, "--out", tmp_path)
    assert ran.code == 0, ran.err
    listed = (tmp_path / "exceptions.csv").read_text(encoding="utf-8-sig").splitlines()
    assert listed[0].startswith("course,group,level")
    page = (tmp_path / "outcomes.html").read_text(encoding="utf-8")
    assert "Clinicians, compared fairly" in page
    assert "Patients off track" in page
    names = {line.split(",")[0] for line in listed[1:]}
    assert not any(re.search(rf"\b{re.escape(name)}\b", page) for name in names if name)
