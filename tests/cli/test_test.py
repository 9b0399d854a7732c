"""`test` runs the scripts, names the first difference, and measures the scripts themselves."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_without_scripts_it_says_how_to_record_one(fairterms: Run, deal: Path) -> None:
    ran = fairterms("test", deal)
    assert ran.code == 0
    assert "fairterms new-script" in ran.out


def test_a_planted_cent_fails_and_names_the_step(fairterms: Run, deal: Path) -> None:
    assert fairterms("new-script", deal).code == 0
    (script,) = (deal / "scripts").glob("*.toml")
    script.write_text(script.read_text().replace("$43,120.00", "$43,120.01"))
    ran = fairterms("test", deal)
    assert ran.code == 1
    assert "first: " in ran.out
    assert "$0.01 apart" in ran.out


def test_proposed_scripts_are_written_and_then_catch_everything(fairterms: Run, deal: Path) -> None:
    fairterms("new-script", deal)
    first = fairterms("test", deal, "--pinning", "--write")
    assert first.code == 1
    assert "These" in first.out
    second = fairterms("test", deal, "--pinning")
    assert "not caught" not in second.out.replace("not caught: administrative_reduction", "")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_the_examples_pin_their_terms_completely(fairterms: Run, name: str) -> None:
    ran = fairterms("test", Path(__file__).parents[2] / "examples" / name, "--pinning")
    assert ran.code == 0
    assert "Pinning score: 100%" in ran.out
