"""`reconcile` prints what explains the plan's number, and writes the page, letter and worksheet."""

from pathlib import Path

import pytest
from docx import Document

from fairterms.publish import pdf
from fairterms.reconcile.vbpr_export import missing
from tests.cli.conftest import Run
from tests.reconcile.test_reconciliation import deal, said

__all__ = ["deal"]
EXAMPLES = Path(__file__).parents[2] / "examples"
STATEMENTS = EXAMPLES / "juniper" / "statements"


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", lambda _page: b"%PDF")


def test_the_answer_is_printed_and_everything_to_send_is_written(
    fairterms: Run, deal: Path, tmp_path: Path
) -> None:
    path = said(deal, sequestration="$98,880.00", payable="$49,440.00")
    out = tmp_path / "out"
    ran = fairterms("reconcile", deal, path, "--delivered", "2028-08-31", "--out", out)
    assert ran.code == 0, ran.err
    assert "The plan's statement says $49,440.00; we come to $48,451.20" in ran.out
    names = {one.name for one in out.iterdir()}
    assert names == {
        "reconciliation.html",
        "reconciliation.pdf",
        "reconciliation.xlsx",
        "letter-about-the-statement.docx",
        "our-settlement.vbpr.json",
    }
    letter = Document(str(out / "letter-about-the-statement.docx"))
    told = "\n".join(one.text for one in letter.paragraphs)
    assert "in time until 2028-09-30" in told
    assert missing((out / "our-settlement.vbpr.json").read_text()) == ()


def test_a_statement_that_agrees_gets_no_letter(fairterms: Run, deal: Path, tmp_path: Path) -> None:
    ran = fairterms("reconcile", deal, said(deal), "--out", tmp_path / "out")
    assert ran.code == 0
    assert "The statement and the terms agree: $48,451.20." in ran.out
    assert not (tmp_path / "out" / "letter-about-the-statement.docx").exists()


def test_a_missing_statement_ends_with_what_to_do(
    fairterms: Run, deal: Path, tmp_path: Path
) -> None:
    ran = fairterms("reconcile", deal, deal / "statements" / "no.csv", "--out", tmp_path / "out")
    assert ran.code == 1
    assert "there is no such file" in ran.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2028-04-28-interim.csv", "the upper limit on the risk ratio is left out"),
        ("2028-08-31-final.csv", "comes before “Administrative Reduction (Line 13)”"),
    ],
)
def test_the_defect_of_each_made_up_statement_is_named(
    fairterms: Run, tmp_path: Path, name: str, why: str
) -> None:
    ran = fairterms("reconcile", EXAMPLES / "juniper", STATEMENTS / name, "--out", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert why in " ".join(ran.out.split())
