"""Reading PDF files."""

import pytest

from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument

from .conftest import MakePdf, Sheet, Write

CLAUSE = "1. Payment. Plan shall pay Provider under this Agreement.\n2. Notice. Notice is written."


def test_text_pages_and_offsets_agree(make_pdf: MakePdf) -> None:
    document = read(make_pdf([Sheet(CLAUSE), Sheet("3. Term. One year.")]))
    assert document.kind == "pdf"
    assert [page.number for page in document.pages] == [1, 2]
    first, second = document.pages
    assert document.text[first.start : first.end] == CLAUSE
    assert document.text[second.start : second.end] == "3. Term. One year."


def test_line_ends_are_single_letters(make_pdf: MakePdf) -> None:
    assert "\r" not in read(make_pdf([Sheet(CLAUSE)])).text


def test_a_picture_without_text_is_an_unread_page(make_pdf: MakePdf) -> None:
    document = read(make_pdf([Sheet(CLAUSE), Sheet(has_picture=True), Sheet(CLAUSE)]))
    assert document.unread_pages == (2,)
    assert document.pages[1].why == "page 2 is an image without text"
    assert str(document.cautions[0]) == (
        "agreement.pdf: page 2 could not be read [unread-page]\n"
        "      why: page 2 is an image without text; until it is read, nothing can be said to be "
        "missing from this document\n"
        "      fix: ask the plan for page 2 as text, or run text recognition (OCR) on the file"
    )


def test_a_scan_with_a_stamp_is_an_unread_page(make_pdf: MakePdf) -> None:
    sheets = [Sheet(CLAUSE), Sheet("Received 3 May", has_picture=True)]
    document = read(make_pdf(sheets))
    assert document.unread_pages == (2,)
    assert document.pages[1].why == "page 2 is an image with only a few letters of text"


def test_letters_drawn_as_shapes_make_an_unread_page(make_pdf: MakePdf) -> None:
    document = read(make_pdf([Sheet(CLAUSE), Sheet(shapes=40), Sheet(shapes=2)]))
    assert document.unread_pages == (2,)
    assert document.pages[1].why == "page 2 has drawn shapes without text"


def test_a_blank_page_is_not_an_unread_page(make_pdf: MakePdf) -> None:
    assert read(make_pdf([Sheet(CLAUSE), Sheet(), Sheet(CLAUSE)])).unread_pages == ()


def test_a_page_of_text_over_a_picture_is_read(make_pdf: MakePdf) -> None:
    full = "\n".join(["Provider shall give notice of any change to Plan in good time."] * 10)
    assert read(make_pdf([Sheet(full, has_picture=True)])).unread_pages == ()


def test_a_scan_of_every_page_is_refused(make_pdf: MakePdf) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read(make_pdf([Sheet(has_picture=True), Sheet(has_picture=True)]))
    assert str(refusal.value) == (
        "agreement.pdf: is a picture of an agreement: 2 page(s), none of them with text\n"
        "      why: pictures of letters cannot be searched, quoted or checked\n"
        "      fix: ask the plan for the file it was printed from, or run text recognition (OCR) "
        "on it"
    )


def test_an_empty_pdf_is_refused(make_pdf: MakePdf) -> None:
    with pytest.raises(UnreadableDocument, match="is empty"):
        read(make_pdf([Sheet(), Sheet()]))


def test_a_locked_pdf_is_refused(make_pdf: MakePdf) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read(make_pdf([Sheet(CLAUSE, locked=True)]))
    assert str(refusal.value) == (
        "agreement.pdf: is locked with a password\n"
        "      why: a locked file shows nothing without it\n"
        "      fix: open it in a PDF reader with the password, print it to a new PDF, and use that"
    )


def test_a_damaged_pdf_is_refused(write: Write) -> None:
    with pytest.raises(UnreadableDocument, match="is damaged, or is not a PDF"):
        read(write("cut.pdf", b"%PDF-1.4\n1 0 obj\n<<"))


@pytest.mark.slow
def test_five_hundred_pages_are_read_and_remarked_on(make_pdf: MakePdf) -> None:
    sheets = [
        Sheet(
            "\n".join(
                f"Provider shall give notice {m * n} under this Agreement." for m in range(50)
            ),
            ("Form PA-7", str(n)),
        )
        for n in range(1, 501)
    ]
    document = read(make_pdf(sheets))
    assert len(document.pages) == 500
    assert len(document.furniture) >= 2 * 500
    assert len(document.sentences) >= 500 * 40
    assert [caution.code for caution in document.cautions] == ["long-document"]
