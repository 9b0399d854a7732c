"""`review` lists findings with quotes, and says what could not be told."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WILLOW = Path(__file__).parents[2] / "examples" / "willow"


def test_findings_are_quoted_with_their_page(fairterms: Run, cedar: Path) -> None:
    said = fairterms("review", cedar).out
    assert "CRITICAL:" in said
    assert "01-agreement.pdf, page" in said
    assert "UNCLEAR:" in said
    assert "Explained in training " in said
    assert "Read it with: fairterms learn " in said


def test_without_a_document_it_says_so(fairterms: Run, deal: Path) -> None:
    assert "no document" in fairterms("review", deal).out


@pytest.mark.slow
def test_where_nothing_is_found_it_says_that_too(fairterms: Run) -> None:
    assert "found nothing to raise" in fairterms("review", WILLOW).out
