"""A report is refused when it cannot be published, and closes with its words and sources."""

import pytest

from fairterms.publish.blocks import Definitions, Heading, Prose
from fairterms.publish.inline import Code, Link, Term
from fairterms.publish.page import PageError, Report, closing_blocks, phrases_of
from fairterms.publish.phrases import ENGLISH

TERM = Term("benchmarks", "what results are compared with", "benchmark")


def test_a_report_needs_a_title() -> None:
    with pytest.raises(PageError) as refusal:
        Report(title=" ", blocks=())
    assert str(refusal.value) == "The report has no title: say in a few words what it is."


def test_a_language_without_phrases_is_refused_by_name() -> None:
    with pytest.raises(PageError) as refusal:
        Report(title="A", blocks=(), language="tlh")
    assert str(refusal.value) == ("Reports cannot be published in 'tlh' yet; known languages: en.")


def test_a_report_is_checked_when_it_is_built() -> None:
    with pytest.raises(PageError, match="leads to 'nowhere'"):
        Report(title="A", blocks=(Prose((Link("there", "nowhere"),)),))


def test_headings_of_a_report_can_be_linked_by_their_text() -> None:
    report = Report(title="A", blocks=(Heading(2, "The money"), Prose((Link("it", "the-money"),))))
    assert report.blocks[0] == Heading(2, "The money", "the-money")


def test_a_report_with_nothing_to_explain_closes_with_nothing() -> None:
    assert closing_blocks(Report(title="A", blocks=())) == ()


def test_a_report_closes_with_its_words_and_its_sources() -> None:
    report = Report(title="A", blocks=(Prose((TERM,)),), identity=(("terms.toml", "sha256:ab"),))
    words, entries, sources, hashes = closing_blocks(report)
    assert isinstance(words, Heading)
    assert isinstance(sources, Heading)
    assert isinstance(entries, Definitions)
    assert isinstance(hashes, Definitions)
    assert (words.text, sources.text) == (ENGLISH.words_used, ENGLISH.made_from)
    assert [(e.name, e.words) for e in entries.entries] == [("benchmark", TERM.meaning)]
    assert [(e.name, e.words) for e in hashes.entries] == [("terms.toml", (Code("sha256:ab"),))]


def test_a_link_may_lead_to_the_closing_lists() -> None:
    Report(title="A", blocks=(Prose((TERM, Link("words", "words-used"))),))


def test_an_author_may_use_the_titles_of_the_closing_lists() -> None:
    blocks = (Heading(2, "Words used"), Heading(2, "Made from"), Prose((TERM,)))
    report = Report(title="A", blocks=blocks, identity=(("terms", "ab"),))
    assert [b.anchor for b in report.blocks if isinstance(b, Heading)] == [
        "words-used-2",
        "made-from-2",
    ]


def test_a_report_speaks_its_language() -> None:
    assert phrases_of(Report(title="A", blocks=())) is ENGLISH
