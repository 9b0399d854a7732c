"""Numbered lists of a Word document."""

import io

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from fairterms.publish.blocks import Bullets, Callout, Numbered, Prose
from fairterms.publish.docx import render
from fairterms.publish.docx_lists import NUMBERED, NumberedList
from fairterms.publish.page import Report

LISTS = (
    Numbered(("First", "Second")),
    Prose("Words between."),
    Numbered(("Third", "Fourth", "Fifth")),
    Callout("note", "Boxed", (Numbered(("Sixth",)),)),
    Bullets(("A dot",)),
)


def opened() -> WordDocument:
    return docx.Document(io.BytesIO(render(Report(title="Lists", blocks=LISTS))))


def list_numbers(document: WordDocument) -> list[tuple[str, int]]:
    """Give the words of each numbered paragraph and the number of its list."""
    return [
        (one.text, int(one._p.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]))
        for one in document.paragraphs
        if one.style is not None and one.style.name == NUMBERED
    ]


def test_each_list_has_a_number_of_its_own_and_its_entries_share_it() -> None:
    found = list_numbers(opened())
    assert [words for words, _ in found] == ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"]
    numbers = [number for _, number in found]
    assert numbers[0] == numbers[1]
    assert numbers[2] == numbers[3] == numbers[4]
    assert len(set(numbers)) == 3


def test_each_list_begins_at_one_and_looks_like_the_style() -> None:
    document = opened()
    lists = document.part.numbering_part.element
    style = document.styles[NUMBERED].element.pPr.numPr.numId.val
    look = lists.num_having_numId(style).abstractNumId.val
    for number in {number for _, number in list_numbers(document)}:
        one = lists.num_having_numId(number)
        assert number != style
        assert one.abstractNumId.val == look
        (level,) = one.findall(qn("w:lvlOverride"))
        assert level.get(qn("w:ilvl")) == "0"
        assert level.find(qn("w:startOverride")).get(qn("w:val")) == "1"


def test_a_list_may_take_entries_after_another_has_begun() -> None:
    document = docx.Document()
    first, second = NumberedList(document), NumberedList(document)
    for counted, words in ((first, "1"), (second, "1"), (first, "2")):
        counted.add(document.add_paragraph(words, style=NUMBERED))
    numbers = [number for _, number in list_numbers(document)]
    assert numbers[0] == numbers[2] != numbers[1]
    assert {one._p.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)") for one in document.paragraphs} == {
        "0"
    }


def test_a_dotted_list_is_left_as_it_is() -> None:
    (dotted,) = [
        one
        for one in opened().paragraphs
        if one.style is not None and one.style.name == "List Bullet"
    ]
    assert dotted._p.xpath("w:pPr/w:numPr") == []
