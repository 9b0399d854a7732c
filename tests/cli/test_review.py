"""`review` lists findings with quotes, and says what could not be told."""

from pathlib import Path

from tests.cli.conftest import Run


def test_findings_are_quoted_with_their_page(fairterms: Run, cedar: Path) -> None:
    said = fairterms("review", cedar).out
    assert "CRITICAL:" in said
    assert "01-agreement.pdf, page" in said
    assert "UNCLEAR:" in said


def test_without_a_document_it_says_so(fairterms: Run, deal: Path) -> None:
    assert "no document" in fairterms("review", deal).out
