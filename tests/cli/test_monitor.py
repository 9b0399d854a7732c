"""`monitor` shows a signed deal as of a day, and a person confirms what the text proposes."""

import shutil
from pathlib import Path

import icalendar
import pytest
from docx import Document

from fairterms.publish import pdf
from tests.cli.conftest import Run
from tests.decide.small_basis import small_folder

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"
TEXT = """This Agreement is made by Made-up Plan (“Plan”) and Made-up Group (“Group”).

3.1 Reports. Group shall deliver a quality report within thirty (30) days after the end of each
calendar quarter.

3.2 Data. Plan shall deliver a claims file by the tenth (10th) day of each month.
"""


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", lambda _page: b"%PDF")


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A small deal with a text, and nothing confirmed."""
    folder = small_folder(tmp_path / "signed")
    (folder / "contract").mkdir()
    (folder / "contract" / "agreement.txt").write_text(TEXT)
    return folder


def test_a_deal_without_files_is_shown_what_to_begin_with(
    fairterms: Run, signed: Path, tmp_path: Path
) -> None:
    ran = fairterms("monitor", signed, "--on", "2027-02-01", "--out", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert "2 obligations are proposed from the text" in ran.out
    page = (tmp_path / "out" / "after-signing.html").read_text()
    for empty in ("No obligation is confirmed yet", "No indicator is watched yet"):
        assert empty in page
    assert "Nothing of the year has been put into the deal folder yet" in page


def test_a_confirmed_proposal_is_added_and_never_rewritten(
    fairterms: Run, signed: Path, tmp_path: Path
) -> None:
    ran = fairterms("monitor", signed, "--on", "2027-02-01", "--confirm", "nothing", "--by", "me")
    assert ran.code == 1
    name = ran.err.split("proposals: ")[1].split(",")[0].split()[0]
    assert fairterms("monitor", signed, "--confirm", name).code == 1
    told = ("--on", "2027-02-01", "--confirm", name, "--by", "managing director")
    ran = fairterms("monitor", signed, *told)
    assert ran.code == 0, ran.err
    written = (signed / "obligations.toml").read_text()
    assert 'by = "managing director"' in written
    out = tmp_path / "out"
    ran = fairterms("monitor", signed, "--on", "2027-02-01", "--quick", "--out", out)
    assert "quality report" in ran.out
    calendar = icalendar.Calendar.from_ical((out / "obligations.ics").read_bytes())
    assert len(list(calendar.walk("VEVENT"))) > 0
    assert (signed / "obligations.toml").read_text() == written


def test_without_terms_nothing_can_be_watched(fairterms: Run, signed: Path) -> None:
    (signed / "terms.toml").write_text("[contract]\n")
    ran = fairterms("monitor", signed)
    assert ran.code == 1
    assert "terms.toml" in ran.err


@pytest.mark.slow
def test_the_made_up_year_is_shown_as_it_stood_on_a_day(fairterms: Run, tmp_path: Path) -> None:
    folder = tmp_path / "juniper"
    shutil.copytree(JUNIPER, folder)
    out = tmp_path / "out"
    ran = fairterms("monitor", folder, "--on", "2027-06-05", "--quick", "--out", out)
    assert ran.code == 0, ran.err
    # April's claims file came on June 21.
    assert "plan: Deliver the eligibility and claims files" in ran.out.split("Due in the next")[0]
    tables = Document(str(out / "agenda.docx")).tables
    agenda = "\n".join(cell.text for one in tables for row in one.rows for cell in row.cells)
    assert "claims files" in agenda
    later = fairterms("monitor", folder, "--on", "2027-06-22", "--quick", "--out", out)
    assert "claims files" not in later.out.split("Due in the next")[0]
