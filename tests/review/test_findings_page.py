"""The page of findings."""

import re

from fairterms.publish import html, pdf
from fairterms.publish.blocks import Callout, SideBySide
from fairterms.publish.structure import everything
from fairterms.reference.lesson_sentence import EXPLAINED
from fairterms.review import findings_page
from fairterms.review.features import Features
from fairterms.review.reading import findings_of
from tests.review.conftest import ONE_SIDED, OPENING, Read, agreement

BAD = OPENING + (
    "1. Change. Plan may amend this Agreement at any time on its own. "
    "2. Manual. Provider shall comply with the Provider Manual as posted. "
    "3. Pay. Plan shall pay promptly.\n"
)


def built(read_all: Read, text: str, unread: int = 0) -> str:
    reading = read_all(text, unread=unread, features=Features())
    found = findings_of(reading)
    return html.render(findings_page.build(reading.documents, found, reading.gaps))


def test_every_finding_and_every_quotation_link_both_ways(read_all: Read) -> None:
    page = built(read_all, BAD)
    findings = re.findall(r'<h3 id="(finding-\d+)">', page)
    assert findings
    marked = re.findall(r'<mark id="([\w-]+)"><a href="#(finding-\d+)">', page)
    assert marked
    for anchor, finding in marked:
        assert f'href="#{anchor}"' in page
        assert finding in findings


def test_what_was_not_read_stands_before_the_findings(read_all: Read) -> None:
    page = built(read_all, BAD, unread=1)
    assert page.index("Not everything was read") < page.index("Read these first")
    assert "page 1 could not be read" in page
    assert "Provider Manual" in page


def test_a_sound_agreement_gets_a_page_too(read_all: Read) -> None:
    reading = read_all(agreement(), features=Features())
    report = findings_page.build(reading.documents, (), ())
    assert not [one for one in everything(report) if isinstance(one, Callout)]
    assert "Nothing to object to." in html.render(report)


def test_the_text_stands_beside_the_findings_and_prints_after_them(read_all: Read) -> None:
    reading = read_all(agreement(ONE_SIDED), features=Features())
    report = findings_page.build(reading.documents, findings_of(reading), reading.gaps)
    (beside,) = [one for one in everything(report) if isinstance(one, SideBySide)]
    assert (beside.left_title, beside.right_title) == ("Findings", "The text")
    assert pdf.render(report).startswith(b"%PDF")


def test_every_finding_names_the_section_that_explains_it(read_all: Read) -> None:
    page = built(read_all, BAD)
    findings = re.findall(r'<h3 id="finding-\d+">', page)
    assert len(EXPLAINED.findall(page)) == len(findings) > 0


def test_the_list_to_read_first_is_short_and_names_no_check_twice(read_all: Read) -> None:
    page = built(read_all, BAD)
    first = page[page.index('id="first"') : page.index('id="findings"')]
    titles = re.findall(r'<a href="#finding-\d+">([^<]+)</a>', first)
    assert 0 < len(titles) <= findings_page.FIRST
    assert len(set(titles)) == len(titles)
