"""Finding the dark boxes that a page draws."""

import pypdfium2 as pdfium
import pytest

from fairterms.document import pdf_boxes
from fairterms.document.masks import Box

from .conftest import MakePdf, Sheet


def boxes(make_pdf: MakePdf, sheet: Sheet) -> tuple[Box, ...]:
    pdf = pdfium.PdfDocument(make_pdf([sheet]))
    try:
        return pdf_boxes.find(pdf[0])
    finally:
        pdf.close()


def test_a_box_inside_nested_forms_is_found_at_its_place_on_the_page(make_pdf: MakePdf) -> None:
    (box,) = boxes(make_pdf, Sheet(boxes=((150, 697, 195, 709),)))
    assert tuple(box) == pytest.approx((150, 697, 195, 709), abs=1e-3)
    assert box.height == pytest.approx(12, abs=1e-3)


def test_a_box_drawn_on_the_page_itself_is_found(make_pdf: MakePdf) -> None:
    (box,) = boxes(make_pdf, Sheet(drawn=b"0.1 g 60 700 40 12 re f"))
    assert tuple(box) == pytest.approx((60, 700, 100, 712), abs=1e-3)


@pytest.mark.parametrize(
    "drawn",
    [
        b"0.8 g 60 700 40 12 re f",  # shading
        b"1 g 60 700 40 12 re f",  # white
        b"1 1 0 rg 60 700 40 12 re f",  # a highlighter
        b"0 G 60 700 40 12 re S",  # an outline
        b"0 g 60 700 m 100 700 l 80 720 l f",  # a triangle
        b"0 g 60 700 m " + b"".join(b"%d %d l " % (60 + n, 700 + n % 2) for n in range(20)) + b"f",
    ],
)
def test_what_hides_nothing_is_no_box(make_pdf: MakePdf, drawn: bytes) -> None:
    assert boxes(make_pdf, Sheet(drawn=drawn)) == ()
