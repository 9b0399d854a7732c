"""Finding sections."""

import pytest

from fairterms.document.reader import read

from .conftest import MakePdf, Sheet, Write

OUTLINE = """PROVIDER AGREEMENT
ARTICLE I
DEFINITIONS
1.1 Claim. A bill sent under section
9.3.1. of the manual, within
30 days of care.
1.2 Pay
1.2.1 first
1.2.2 second
a) one
b) two
1.3 Term. One year.
ARTICLE II - TERM
2.1 Length. Two years.
Section 3 Notices
3.1 In Writing. Always.
EXHIBIT B
PAYMENT
1. Base. A rate.
2. Share. As follows:
(a) half;
(b) or less, where
(i) cost is up; or
(ii) not.
(c) none.
Attachment C: Reports
A. Monthly.
B. Yearly."""


def test_an_outline_is_read_as_a_lawyer_would_cite_it(write: Write) -> None:
    document = read(write("a.txt", OUTLINE))
    assert [(s.level, s.number, s.title) for s in document.sections] == [
        (1, "", "PROVIDER AGREEMENT"),
        (1, "Article I", "DEFINITIONS"),
        (2, "1.1", "Claim"),
        (2, "1.2", "Pay"),
        (3, "1.2.1", ""),
        (3, "1.2.2", ""),
        (4, "1.2.2(a)", ""),
        (4, "1.2.2(b)", ""),
        (2, "1.3", "Term"),
        (1, "Article II", "TERM"),
        (2, "2.1", "Length"),
        (2, "Section 3", "Notices"),
        (3, "3.1", "In Writing"),
        (1, "Exhibit B", "PAYMENT"),
        (2, "1", "Base"),
        (2, "2", "Share"),
        (3, "2(a)", ""),
        (3, "2(b)", ""),
        (4, "2(b)(i)", ""),
        (4, "2(b)(ii)", ""),
        (3, "2(c)", ""),
        (1, "Attachment C", "Reports"),
        (2, "(A)", "Monthly"),
        (2, "(B)", "Yearly"),
    ]


def test_a_section_reaches_to_the_next_of_its_level(write: Write) -> None:
    document = read(write("a.txt", OUTLINE))
    share = next(s for s in document.sections if s.title == "Share")
    assert document.text[share.start : share.end].strip().endswith("(c) none.")


def test_a_place_is_cited_with_its_exhibit(write: Write) -> None:
    document = read(write("a.txt", OUTLINE))
    assert document.locator(document.text.index("or less")) == "Exhibit B, 2(b)"
    assert document.locator(document.text.index("Two years")) == "2.1"


def test_a_line_that_only_begins_with_a_number_is_no_section(write: Write) -> None:
    text = "2.1 Notice. Within\n30 days, as section\n9.4 and 9.5 say.\n2.2 Term. One year."
    assert [s.number for s in read(write("a.txt", text)).sections] == ["2.1", "2.2"]


def test_an_unread_page_closes_what_was_open(make_pdf: MakePdf) -> None:
    sheets = [
        Sheet("EXHIBIT A\n1. Pay. Monthly."),
        Sheet(has_picture=True),
        Sheet("7.5 Survival. It survives."),
    ]
    document = read(make_pdf(sheets))
    assert [(s.level, s.label) for s in document.sections] == [
        (1, "Exhibit A"),
        (2, "1"),
        (1, "7.5"),
    ]
    assert document.sections[0].end <= document.pages[2].start


@pytest.mark.parametrize("heading", ["h1", "h3"])
def test_headings_that_html_marks_are_sections(write: Write, heading: str) -> None:
    page = f"<{heading}>How we pay</{heading}><p>Monthly.</p><h6>Late pay</h6><p>Interest.</p>"
    document = read(write("a.html", page))
    assert [(s.level, s.title) for s in document.sections] == [(1, "How we pay"), (2, "Late pay")]
