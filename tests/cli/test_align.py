"""`align` lays several contracts side by side."""

from pathlib import Path

import pytest

from fairterms.publish import pdf
from tests.cli.conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", lambda _page: b"%PDF")


def test_measures_and_deadlines_of_several_deals_stand_side_by_side(
    fairterms: Run, tmp_path: Path
) -> None:
    deals = [EXAMPLES / name for name in ("cedar", "juniper")]
    ran = fairterms("align", *deals, "--on", "2027-03-01", "--out", tmp_path)
    assert ran.code == 0, ran.err
    assert "2 measures stand in more than one contract." in ran.out
    page = (tmp_path / "side-by-side.html").read_text()
    assert "Deliver the quality files Q-1 to Q-4" in page
    # What the plan owes is no deadline of the group.
    assert "Pay the Care Coordination Fee" not in page


def test_one_deal_cannot_be_aligned(fairterms: Run) -> None:
    ran = fairterms("align", EXAMPLES / "cedar")
    assert ran.code == 1
    assert "cannot be compared" in ran.err
