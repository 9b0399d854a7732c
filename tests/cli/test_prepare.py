"""`prepare` prints the steps and the gaps, and writes the pages."""

from pathlib import Path

import pytest

from fairterms.publish import docx, html, pdf
from tests.cli.conftest import CEDAR, Run
from tests.decide.small_basis import small_folder

LINES = """
[[task]]
id = "crisis_line"
does = "group"
pays = "nobody"
by = "2.1"
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small deal, whose pages are built, and not drawn."""
    monkeypatch.setattr(html, "render", lambda page: page.title)
    monkeypatch.setattr(pdf, "render", lambda _page: b"")
    monkeypatch.setattr(docx, "render", lambda _page: b"")
    monkeypatch.chdir(tmp_path)
    return small_folder(tmp_path / "small", forecast=None)


def test_the_steps_and_the_gaps_are_printed_and_the_pages_written(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    (small / "responsibilities.toml").write_text(LINES)
    ran = fairterms("prepare", small, "--out", tmp_path / "pages")
    assert ran.code == 0, ran.err
    steps = [line for line in ran.out.splitlines() if line[:5].strip() in ("done", "begun", "open")]
    assert [int(line[6:].strip().partition(".")[0]) for line in steps] == list(range(1, 23))
    assert "Crisis line at all hours: nobody pays for it." in ran.out
    assert "Crisis line at all hours: the group does it, and the contract pays nothing" in ran.out
    assert "not said who does it, or who pays: 34 of 35 tasks." in ran.out.lower()
    assert "The plan's sample: no sample given." in ran.out
    for suffix in ("html", "pdf", "docx"):
        assert (tmp_path / "pages" / f"prepare.{suffix}").exists()
        assert f"prepare.{suffix}" in ran.out


def test_problems_of_the_files_are_told_and_the_rest_is_shown(fairterms: Run, small: Path) -> None:
    (small / "responsibilities.toml").write_text(LINES.replace("crisis_line", "crisis_lane"))
    ran = fairterms("prepare", small)
    assert ran.code == 0
    assert "responsibilities.toml:3: " in ran.err
    assert 'did you mean "crisis_line"?' in ran.err
    assert "22." in ran.out


def test_a_deal_with_mistakes_is_not_looked_at(fairterms: Run, small: Path) -> None:
    terms = small / "terms.toml"
    terms.write_text(terms.read_text().replace('rate = "5 %"', "rate = 5"))
    ran = fairterms("prepare", small)
    assert ran.code == 1
    assert "has no unit" in ran.err


@pytest.mark.slow
def test_the_cedar_example_is_written_whole(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("prepare", CEDAR, "--out", tmp_path)
    assert ran.code == 0, ran.err
    assert "done    2. Test your own records" in ran.out
    page = (tmp_path / "prepare.html").read_text()
    assert "Exhibit F: division of responsibilities" in page
    assert (tmp_path / "prepare.pdf").read_bytes()[:4] == b"%PDF"
    assert (tmp_path / "prepare.docx").read_bytes()[:2] == b"PK"
