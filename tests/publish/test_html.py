"""The HTML of a report: structure a reader can trust, nothing foreign in it, text as written."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as reader

from fairterms.publish.blocks import Callout, Contents, Heading, Place, Prose, Quote
from fairterms.publish.html import render
from fairterms.publish.inline import Badge, Code, Emphasis, Link, Strong, Term
from fairterms.publish.legible import legible
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.publish.page import Report
from fairterms.publish.phrases import ENGLISH
from tests.publish.gallery import HOSTILE, LONG_WORD, UNDRAWABLE, gallery


@pytest.fixture(scope="module")
def page(gallery_html: str) -> reader.HtmlElement:
    return read(gallery_html)


def read(text: str) -> reader.HtmlElement:
    page = reader.document_fromstring(text)
    assert isinstance(page, reader.HtmlElement)
    return page


def text_of(element: reader.HtmlElement) -> str:
    return str(element.text_content())


def only(element: reader.HtmlElement, path: str) -> reader.HtmlElement:
    (found,) = element.findall(path)
    assert isinstance(found, reader.HtmlElement)
    return found


def test_the_page_says_its_language_and_its_title(page: reader.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert only(page, "head/title").text == f"Gallery {HOSTILE}"


def test_there_is_one_title_on_the_page_and_no_heading_jumps_a_level(
    page: reader.HtmlElement,
) -> None:
    levels = [int(str(h.tag)[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == 3, "the gallery goes down to the third level"


def test_the_page_has_the_landmarks_of_a_page(page: reader.HtmlElement) -> None:
    assert [element.tag for element in page.find("body")] == ["a", "header", "main", "footer"]
    assert only(page, ".//nav").get("aria-label") == ENGLISH.contents


def test_the_first_link_skips_to_the_report(page: reader.HtmlElement) -> None:
    first = next(page.iter("a"))
    assert (first.get("class"), first.text) == ("skip", ENGLISH.skip)
    assert first.get("href") == "#" + str(only(page, ".//main").get("id"))


def test_every_identifier_is_used_once_and_every_link_leads_to_one(
    page: reader.HtmlElement,
) -> None:
    identifiers = [str(element.get("id")) for element in page.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))
    links = [str(link.get("href")) for link in page.iter("a")]
    assert len(links) > 5
    assert {link.removeprefix("#") for link in links} <= set(identifiers)


def test_a_heading_may_be_called_report_without_a_double_identifier() -> None:
    page = read(render(Report(title="A", blocks=(Heading(2, "Report"),))))
    identifiers = [str(element.get("id")) for element in page.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers)) == 2


def test_the_contents_list_the_headings_down_to_their_depth() -> None:
    blocks = (Contents(depth=3), Heading(2, "A"), Heading(3, "B"), Heading(4, "C"))
    page = read(render(Report(title="T", blocks=blocks)))
    assert [text_of(item) for item in page.findall(".//nav//li")] == ["A", "B"]


def test_every_table_has_a_caption_and_headers_with_their_scope(page: reader.HtmlElement) -> None:
    tables = list(page.iter("table"))
    assert len(tables) > 8
    for table in tables:
        assert text_of(only(table, "caption")).strip()
        assert {header.get("scope") for header in table.findall("thead/tr/th")} == {"col"}
        assert all(header.get("scope") == "row" for header in table.findall("tbody/tr/th"))


def test_a_table_without_row_headers_has_none() -> None:
    table = Table("C", (Column("A"),), (Row(("b",)),), has_row_headers=False)
    page = read(render(Report(title="T", blocks=(table,))))
    assert page.findall(".//tbody//th") == []
    assert [text_of(cell) for cell in page.findall(".//tbody//td")] == ["b"]


def test_a_table_of_one_column_has_no_row_headers_for_they_would_head_nothing() -> None:
    table = Table("C", (Column("A"),), (Row(("b",)),))
    page = read(render(Report(title="T", blocks=(table,))))
    assert page.findall(".//tbody//th") == []


def test_a_table_that_scrolls_can_be_reached_by_keyboard_and_has_a_name(
    page: reader.HtmlElement,
) -> None:
    for table in page.iter("table"):
        frame = table.getparent()
        assert frame is not None
        assert (frame.get("role"), frame.get("tabindex")) == ("group", "0")
        assert frame.get("aria-label") == text_of(only(table, "caption"))


def test_every_chart_is_an_image_with_a_name_its_words_and_its_numbers(
    page: reader.HtmlElement,
) -> None:
    charts = page.find_class("chart")
    assert len(charts) == 10
    for chart in charts:
        drawings = chart.find_class("drawing")
        assert [drawing.get("role") for drawing in drawings] == ["img", "img"]
        words = only(chart, "p[@class='alternative']")
        for drawing in drawings:
            assert drawing.get("aria-label") == text_of(only(chart, "figcaption"))
            assert drawing.get("aria-describedby") == words.get("id")
            assert len(drawing.findall("{*}svg")) == 1
        assert len(text_of(words)) > 5
        assert chart.findall("details//tbody/tr")


def test_the_page_holds_no_script_and_names_no_address(gallery_html: str) -> None:
    assert re.findall(r"<script|<link|<img|<iframe|<object|\son\w+=", gallery_html) == []
    assert re.findall(r"javascript:|@import|url\(", gallery_html) == []
    assert set(re.findall(r"\w+://[^\s\"']+", gallery_html)) == {"http://www.w3.org/2000/svg"}


def test_hostile_text_stands_on_the_page_letter_for_letter(page: reader.HtmlElement) -> None:
    assert text_of(only(page, ".//h1")) == f"Gallery {HOSTILE}"
    assert text_of(page.find_class("callout-title")[0]) == HOSTILE
    assert text_of(only(page, ".//figure[@id='quote']/blockquote")) == HOSTILE
    caption = only(page, ".//*[@id='table']/table/caption")
    assert text_of(caption) == f"A table {HOSTILE}"
    label = only(page, ".//*[@id='table']").get("aria-label")
    assert label == f"A table {HOSTILE}"


def test_no_element_comes_from_the_text_of_a_report(page: reader.HtmlElement) -> None:
    assert list(page.iter("script")) == []
    assert list(page.iter("b")) == []
    assert len(list(page.iter("style"))) == 1


@given(st.text())
@settings(max_examples=25, deadline=None)
def test_any_text_reads_back_as_it_was_given(text: str) -> None:
    runs = (Strong(text), Emphasis(text), Code(text), Link(text, "a"), text)
    blocks = (Heading(2, f"A{text}", "a"), Prose(runs))
    page = read(render(Report(title="T", blocks=blocks)))
    heading, paragraph = only(page, ".//h2"), only(page, ".//main/p")
    assert text_of(heading) == legible(f"A{text}")
    assert text_of(paragraph) == legible(text) * 5


def test_a_sign_no_page_may_hold_is_shown_as_replaced() -> None:
    assert "<p>a\ufffdb</p>" in render(Report(title="T", blocks=(Prose("a\x07b"),)))


def test_signs_that_paper_cannot_draw_stay_on_the_page(page: reader.HtmlElement) -> None:
    assert legible(UNDRAWABLE) in text_of(page)


def test_no_line_ends_inside_an_amount() -> None:
    blocks = (Prose("From −$196,698 on"), Figures((KeyNumber("A", "−$196,698 to $40,906"),)))
    page = render(Report(title="T", blocks=blocks))
    assert '<p>From <span class="amount">−$196,698</span> on</p>' in page
    assert '<span class="part">−$196,698 to</span> <span class="part">$40,906</span>' in page


def test_a_severity_is_said_in_words() -> None:
    words = (Badge("high"), Badge("low", "minor"))
    page = read(render(Report(title="T", blocks=(Prose(words),))))
    assert [text_of(badge) for badge in page.find_class("badge")] == ["High", "minor"]


def test_an_answer_is_a_landmark_and_a_note_is_not() -> None:
    blocks = (Callout("answer-sign", "Yes"), Callout("note", "Mind"))
    page = read(render(Report(title="T", blocks=blocks)))
    boxes = page.find_class("callout")
    assert [box.get("role") for box in boxes] == ["region", "note"]
    assert [box.get("aria-label") for box in boxes] == ["Sign: Yes", "Note: Mind"]


def test_a_word_of_the_field_leads_to_its_meaning() -> None:
    term = Term("benchmarks", "what results are compared with", "benchmark")
    page = read(render(Report(title="T", blocks=(Prose((term,)),))))
    link = only(page, ".//main/p/a")
    meaning = only(page, f".//*[@id='{str(link.get('href'))[1:]}']")
    assert text_of(meaning) == "benchmarkwhat results are compared with"


def test_a_quote_says_where_it_stands_and_why_it_matters() -> None:
    quote = Quote("The words.", Place("a.pdf", "3"), "They bind.")
    page = read(render(Report(title="T", blocks=(quote,))))
    figure = only(page, ".//figure")
    assert text_of(only(figure, "figcaption")) == "a.pdf, page 3"
    assert text_of(only(figure, "p[@class='why']")) == "Why it matters: They bind."


def test_the_same_report_gives_the_same_page(gallery_html: str) -> None:
    assert render(gallery()) == gallery_html


def test_the_numbers_of_a_chart_are_printed_though_they_are_folded_on_screen(
    gallery_html: str,
) -> None:
    _, printed = gallery_html.split("@media print", 1)
    assert "details::details-content" in printed.split("</style>")[0]


def test_a_long_word_is_in_the_page_unbroken(page: reader.HtmlElement) -> None:
    assert text_of(page).count(LONG_WORD) >= 3
