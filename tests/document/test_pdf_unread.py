"""Pages that show something which is no text; scans and drawings are in test_pdf.py."""

from fairterms.document import pdf_unread


def test_letters_that_a_font_keeps_to_itself_make_an_unread_page() -> None:
    assert pdf_unread.why(None, 7, "\ue001\ufffd" * 200) == "page 7 has letters without a meaning"
    assert pdf_unread.why(None, 7, "Plan pays. " * 200) == ""


def test_signs_that_no_page_prints_are_letters_without_a_meaning() -> None:
    assert pdf_unread.why(None, 7, "\x01\x8f" * 200) == "page 7 has letters without a meaning"
    assert pdf_unread.why(None, 7, "pays\x01" * 200) == ""
