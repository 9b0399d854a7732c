"""Recognising page furniture."""

from fairterms.document import furniture
from fairterms.document.reader import read

from .conftest import MakePdf, Sheet, Write


def words(text: str, pages: list[str]) -> list[str]:
    """Lay pages of plain text out and return the furniture's words."""
    lines = []
    start = 0
    for page in pages:
        lines.append(furniture.lines(text, start, start + len(page)))
        start += len(page) + 1
    return [text[span.start : span.end] for span in furniture.find(text, lines)]


def test_a_footer_that_returns_is_furniture() -> None:
    pages = [f"Clause {'abcd'[n]} says\n{'wxyz'[n]}.\nCedar form\nPage {n + 7}" for n in range(4)]
    assert words("\n".join(pages), pages) == [
        line for n in range(4) for line in ("Cedar form", f"Page {n + 7}")
    ]


def test_a_running_head_that_returns_is_furniture() -> None:
    pages = [
        f"Cedar agreement\nClause {'abcd'[n]} is here\nand ends so {'wxyz'[n]}." for n in range(4)
    ]
    assert words("\n".join(pages), pages) == ["Cedar agreement"] * 4


def test_a_line_that_returns_elsewhere_on_the_page_stays() -> None:
    pages = ["one\ntwo\nas follows\nfour\nfive", "six\nas follows\nseven", "as follows\neight\nx y"]
    assert words("\n".join(pages), pages) == []


def test_a_footer_of_one_attachment_only_is_known_by_its_opening(make_pdf: MakePdf) -> None:
    foot = "Cedar Enterprise Provider Agreement"
    sheets = [Sheet(f"Text {letter} stands here.", (foot,)) for letter in "abc"]
    sheets.append(Sheet("Text d stands here.", (f"{foot} Networks", "Attachment", "4")))
    document = read(make_pdf(sheets))
    found = [document.text[span.start : span.end] for span in document.furniture]
    assert found == [foot, foot, foot, f"{foot} Networks", "Attachment", "4"]


def test_dates_copyright_and_page_numbers_at_the_foot_are_furniture(make_pdf: MakePdf) -> None:
    foot = ("© 2023 August - Cedar, Inc.", "02/26/2024", "Page 1 of 1")
    document = read(make_pdf([Sheet("Plan shall pay Provider.", foot)]))
    assert tuple(document.text[span.start : span.end] for span in document.furniture) == foot


def test_a_heading_at_the_top_of_three_attachments_stays(make_pdf: MakePdf) -> None:
    sheets = [
        Sheet(f"{name} NETWORK\nATTACHMENT TO THE\nAGREEMENT\nProvider joins {name}.")
        for name in ("EAST", "WEST", "NORTH")
    ]
    assert read(make_pdf(sheets)).furniture == ()


def test_lines_that_differ_only_in_a_number_stay() -> None:
    pages = [f"The rate is {rate} %\nand so it stays." for rate in (30, 60, 20)]
    pages = [
        f"{page}\nuntil the {end}." for page, end in zip(pages, ("1st", "2nd", "9th"), strict=True)
    ]
    assert "The rate is 30 %" not in words("\n".join(pages), pages)


def test_a_single_page_of_plain_text_has_no_furniture(write: Write) -> None:
    assert read(write("a.txt", "Plan shall pay.\n1")).furniture == ()


def test_a_short_line_far_from_its_place_is_no_furniture(make_pdf: MakePdf) -> None:
    sheets = [Sheet(f"Text {letter} stands here.", ("Attachment",)) for letter in "abc"]
    low = Sheet("Text d stands here.", pieces=((60, 90, "Attachment"),))
    document = read(make_pdf([*sheets, low]))
    assert [document.page_at(span.start).number for span in document.furniture] == [1, 2, 3]


def test_a_footer_is_the_same_with_and_without_a_masked_name(make_pdf: MakePdf) -> None:
    foot = "Cedar enrolment form"
    sheets = [Sheet(f"Text {letter} stands here.", (foot,)) for letter in "ab"]
    sheets.append(Sheet("Text c stands here.", (foot,), boxes=((162, 46, 200, 58),)))
    document = read(make_pdf(sheets))
    found = [document.text[span.start : span.end] for span in document.furniture]
    assert found == [foot, foot, f"{foot} [masked]"]
