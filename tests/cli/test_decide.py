"""`decide` prints the answer with its reasons and says where the report lies."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_answer_and_the_place_of_the_report(
    fairterms: Run, cedar: Path, tmp_path: Path
) -> None:
    deal = tmp_path / "cedar"
    elsewhere = ("records", "outcomes.toml", "forecast.toml", "readiness.toml")
    shutil.copytree(cedar, deal, ignore=shutil.ignore_patterns(*elsewhere))
    ran = fairterms("decide", deal, "--out", tmp_path / "out")
    assert ran.code == 0
    assert "Cedar 2027: NEGOTIATE" in ran.out
    for number in "123":
        assert f"  {number}. " in ran.out
    for suffix in ("html", "pdf", "json"):
        assert str(tmp_path / "out" / f"report.{suffix}") in ran.out.replace("\n", "")
        assert (tmp_path / "out" / f"report.{suffix}").exists()


def test_mistakes_are_reported_instead_of_an_answer(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    terms.write_text(terms.read_text().replace('"50 %"', "50"))
    ran = fairterms("decide", deal)
    assert ran.code == 1
    assert "has no unit" in ran.err
    assert "SIGN" not in ran.out


@pytest.mark.slow
def test_the_report_of_a_deal_with_records_holds_their_pages_and_no_patient(
    fairterms: Run, cedar: Path, tmp_path: Path
) -> None:
    ran = fairterms("decide", cedar, "--out", tmp_path / "out")
    assert ran.code == 0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    for title in ("How patients fare", "Equity", "Clinicians, compared fairly", "both sides"):
        assert title in page
    assert "p0000" not in page, "no patient's id stands in a report"
