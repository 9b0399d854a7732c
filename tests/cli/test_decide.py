"""`decide` prints the answer with its reasons and says where the report lies."""

import shutil
from pathlib import Path

import pytest

from fairterms.cli import decide
from tests.cli.conftest import Run
from tests.decide.small_basis import small_folder

OFFER = '[[change]]\nclause = "withhold"\nterm = "rate"\nvalue = "3 %"\n'


@pytest.mark.slow
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


def test_an_offer_with_problems_ends_before_anything_is_weighed(
    fairterms: Run, tmp_path: Path
) -> None:
    deal, offer = small_folder(tmp_path / "small", forecast=None), tmp_path / "offer.toml"
    offer.write_text(OFFER.replace('"3 %"', '"3"'))
    ran = fairterms("decide", deal, "--with", offer)
    assert ran.code == 1
    assert "offer.toml:4: " in ran.err
    assert "cannot be read" in ran.err
    assert 'fix: write it with its unit, like "2 %"' in ran.err
    offer.write_text(OFFER.replace("withhold", "withold"))
    ran = fairterms("decide", deal, "--with", offer)
    assert ran.code == 1
    assert 'did you mean "withhold"?' in ran.err
    assert not ran.out


def test_an_offer_is_named_with_the_answer(
    fairterms: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decide, "write", lambda *_: ())
    deal, offer = small_folder(tmp_path / "small", forecast=None), tmp_path / "offer.toml"
    offer.write_text(f'title = "The second letter"\n{OFFER}')
    ran = fairterms("decide", deal, "--with", offer)
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[:2] == [
        "A small deal: NEGOTIATE",
        "  with The second letter",
    ], "without a forecast nobody can say sign"


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
