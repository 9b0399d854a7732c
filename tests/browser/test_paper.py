"""Words off the paper, and words over words, are seen on a printed page."""

import pypdfium2
import pytest
import typst

from tests.browser.paper import outside

pytestmark = pytest.mark.slow

SHEET = "#set page(width: 400pt, height: 300pt, margin: 60pt)\nFirst words.\n\nSecond words.\n\n"


def seen(more: str = "") -> list[str]:
    printed = typst.compile((SHEET + more).encode())
    document = pypdfium2.PdfDocument(printed)
    found = outside(document[0])
    document.close()
    return found


def test_a_page_with_margins_passes() -> None:
    assert seen() == []


@pytest.mark.parametrize("place", ["dx: -50pt", "dx: 320pt", "dy: -75pt", "dy: 225pt"])
def test_words_at_the_edge_are_named(place: str) -> None:
    (words,) = seen(f"#place(top + left, {place})[Aside]")
    assert words.strip() == "Aside"


def test_words_over_words_are_named() -> None:
    (both,) = seen("#place(top + left)[Over]")
    assert "First" in both
    assert "Over" in both
