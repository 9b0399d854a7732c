"""A part of a report inside somebody else's page: the same blocks, no frame, no fixed colour."""

import re
from dataclasses import replace

import pytest
from lxml import html as reader

from fairterms.publish import fragment, html
from fairterms.publish.blocks import Contents, Heading, Prose, SideBySide
from fairterms.publish.inline import Term
from fairterms.publish.page import Report
from fairterms.publish.structure import PageError
from tests.publish.gallery import gallery

TWO = (Contents(), Heading(2, "One"), Prose((Term("benchmark", "what results are compared with"),)))


@pytest.fixture(scope="module")
def report() -> Report:
    return gallery(rows=3)


@pytest.fixture(scope="module")
def part(report: Report) -> str:
    return fragment.render(report.blocks, prefix="risks-", shift=1)


def read(part: str) -> reader.HtmlElement:
    return reader.fragment_fromstring(part, create_parent="main")


def identifiers(part: str) -> list[str]:
    return [str(one.get("id")) for one in read(part).iter() if one.get("id")]


def test_it_has_neither_head_nor_frame_nor_style(part: str) -> None:
    assert re.findall(r"<!doctype|<html|<head|<body|<main|<style|<script|style=", part) == []


def test_it_says_what_the_whole_report_says(report: Report) -> None:
    # A report closes with what it was made from, which is no block of it.
    blocks = replace(report, identity=())
    (whole,) = reader.document_fromstring(html.render(blocks)).iter("main")
    shown = read(fragment.render(report.blocks))
    said = [" ".join("".join(map(str, one.itertext())).split()) for one in (whole, shown)]
    assert len(said[0]) > 5000
    assert said[0] == said[1]


def test_headings_stand_deeper_by_the_shift_and_keep_their_anchors(report: Report) -> None:
    plain, shifted = (read(fragment.render(report.blocks, shift=shift)) for shift in (0, 1))
    levels = [
        [(int(str(one.tag)[1]), one.get("id")) for one in root.iter("h2", "h3", "h4", "h5")]
        for root in (plain, shifted)
    ]
    assert len(levels[0]) > 4
    assert levels[1] == [(level + 1, anchor) for level, anchor in levels[0]]


def test_no_heading_stands_deeper_than_html_knows() -> None:
    assert "<h6 " in fragment.render((Heading(4, "Deep"),), shift=9)


def test_contents_still_list_what_they_listed_before_the_shift() -> None:
    blocks = (Contents(), Heading(2, "Listed"), Heading(3, "Unlisted"))
    lists = [read(fragment.render(blocks, shift=shift)).findall(".//nav//li") for shift in (0, 2)]
    assert [[str(one.text_content()) for one in found] for found in lists] == [["Listed"]] * 2


def test_headings_inside_parts_side_by_side_stand_deeper_too() -> None:
    block = SideBySide((Heading(3, "Said", "said"),), (Heading(3, "Text", "text"),), "L", "R")
    found = read(fragment.render((block,), shift=1))
    assert [one.get("id") for one in found.iter("h4")] == ["said", "text"]


def test_every_identifier_is_used_once_and_every_link_leads_to_one(part: str) -> None:
    names = identifiers(part)
    assert len(names) == len(set(names)) > 20
    links = {str(one.get("href")).removeprefix("#") for one in read(part).iter("a")}
    described = {
        str(one.get("aria-describedby")) for one in read(part).iter() if one.get("role") == "img"
    }
    assert links | described <= set(names)


def test_two_fragments_of_one_page_share_no_identifier() -> None:
    charts = [block for block in gallery(1).blocks if hasattr(block, "alternative")][:1]
    both = [
        fragment.render((*charts, Prose((Term("benchmark", "what it is"),))), prefix=prefix)
        for prefix in ("a-", "b-")
    ]
    first, second = (set(identifiers(one)) for one in both)
    assert len(first) == len(second) == 3
    assert first.isdisjoint(second)


def test_words_are_explained_after_the_blocks() -> None:
    root = read(fragment.render(TWO, prefix="x-"))
    (word,) = root.find_class("term")
    assert word.get("href") == "#x-word-benchmark"
    entry = root.get_element_by_id("x-word-benchmark")
    assert entry.findtext("dd") == "what results are compared with"
    assert [str(one.text_content()) for one in root.findall(".//nav//li")] == [
        "One",
        "Words used in this report",
    ]


def test_without_explained_words_nothing_is_added() -> None:
    assert fragment.render((Prose("A"),)) == "<p>A</p>\n"


def test_a_word_of_two_meanings_is_refused() -> None:
    with pytest.raises(PageError, match="two ways"):
        fragment.render((Prose((Term("a", "one"), Term("a", "two"))),))


def test_drawings_name_their_colours_and_the_report_still_writes_them(
    part: str, gallery_html: str
) -> None:
    drawn = "".join(re.findall(r"<svg.*?</svg>", part, flags=re.DOTALL))
    # The drawing engine leaves its own blue on edges of no width.
    left = set(re.findall(r'(?:fill|stroke)="#[0-9a-f]{6}"[^>]*', drawn))
    assert all('stroke-width="0"' in one for one in left), left
    assert "ink-fill" in drawn
    assert "loss-stroke" in drawn
    assert "ink-fill" not in gallery_html


@pytest.mark.parametrize("prefix", ["A-", "a", "1-", '"><b>-'])
def test_a_prefix_that_could_break_an_anchor_is_our_mistake(prefix: str) -> None:
    with pytest.raises(AssertionError, match="prefix"):
        fragment.render(TWO, prefix=prefix)


def test_a_language_nobody_knows_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="xx"):
        fragment.render(TWO, language="xx")
