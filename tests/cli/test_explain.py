"""`explain` tells a number's story down to the figures."""

from pathlib import Path

from tests.cli.conftest import Run


def test_the_story_ends_at_terms_and_figures(fairterms: Run, deal: Path) -> None:
    said = fairterms("explain", deal, "payable").out
    assert "payable = $43,120.00" in said
    assert "sharing_rate = 50 % (term)" in said
    assert "cost = $1,560,000.00 (figure)" in said


def test_an_unknown_step_names_the_nearest(fairterms: Run, deal: Path) -> None:
    ran = fairterms("explain", deal, "payabel")
    assert ran.code == 1
    assert 'did you mean "payable"?' in ran.err
