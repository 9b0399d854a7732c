"""The document as one value."""

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.document.spans import Page, Sentence

from .conftest import Write


def test_a_span_outside_the_text_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="a span leaves the text"):
        Document("a", "text", "Plan", (Page(0, 4),), (), (Sentence(0, 5),), (), (), (), "")


def test_words_come_on_one_line_with_straight_quotes(write: Write) -> None:
    document = read(write("a.txt", "Plan’s right\nto  “offset”."))
    assert document.words(document.sentences[0]) == 'Plan\'s right to "offset".'


def test_a_letter_is_on_the_page_it_is_printed_on(write: Write) -> None:
    document = read(write("a.txt", "one\ftwo\f\fthree"))
    assert [document.page_at(document.text.index(w)).number for w in ("one", "two", "three")] == [
        1,
        2,
        4,
    ]


def test_a_place_outside_any_section_is_cited_by_its_page(write: Write) -> None:
    assert read(write("a.txt", "Plan pays.")).locator(3) == "page 1"
