"""Reading one page of a PDF."""

from fairterms.document import pdf_page
from fairterms.document.masks import Letter, Row
from fairterms.document.quotes import find
from fairterms.document.reader import read

from .conftest import MakePdf, Sheet

# Helvetica at 10 points; the gap between the pieces is where the name stood.
MASKED = Sheet(
    "1. Pay. Plan pays Provider.",
    pieces=((60, 600, "Except as agreed,"), (200, 600, "retains the right to amend.")),
    boxes=((145, 596, 196, 608),),
)


def test_a_masked_name_stands_in_the_text_at_its_place(make_pdf: MakePdf) -> None:
    document = read(make_pdf([Sheet("Before."), MASKED]))
    (mask,) = document.masks
    assert document.text[mask.start : mask.end] == "[masked]"
    assert "Except as agreed, [masked] retains the right to amend." in document.text
    assert document.page_at(mask.start).number == 2


def test_a_quotation_is_found_with_and_without_the_placeholder(make_pdf: MakePdf) -> None:
    document = read(make_pdf([MASKED]))
    for words in ("agreed, retains the right", "agreed, [masked] retains the right"):
        (quote,) = find(document, words)
        assert quote.text == document.text[quote.start : quote.end]
        assert quote.text == "agreed, [masked] retains the right"
    assert find(document, "[masked] Plan pays") == ()


def test_the_stop_after_a_name_may_touch_the_word_before_it(make_pdf: MakePdf) -> None:
    sheet = Sheet(pieces=((60, 600, "Provider pays"), (182, 600, ". It ends.")))
    document = read(make_pdf([Sheet(pieces=sheet.pieces, boxes=((128, 596, 180, 608),))]))
    assert "Provider pays [masked]. It ends." in document.text
    assert find(document, "pays. It")
    assert find(document, "pays . It")


def test_a_sentence_knows_its_masked_subject(make_pdf: MakePdf) -> None:
    document = read(make_pdf([MASKED]))
    assert document.words(document.sentences[-1]) == (
        "Except as agreed, [masked] retains the right to amend."
    )


def test_a_masked_footer_is_furniture(make_pdf: MakePdf) -> None:
    sheets = [
        Sheet(f"Clause {letter} stands here.", ("Cedar form",), boxes=((115, 46, 160, 58),))
        for letter in "abc"
    ]
    document = read(make_pdf(sheets))
    found = [document.text[span.start : span.end] for span in document.furniture]
    assert found == ["Cedar form [masked]"] * 3


def test_a_heading_may_begin_with_a_masked_name(make_pdf: MakePdf) -> None:
    pieces = (
        (60, 600, "3.4"),
        (130, 600, "Access to Records. Provider shall open them."),
        (60, 580, "3.5 Term. One year."),
    )
    document = read(
        make_pdf([Sheet("3.3 Pay. None.", (), pieces=pieces, boxes=((78, 596, 127, 608),))])
    )
    assert [section.number for section in document.sections] == ["3.3", "3.4", "3.5"]
    assert document.sections[1].title == "[masked] Access to Records"


def test_a_row_that_steps_to_the_next_line_is_two_rows() -> None:
    """PDFium joins two lines where the first ends with a hyphen."""
    first = Letter(0, 100, 105, 700), Letter(1, 105, 110, 700)
    second = Letter(2, 60, 65, 688), Letter(3, 65, 70, 688)
    row = Row("abcd", 700, 688, 10, 100, 110, lambda: (*first, *second))
    beside = Row("abcd", 700, 688, 10, 100, 110, lambda: (*first, Letter(2, 115, 120, 688)))
    assert pdf_page.steps(row) == [2]
    assert pdf_page.steps(beside) == []
