"""`new-script` records a run, and never writes over an agreed script."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_recorded_script_passes(fairterms: Run, deal: Path) -> None:
    ran = fairterms("new-script", deal, "--name", "An ordinary year")
    assert ran.code == 0
    assert (deal / "scripts" / "an-ordinary-year.toml").exists()
    assert "1 of 1 scripts pass." in fairterms("test", deal).out


def test_an_agreed_script_is_never_overwritten(fairterms: Run, deal: Path) -> None:
    fairterms("new-script", deal)
    ran = fairterms("new-script", deal)
    assert ran.code == 1
    assert "never overwritten" in ran.err
