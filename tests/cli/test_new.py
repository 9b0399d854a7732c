"""A new deal folder is whole, passes the check, and is never written over something."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_starter_passes_its_own_check(fairterms: Run, deal: Path) -> None:
    ran = fairterms("check", deal)
    assert (ran.code, ran.err) == (0, "")
    assert "No problems" in ran.out


def test_the_starter_settles(fairterms: Run, deal: Path) -> None:
    assert "Payable: $43,120.00" in fairterms("settle", deal).out


@pytest.mark.slow
def test_the_starter_decides_with_its_forecast(fairterms: Run, deal: Path, tmp_path: Path) -> None:
    ran = fairterms("decide", deal, "--out", tmp_path / "report")
    assert ran.code == 0
    assert (tmp_path / "report" / "report.pdf").stat().st_size > 10_000


def test_a_folder_that_holds_something_is_left_alone(fairterms: Run, deal: Path) -> None:
    before = (deal / "terms.toml").read_text(encoding="utf-8")
    (deal / "terms.toml").write_text(before + "# mine\n", encoding="utf-8")
    ran = fairterms("new", deal)
    assert ran.code == 1
    assert "there is something here already" in ran.err
    assert (deal / "terms.toml").read_text(encoding="utf-8").endswith("# mine\n")
