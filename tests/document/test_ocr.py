"""Recognising the text in pictures of pages."""

from pathlib import Path

import pytest

from fairterms.document import ocr, pdf_page
from fairterms.document.ocr import Piece, Recognised, arrange
from fairterms.document.quotes import find
from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument

from .conftest import MakePdf, Sheet

CLAUSE = "Plan shall pay Provider under this Agreement.\nEither party may give notice."
SURE = Recognised(("Plan may amend this Agreement.", "Provider may object."), (60, 80), 0.99, 0.0)
needs_ocr = pytest.mark.skipif(
    not ocr.is_installed(), reason="the extra fairterms[ocr] is not there"
)


def test_pieces_are_read_line_by_line_from_the_left() -> None:
    pieces = [
        Piece(10, 40, 50, "next  month.", 0.9),
        Piece(60, 11, 21, "pays", 1.0),
        Piece(10, 10, 20, "Plan", 1.0),
    ]
    found = arrange(pieces)
    assert found.lines == ("Plan pays", "next month.")
    assert found.heights == pytest.approx((21 * 0.36, 50 * 0.36))


def test_confidence_counts_letters_and_not_pieces() -> None:
    found = arrange([Piece(0, 0, 9, "a" * 90, 1.0), Piece(0, 20, 29, "b" * 10, 0.5)])
    assert found.confidence == pytest.approx(0.95)
    assert found.weak == pytest.approx(0.1)
    assert not found.is_sure  # a tenth of the letters is weak


@pytest.mark.parametrize(
    ("confidence", "weak", "is_sure"), [(0.95, 0.03, True), (0.94, 0, False), (0.99, 0.04, False)]
)
def test_a_page_is_sure_where_nearly_every_letter_is(
    confidence: float, weak: float, is_sure: bool
) -> None:
    assert Recognised(("Plan",), (10,), confidence, weak).is_sure is is_sure


def test_nothing_recognised_is_not_sure() -> None:
    assert not arrange([]).is_sure


@pytest.fixture
def scanned(make_pdf: MakePdf) -> Path:
    return make_pdf([Sheet(CLAUSE), Sheet(has_picture=True)])


def pretend(monkeypatch: pytest.MonkeyPatch, found: Recognised) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda _page: found)


def test_a_recognised_page_is_read_and_says_so(
    scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, SURE)
    document = read(scanned, ocr=True)
    assert document.unread_pages == ()
    assert document.recognised_pages == (2,)
    (quote,) = find(document, "Plan may amend")
    assert (quote.page, quote.is_recognised) == (2, True)
    (other,) = find(document, "Plan shall pay")
    assert not other.is_recognised
    assert str(document.cautions[0]) == (
        "agreement.pdf: page 2 was read by optical character recognition [recognised-page]\n"
        "      why: it is a picture, and a recognised word, number or sign may be wrong\n"
        "      fix: check the words against the picture before you rely on them"
    )


def test_a_page_that_is_not_sure_stays_unread(
    scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, Recognised(("Plam mav annend",), (60,), 0.62, 1.0))
    document = read(scanned, ocr=True)
    assert document.unread_pages == (2,)
    assert find(document, "annend") == ()
    assert [caution.code for caution in document.cautions] == ["unsure-page", "unread-page"]
    assert document.cautions[0].what == "page 2 could not be recognised with confidence (62%)"


def test_nothing_is_recognised_unless_asked(scanned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, SURE)
    assert read(scanned).unread_pages == (2,)


def test_a_missing_extra_is_named_once(make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    sheets = [Sheet(CLAUSE), Sheet(has_picture=True), Sheet(has_picture=True)]
    document = read(make_pdf(sheets), ocr=True)
    codes = [caution.code for caution in document.cautions]
    assert codes == ["ocr-not-installed", "unread-page", "unread-page"]


def test_a_file_of_pictures_alone_can_be_read(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_pdf([Sheet(has_picture=True)])
    with pytest.raises(UnreadableDocument):
        read(path)
    pretend(monkeypatch, SURE)
    assert read(path, ocr=True).text == "\n".join(SURE.lines)


def test_recognised_lines_keep_their_heights() -> None:
    page = pdf_page.recognised(SURE, 100, 792)
    assert [(line.start, line.below_head) for line in page.lines] == [(100, 60), (131, 80)]


@needs_ocr
def test_a_real_picture_of_text_is_recognised(tmp_path: Path) -> None:
    import pypdfium2 as pdfium  # noqa: PLC0415 - only this test draws

    from .conftest import pdf_bytes  # noqa: PLC0415 - as above

    printed = tmp_path / "printed.pdf"
    printed.write_bytes(pdf_bytes([Sheet(CLAUSE)]))
    source = pdfium.PdfDocument(printed)
    bitmap = source[0].render(scale=200 / 72)
    target = pdfium.PdfDocument.new()
    image = pdfium.PdfImage.new(target)
    image.set_bitmap(bitmap)
    image.set_matrix(pdfium.PdfMatrix().scale(612, 792))
    page = target.new_page(612, 792)
    page.insert_obj(image)
    page.gen_content()
    scan = tmp_path / "scan.pdf"
    target.save(scan)
    target.close()
    source.close()
    document = read(scan, ocr=True)
    assert document.recognised_pages == (1,)
    assert find(document, "Plan shall pay Provider under this Agreement.")
    assert find(document, "Either party may give notice.")
