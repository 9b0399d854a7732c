"""`log` prints what is open, counts each side, writes the chronology, and seals."""

from pathlib import Path

import pytest

from fairterms.publish import docx, html, pdf
from tests.cli.conftest import Run
from tests.correspondence.made_up import entry, kept, promise
from tests.decide.small_basis import small_folder

LOG = (
    promise()
    + promise("late_one")
    + kept("2026-10-19", of="late_one")
    + entry("asked", due="2026-10-12")
    + promise("soon", due="2026-12-01")
)


@pytest.fixture(autouse=True)
def _undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the pages, and do not draw them."""
    monkeypatch.setattr(html, "render", lambda page: f"{page.title}\n{page.identity}")
    monkeypatch.setattr(pdf, "render", lambda _page: b"")
    monkeypatch.setattr(docx, "render", lambda _page: b"")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small deal, with its reports beside it."""
    monkeypatch.chdir(tmp_path)
    return small_folder(tmp_path / "small", forecast=None)


def test_without_a_log_it_teaches_how_to_begin_one(fairterms: Run, small: Path) -> None:
    ran = fairterms("log", small)
    assert (ran.code, ran.err) == (0, "")
    assert "[[entry]]" in ran.out
    assert not Path("reports").exists()
    shown = ran.out[ran.out.index("  [[entry]]") : ran.out.index("Then run")]
    (small / "log.toml").write_text(shown)
    again = fairterms("log", small)
    assert (again.code, again.err) == (0, "")


def test_the_starters_log_is_commented_and_begins_empty(fairterms: Run, deal: Path) -> None:
    ran = fairterms("log", deal)
    assert (ran.code, ran.err) == (0, "")
    assert "Nobody keeps a log" in ran.out
    path = deal / "log.toml"
    lines = path.read_text().splitlines()
    first = next(at for at, line in enumerate(lines) if "[[entry]]" in line)
    entries = "\n".join(line.removeprefix("# ") for line in lines[first:])
    path.write_text("\n".join(x for x in entries.splitlines() if not x.startswith("evidence")))
    ran = fairterms("log", deal, "--on", "2026-11-20", "--out", deal / "pages")
    assert (ran.code, ran.err) == (0, "")
    assert "1 promise (1 kept)" in ran.out


def test_open_and_late_are_listed_with_days_and_each_side_is_counted(
    fairterms: Run, small: Path
) -> None:
    (small / "log.toml").write_text(LOG)
    ran = fairterms("log", small, "--on", "2026-11-20")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "The talks as of 2026-11-20: 5 entries, 5 not sealed yet"
    overdue = lines.index("Overdue:")
    assert lines[overdue + 1] == "  asked: request of the group, unanswered, 39 days past due"
    assert lines[overdue + 3] == "  promise: promise of the plan, broken, 36 days past due"
    assert lines[lines.index("Kept late:") + 1] == (
        "  late_one: promise of the plan, late, 4 days past due"
    )
    assert lines[lines.index("Open:") + 1] == "  soon: promise of the plan, pending, 11 days left"
    assert "  plan: 3 promises (1 late, 1 broken, 1 pending)" in lines
    assert "    1 request put to it (1 unanswered)" in lines
    for suffix in ("html", "pdf", "docx"):
        assert f"  reports/small/chronology.{suffix}" in lines
        assert (Path("reports/small") / f"chronology.{suffix}").exists()
    page = Path("reports/small/chronology.html").read_text()
    assert "Made-up Group and Made-up Plan" in page


def test_another_day_shows_how_things_stood_on_it(fairterms: Run, small: Path) -> None:
    (small / "log.toml").write_text(LOG)
    said = fairterms("log", small, "--on", "2026-10-13").out
    assert "asked: request of the group, unanswered, 1 day past due" in said
    assert "late_one: promise of the plan, pending, 2 days left" in said
    assert "Kept late:" not in said


def test_sealing_tells_the_last_line_and_the_page_names_it(fairterms: Run, small: Path) -> None:
    (small / "log.toml").write_text(LOG)
    ran = fairterms("log", small, "--seal")
    assert ran.code == 0, ran.err
    last = (small / "log.seal").read_text().splitlines()[-1]
    assert f"  {last}" in ran.out.splitlines()
    assert "all sealed" in ran.out
    assert last.split()[1] in Path("reports/small/chronology.html").read_text()
    assert "sealed already" in fairterms("log", small, "--seal").out


def test_a_changed_entry_is_told_and_the_verb_ends_with_one(fairterms: Run, small: Path) -> None:
    (small / "log.toml").write_text(LOG)
    fairterms("log", small, "--seal")
    before = (small / "log.seal").read_bytes()
    (small / "log.toml").write_text(LOG.replace("2026-12-01", "2026-12-02"))
    ran = fairterms("log", small)
    assert ran.code == 1
    assert "the entry soon was changed after it was sealed [changed-after-sealing]" in ran.err
    refused = fairterms("log", small, "--seal")
    assert refused.code == 1
    assert "cannot be sealed" in refused.err
    assert (small / "log.seal").read_bytes() == before


def test_an_entry_of_the_future_is_told(fairterms: Run, small: Path) -> None:
    (small / "log.toml").write_text(entry("asked", on="2999-01-01"))
    ran = fairterms("log", small)
    assert ran.code == 1
    assert "after today" in ran.err


def test_a_folder_that_is_no_deal_is_told(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("log", tmp_path / "nowhere")
    assert ran.code == 1
    assert "there is no such deal folder" in ran.err
