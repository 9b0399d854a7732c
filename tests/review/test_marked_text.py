"""The text with its quotations marked."""

from fairterms.publish.blocks import Heading, Prose
from fairterms.publish.inline import Mark, plain
from fairterms.review.marked_text import Quoted, mark
from fairterms.units.finding import QuoteEvidence
from tests.review.conftest import OPENING, Read, blank

TEXT = OPENING + (
    "1. Pay. Plan may change any rate at any time without notice.\n"
    "2. Talk. Provider shall keep quiet about the rates and the rules.\n\f"
    "3. End. Plan may end this at once.\n"
)


def quote(read_all: Read, words: str) -> tuple[object, QuoteEvidence]:
    document = read_all(TEXT).documents[0]
    start = document.text.index(words)
    page = document.page_at(start).number
    return document, QuoteEvidence(document.name, page, start, start + len(words), words)


def marks(blocks: tuple[object, ...]) -> list[Mark]:
    prose = [block.words for block in blocks if isinstance(block, Prose)]
    return [
        run
        for words in prose
        if not isinstance(words, str)
        for run in words
        if isinstance(run, Mark)
    ]


def test_quoted_words_are_marked_and_lead_to_their_finding(read_all: Read) -> None:
    reading = read_all(TEXT)
    _, evidence = quote(read_all, "change any rate at any time")
    text = mark(reading.documents[0], [Quoted(evidence, "finding-1", "finding 1")], "text-1")
    (marked,) = marks(text.blocks)
    assert marked.text == "change any rate at any time"
    assert (marked.to, marked.label) == ("finding-1", "finding 1")
    assert text.anchors[evidence] == marked.anchor


def test_every_word_of_the_document_is_there_with_or_without_marks(read_all: Read) -> None:
    document = read_all(TEXT).documents[0]
    _, evidence = quote(read_all, "any time without notice.\n2. Talk. Provider shall keep")
    plain_text = mark(document, [], "t").blocks
    marked = mark(document, [Quoted(evidence, "finding-1", "")], "t").blocks

    def words(blocks: tuple[object, ...]) -> str:
        return " ".join(" ".join(plain(b.words) for b in blocks if isinstance(b, Prose)).split())

    assert words(plain_text) == words(marked)
    assert "without" in words(marked)
    assert len(marks(marked)) >= 2, "a quotation over two sentences is marked in both"


def test_overlapping_quotations_each_have_their_place(read_all: Read) -> None:
    document = read_all(TEXT).documents[0]
    _, wide = quote(read_all, "Plan may change any rate at any time without notice.")
    _, narrow = quote(read_all, "any rate at any time")
    quoted = [Quoted(wide, "finding-1", "finding 1"), Quoted(narrow, "finding-2", "finding 2")]
    text = mark(document, quoted, "t")
    assert set(text.anchors) == {wide, narrow}
    assert {one.to for one in marks(text.blocks)} == {"finding-1", "finding-2"}
    assert "".join(one.text for one in marks(text.blocks)) == wide.text


def test_each_page_has_its_heading_and_an_unread_one_says_so(read_all: Read) -> None:
    document = blank(read_all(TEXT).documents[0], 2)
    blocks = mark(document, [], "t").blocks
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["Page 1", "Page 2"]
    assert any("not read" in plain(b.words) for b in blocks if isinstance(b, Prose))


def test_a_quotation_of_another_document_is_left_alone(read_all: Read) -> None:
    _, evidence = quote(read_all, "change any rate")
    other = read_all(TEXT, rates="Rates. Plan pays fifty dollars.").documents[1]
    assert mark(other, [Quoted(evidence, "finding-1", "")], "t").anchors == {}
