"""The PDF of a report: tagged, the same bytes every time, text letter for letter, no overlaps."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.publish import palette
from fairterms.publish import pdf as room
from fairterms.publish.blocks import Block, Callout, Heading, Numbered, Place, Prose, Quote
from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.inline import Badge, Code, Emphasis, Link, Strong
from fairterms.publish.number_blocks import (
    Column,
    Figures,
    KeyNumber,
    Row,
    Steps,
    Table,
)
from fairterms.publish.page import Report
from fairterms.publish.phrases import ENGLISH
from tests.publish.gallery import HOSTILE, LONG_WORD, gallery

Box = tuple[float, float, float, float]
SIDE = 0.95 * 72
# Punctuation hangs a little over the edge of the text, and some letters have tails.
HANGING, TAIL = 4.0, 3.0


@pytest.fixture(scope="module")
def paper(gallery_pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(gallery_pdf)
    yield document
    document.close()


def set_pdf(*blocks: Block, **head: Any) -> bytes:
    return room.render(Report(title="T", blocks=blocks, **head))


def texts(pdf: bytes | pypdfium2.PdfDocument) -> list[str]:
    document = pypdfium2.PdfDocument(pdf) if isinstance(pdf, bytes) else pdf
    return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def boxes(page: pypdfium2.PdfPage) -> list[tuple[Box, str]]:
    """Give the box and the text of every run of letters on a page."""
    text = page.get_textpage()
    found = [text.get_rect(number) for number in range(text.count_rects())]
    return [(box, text.get_text_bounded(*box)) for box in found]


def overlaps(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    return [
        (said, other)
        for (one, said), (two, other) in combinations(boxes(page), 2)
        if min(one[2], two[2]) - max(one[0], two[0]) > TAIL
        and min(one[3], two[3]) - max(one[1], two[1]) > 2
    ]


def lines_of(pdf: bytes) -> list[str]:
    return [line for page in texts(pdf) for line in page.splitlines()]


def test_the_same_report_gives_the_same_bytes(gallery_pdf: bytes) -> None:
    assert room.render(gallery()) == gallery_pdf


def test_another_day_gives_another_file() -> None:
    assert set_pdf(made_on="2027-01-12") != set_pdf(made_on="2027-01-13")
    assert set_pdf(made_on="some day")


def test_the_file_says_its_title_and_its_language(
    gallery_pdf: bytes, paper: pypdfium2.PdfDocument
) -> None:
    assert paper.get_metadata_value("Title") == f"Gallery {HOSTILE}"
    assert paper.get_metadata_value("CreationDate").startswith("D:20310304")
    assert re.search(rb"/Lang ?\(en\)", gallery_pdf)
    assert b"/DisplayDocTitle true" in gallery_pdf


def test_the_file_is_tagged_and_claims_to_be_for_everyone(gallery_pdf: bytes) -> None:
    assert b"/StructTreeRoot" in gallery_pdf
    assert re.search(rb"/MarkInfo ?<</Marked true", gallery_pdf)
    # The typesetter refuses to write this line unless the rules it can check are kept.
    assert b"<pdfuaid:part>1</pdfuaid:part>" in gallery_pdf


@pytest.mark.parametrize(
    "tag", ["H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Figure", "BlockQuote", "Link"]
)
def test_every_kind_of_content_has_its_tag(gallery_pdf: bytes, tag: str) -> None:
    assert re.search(rf"/S ?/{tag}\b".encode(), gallery_pdf)


def test_a_drawing_has_its_words_for_screen_readers() -> None:
    chart = bars("Work", [Bar("Files", 1)], alternative="One file costs one dollar.")
    assert b"/Alt(One file costs one dollar.)" in set_pdf(chart).replace(b"/Alt (", b"/Alt(")


def test_headings_are_bookmarks_at_their_level(paper: pypdfium2.PdfDocument) -> None:
    found = [(mark.level, mark.get_title()) for mark in paper.get_toc()]
    assert found == [
        (0, f"Money {HOSTILE}"),
        (0, "Tables"),
        (1, "A part"),
        (1, "Said"),
        (0, ENGLISH.words_used),
        (0, ENGLISH.made_from),
    ]


def test_hostile_text_comes_out_letter_for_letter(paper: pypdfium2.PdfDocument) -> None:
    pages = letters(" ".join(texts(paper)))
    assert pages.count(letters(HOSTILE)) > 60
    assert letters(f"Gallery {HOSTILE}") in pages


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        '#import "x.typ": * // $x^2$ @ref <label> = Title\\',
        "https://example.org/~a/b_c?d=e&f=g#h %20 *not bold* _nor slanted_ `nor code`",
        "office fi ff ffi ﬁ “quotes” ‘single’ — – … 1/2 ½ §",
        LONG_WORD,
    ],
)
def test_text_is_never_read_as_markup(text: str) -> None:
    (page,) = texts(set_pdf(Prose((text, Strong(text), Emphasis(text), Code(text)))))
    # A PDF may spell the sign "ﬁ" as two letters; it reads the same.
    assert letters(text).replace("ﬁ", "fi") * 4 in letters(page).replace("ﬁ", "fi")


@given(st.text())
@settings(max_examples=20, deadline=None)
def test_any_text_can_be_set(text: str) -> None:
    runs = (text, Strong(text), Emphasis(text), Code(text))
    assert set_pdf(Heading(2, f"A{text}"), Prose(runs), Quote(text, Place(text)))


def test_every_page_says_which_of_how_many_it_is(paper: pypdfium2.PdfDocument) -> None:
    pages = texts(paper)
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page


def test_a_sign_without_a_shape_is_replaced_and_the_first_page_says_so(
    paper: pypdfium2.PdfDocument,
) -> None:
    pages = texts(paper)
    assert letters(ENGLISH.undrawn) in letters(pages[0])
    assert any("First line \ufffd \ufffd\ufffd \ufffd" in page for page in pages)
    assert any("Meetings \ufffd \ufffd\ufffd \ufffd" in page for page in pages), "in charts too"


def test_a_report_whose_every_sign_can_be_drawn_says_nothing_about_it() -> None:
    (page,) = texts(set_pdf(Prose("§ 2 ≥ 5 %")))
    assert letters(ENGLISH.undrawn) not in letters(page)


def test_no_text_lies_over_other_text(paper: pypdfium2.PdfDocument) -> None:
    assert [overlaps(page) for page in paper] == [[]] * len(paper)


def test_all_text_lies_inside_the_margins(paper: pypdfium2.PdfDocument) -> None:
    for page in paper:
        for (left, bottom, right, top), said in boxes(page):
            assert left > SIDE - HANGING, said
            assert right < page.get_width() - SIDE + HANGING, said
            assert 30 < bottom < top < page.get_height() - 30, said


def rows_of_words(count: int) -> Table:
    columns = (Column("Name"), Column("Amount", "right"))
    rows = (Row((f"row {number}", "$1.00")) for number in range(count))
    return Table("Many rows", columns, tuple(rows))


def test_the_header_of_a_table_repeats_on_every_page_it_runs_over() -> None:
    pages = texts(set_pdf(rows_of_words(90)))
    assert len(pages) == 3
    assert all(re.search(r"Name\s+Amount", page) for page in pages)


def test_an_amount_in_a_table_never_breaks() -> None:
    prose = "many words that fill the room " * 6
    table = Table(
        "Amounts beside words",
        (Column("What"), Column("Dollars of the whole year", "right"), Column("Why")),
        (Row((prose, "−$4,108,534.53", prose)), Row((prose, "$1 to −$2,000,000", prose), "total")),
    )
    lines = lines_of(set_pdf(table))
    assert any("−$4,108,534.53" in line for line in lines)
    assert any("$1 to −$2,000,000" in line for line in lines)


def test_a_table_of_many_amounts_takes_smaller_letters_before_it_turns_its_page() -> None:
    columns = tuple(Column(f"Q{number}", "right") for number in range(8))
    table = Table("Eight", columns, (Row(("−$1,123,456.78",) * 8),), has_row_headers=False)
    (page,) = pypdfium2.PdfDocument(set_pdf(table))
    assert page.get_width() < page.get_height()
    assert page.get_textpage().get_text_range().count("−$1,123,456.78") == 8
    assert overlaps(page) == []


def test_a_table_of_too_many_amounts_gets_a_page_turned_round(
    paper: pypdfium2.PdfDocument,
) -> None:
    (turned,) = [page for page in paper if page.get_width() > page.get_height()]
    text = turned.get_textpage().get_text_range()
    for number in range(10, 22):
        assert f"−${number},123,456.78" in text


def test_a_short_column_leaves_its_room_to_a_long_one() -> None:
    table = Table(
        "Unlike columns",
        (Column("Question"), Column("Found"), Column("What was found")),
        (Row(("Is it met?", "met", "words " * 80)), Row(("Is that?", "not met", "words " * 60))),
    )
    (page,) = pypdfium2.PdfDocument(set_pdf(table))
    left = {said.strip(): box[0] for box, said in boxes(page)}
    right = max(box[2] for box, said in boxes(page) if said.startswith("words"))
    start = min(box[0] for box, said in boxes(page) if said.startswith("words"))
    assert "not met" in left, "the short cell stands on one line"
    assert (right - start) > 0.6 * (page.get_width() - 2 * SIDE)


def test_a_word_too_long_for_its_column_breaks_inside_and_stays_itself() -> None:
    table = Table(
        "Long words",
        (Column("Key"), Column("Says")),
        (Row((LONG_WORD, "words " * 60)),),
        has_row_headers=False,
    )
    (page,) = pypdfium2.PdfDocument(set_pdf(table))
    assert overlaps(page) == []
    assert LONG_WORD in letters(page.get_textpage().get_text_range())


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_key_number_ends_its_line_only_after_the_word_to(count: int) -> None:
    numbers = tuple(KeyNumber(f"N{n}", "−$196,698 to $40,906") for n in range(count))
    lines = lines_of(set_pdf(Figures(numbers)))
    pieces = [piece for line in lines for piece in re.findall(r"[−$][^N]*", line)]
    found = re.sub(r"\s+", " ", " ".join(pieces))
    assert found.count("−$196,698 to") == count
    assert found.count("$40,906") == count


def test_a_unit_stays_on_the_line_of_its_number() -> None:
    numbers = (KeyNumber("A", "12 findings, 5 critical"),) * 4
    lines = lines_of(set_pdf(Figures(numbers)))
    assert any("12 findings," in line for line in lines)
    assert not any(re.search(r"12 findings, 5", line) for line in lines)
    assert sum(line.count("5 critical") for line in lines) == 4


def test_a_key_number_too_wide_for_its_place_takes_smaller_letters() -> None:
    short, long = KeyNumber("A", "−$1,000"), KeyNumber("B", "−$123,456,789,000.00")
    (page,) = pypdfium2.PdfDocument(set_pdf(Figures((short, long, short, short))))
    heights = {said.strip(): box[3] - box[1] for box, said in boxes(page)}
    assert heights["−$123,456,789,000.00"] < heights["−$1,000"]
    assert overlaps(page) == []


@pytest.mark.parametrize("amount", ["−$196,698", "+$196,698", "-$196,698"])
def test_no_line_ends_between_a_sign_and_its_dollars(amount: str) -> None:
    widths = range(60, 75)
    lines = lines_of(set_pdf(*(Prose("x" * width + " " + f"{amount} " * 20) for width in widths)))
    # A mark of a paragraph's start, so that an empty page would not do.
    assert sum(line.startswith("x" * 60) for line in lines) == len(widths)
    assert not any(line.rstrip().endswith(amount[0]) for line in lines)


def severity_marks(pdf: bytes) -> int:
    """Count the shapes drawn on the first page."""
    (page,) = pypdfium2.PdfDocument(pdf)
    return sum(1 for shape in page.get_objects() if shape.type == 2)


def test_a_badge_has_a_shape_besides_its_word() -> None:
    nothing = severity_marks(set_pdf(Prose("High")))
    assert severity_marks(set_pdf(Prose((Badge("high"),)))) >= nothing + 4
    assert texts(set_pdf(Prose((Badge("high"),))))[0].splitlines()[1].strip() == "High"


def test_a_box_taller_than_a_page_goes_on_overleaf() -> None:
    items = tuple(f"Item {number}" for number in range(120))
    pages = texts(set_pdf(Callout("note", "Long", (Numbered(items),))))
    assert len(pages) > 2
    assert all(f"Item {number}" in " ".join(pages) for number in range(120))


@pytest.mark.parametrize("words", [500, 550, 600])
def test_a_box_that_fits_on_a_page_is_not_divided(words: int) -> None:
    items = tuple(f"Item {number}" for number in range(20))
    pages = texts(set_pdf(Prose("word " * words), Callout("note", "Whole", (Numbered(items),))))
    assert len(pages) == 2
    assert "Whole" in pages[1]
    assert "Item 19" in pages[1]


def test_a_chart_taller_than_a_page_is_made_to_fit() -> None:
    chart = bars("Tall", [Bar(f"Bar {number}", number) for number in range(40)])
    document = pypdfium2.PdfDocument(set_pdf(chart))
    assert len(document) == 1
    assert "Bar 39" in texts(document)[0]


def test_a_chart_may_stand_in_a_box() -> None:
    (page,) = texts(set_pdf(Callout("note", "Box", (bars("In it", [Bar("Inside", 1)]),))))
    assert "Inside" in page


@pytest.mark.parametrize(
    "blocks",
    [(Figures(()),), (Steps("None", ()),), (Table("None", (Column("A"),), ()),), (Numbered(()),)],
)
def test_an_empty_list_can_be_set(blocks: Sequence[Block]) -> None:
    assert len(texts(set_pdf(*blocks))) == 1


def test_a_link_leads_to_its_place() -> None:
    pdf = set_pdf(Prose((Link("the money", "money"),)), Heading(2, "Money", "money"))
    assert pdf.count(b"/Subtype/Link") + pdf.count(b"/Subtype /Link") == 1


def test_paper_and_screen_have_the_same_colours() -> None:
    """The template names no colour of its own but black's opposite."""
    for template in room._TEMPLATE.parent.glob("*.typ"):
        assert re.findall(r"#[0-9a-fA-F]{6}", template.read_text(encoding="utf-8")) == []
    assert palette.PAPER == "#ffffff"
