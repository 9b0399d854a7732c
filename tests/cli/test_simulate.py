"""`simulate` draws the same years however they are cut, and says what is missing."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fairterms.publish import html, pdf, xlsx
from fairterms.simulate import outlook
from tests.cli.conftest import Run
from tests.decide.small_basis import small_folder
from tests.simulate.small_outlook import leave_out

OFFER = '[[change]]\nclause = "withhold"\nterm = "rate"\nvalue = "1 %"\n'


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small deal whose pages are built, and not drawn; its worst case is left out, as slow."""
    leave_out(monkeypatch)
    monkeypatch.setattr(outlook, "_prices", lambda *_: None)
    monkeypatch.setattr(html, "render", lambda page: page.title)
    monkeypatch.setattr(pdf, "render", lambda page: page.subtitle.encode())
    monkeypatch.setattr(xlsx, "render", lambda _page: b"")
    monkeypatch.chdir(tmp_path)
    return small_folder(tmp_path / "small")


def prints(text: str) -> list[str]:
    return re.findall(r"Fingerprint of the years: (sha256:[0-9a-f]{64})", text)


def test_threads_and_shards_change_no_byte_and_a_seed_does(fairterms: Run, small: Path) -> None:
    one = fairterms("simulate", small, "--years", "96")
    many = fairterms("simulate", small, "--years", "96", "--threads", "2", "--shards", "4")
    other = fairterms("simulate", small, "--years", "96", "--seed", "7")
    assert (one.code, many.code, other.code) == (0, 0, 0), one.err
    assert len(prints(one.out)) == len(set(prints(one.out))) == 2, "one for each year"
    assert one.out == many.out
    assert set(prints(other.out)).isdisjoint(prints(one.out))


def test_what_comes_first_is_printed_for_each_year(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    ran = fairterms("simulate", small, "--years", "70", "--out", tmp_path / "pages")
    assert ran.code == 0, ran.err
    assert "2027-01-01 to 2027-12-31 (96 simulated years)" in ran.out, "a multiple of 32"
    assert ran.out.count("Net margin after the work") == 2
    assert ran.out.count("Mean of the worst 5 %") == 2
    for suffix in ("html", "pdf", "xlsx"):
        path = tmp_path / "pages" / f"forecast.{suffix}"
        assert path.exists()
        assert str(path) in ran.out
    assert "A small deal" in (tmp_path / "pages" / "forecast.html").read_text()


def test_without_out_the_pages_stand_under_reports(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    assert fairterms("simulate", small, "--years", "64").code == 0
    assert (tmp_path / "reports" / "small" / "forecast.html").is_file()


def test_an_offer_is_weighed_and_named(fairterms: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "offer.toml").write_text(f'title = "A smaller withhold"\n{OFFER}')
    plain = fairterms("simulate", small, "--years", "64")
    ran = fairterms("simulate", small, "--years", "64", "--with", tmp_path / "offer.toml")
    assert ran.code == 0, ran.err
    assert "With A smaller withhold" in ran.out
    assert prints(ran.out) == prints(plain.out), "the same years, other terms"
    lines = [line for line in plain.out.splitlines() if "What the deal adds" in line]
    assert not set(lines) & set(ran.out.splitlines())
    page = (tmp_path / "reports" / "small" / "forecast.pdf").read_text()
    assert "with the changes of “A smaller withhold”" in page


def test_a_deal_without_a_forecast_is_told_what_to_do(fairterms: Run, small: Path) -> None:
    (small / "forecast.toml").unlink()
    ran = fairterms("simulate", small)
    assert ran.code == 1
    assert "there is no forecast.toml in the deal folder [no-forecast]" in ran.err
    assert "copy the one of examples/cedar" in ran.err
    assert not (small.parent / "reports").exists()


def test_problems_of_the_forecast_are_all_told_with_their_lines(
    fairterms: Run, small: Path
) -> None:
    path = small / "forecast.toml"
    path.write_text(path.read_text().replace("trend =", "trand =").replace('"80 %"', '"80"'))
    ran = fairterms("simulate", small)
    assert ran.code == 1
    assert "forecast.toml:2: " in ran.err
    assert 'did you mean "trend"?' in ran.err
    assert "3 problems." in ran.err
    assert "Traceback" not in ran.err


def test_problems_of_the_deal_and_of_the_offer_end_before_anything_is_simulated(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "offer.toml").write_text(OFFER.replace("withhold", "withold"))
    ran = fairterms("simulate", small, "--with", tmp_path / "offer.toml")
    assert ran.code == 1
    assert 'the contract has no clause "withold"' in ran.err
    assert 'did you mean "withhold"?' in ran.err
    ran = fairterms("simulate", small, "--with", tmp_path / "nothing.toml")
    assert ran.code == 1
    assert "there is no such file" in ran.err
    deal = small / "deal.toml"
    deal.write_text(deal.read_text().replace('"$3,000.00"', '"3000"'))
    ran = fairterms("simulate", small)
    assert ran.code == 1
    assert "deal.toml:" in ran.err


def test_a_deal_without_an_expected_scenario_is_told(fairterms: Run, small: Path) -> None:
    (small / "scenarios" / "expected.toml").unlink()
    ran = fairterms("simulate", small)
    assert ran.code == 1
    assert "has no expected scenario" in ran.err
    assert 'fix: add scenarios/expected.toml with role = "expected"' in ran.err


def test_years_that_cannot_be_simulated_are_told_with_their_reason(
    fairterms: Run, small: Path
) -> None:
    path = small / "forecast.toml"
    path.write_text(path.read_text().replace('"visits.*"', '"vists.*"'))
    ran = fairterms("simulate", small, "--years", "64")
    assert ran.code == 1, "nothing was forecast"
    assert "2028-01-01 to 2028-12-31: forecast.toml, vists.*: " in ran.out
    assert "fix: add vists.* to the scenario" in ran.out


def test_a_folder_that_is_no_deal_is_told(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("simulate", tmp_path / "nowhere")
    assert ran.code == 1
    assert "there is no such deal folder" in ran.err


@pytest.mark.slow
def test_the_pages_of_a_small_deal_are_drawn(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("simulate", small_folder(tmp_path / "a"), "--years", "64", "--out", tmp_path)
    assert ran.code == 0, ran.err
    assert "The years that may come" in (tmp_path / "forecast.html").read_text(encoding="utf-8")
    assert (tmp_path / "forecast.pdf").read_bytes().startswith(b"%PDF")
    assert load_workbook(tmp_path / "forecast.xlsx").sheetnames
