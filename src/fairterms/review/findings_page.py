"""The page a reader opens first: findings ranked, beside the text they quote."""

from collections.abc import Sequence

from fairterms.document.document import Document
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    Numbered,
    Prose,
    Quote,
    SideBySide,
)
from fairterms.publish.inline import Emphasis, Inline, Link, Strong, Words
from fairterms.publish.number_blocks import Figures, KeyNumber
from fairterms.publish.page import Report
from fairterms.reference.lesson_links import lesson_for_check
from fairterms.reference.lesson_sentence import explained
from fairterms.review import wording
from fairterms.review.marked_text import MarkedText, Quoted, mark
from fairterms.units.finding import Finding, QuoteEvidence, Severity, Status

FIRST = 5
"""Findings listed at the head of the page: what a reader with two minutes should see."""

_CAUTION = (
    "Fairterms reads for questions to ask. It is not legal advice: have counsel review the "
    "agreement before you sign. A sign of a tactic is never a proof of intent."
)


def build(
    documents: Sequence[Document],
    found: Sequence[Finding],
    gaps: Sequence[str],
    more: Sequence[Block] = (),
    made_on: str = "",
) -> Report:
    """Build the page of findings.

    Parameters
    ----------
    documents
        As they were read.
    found
        What the review saw, in the order to show.
    gaps
        What could not be read or was not supplied.
    more
        Blocks that follow the findings: scorecards, language, the law.
    made_on
        The day, as ISO 8601.
    """
    findings, right = findings_and_texts(documents, found)
    left = [block for blocks in findings for block in blocks]
    blocks: list[Block] = [
        *_head(found, gaps),
        Heading(2, "Findings, beside the text", "findings"),
        SideBySide(
            tuple(left or [Prose("Nothing to object to.")]), tuple(right), "Findings", "The text"
        ),
        *more,
    ]
    names = ", ".join(document.name for document in documents)
    return Report(
        title="What to ask before you sign",
        subtitle=names,
        blocks=tuple(blocks),
        footer=(_CAUTION,),
        made_on=made_on,
        identity=tuple((one.name, f"sha256:{one.sha256}") for one in documents),
    )


def findings_and_texts(
    documents: Sequence[Document], found: Sequence[Finding]
) -> tuple[list[list[Block]], list[Block]]:
    """Return the blocks of each finding, and the texts in which their words are marked.

    Parameters
    ----------
    documents
        As they were read.
    found
        What the review saw, in the order to show.
    """
    anchors = {id(one): f"finding-{number}" for number, one in enumerate(found, start=1)}
    quoted = [
        Quoted(quote, anchors[id(one)], f"finding {number}")
        for number, one in enumerate(found, start=1)
        for quote in wording.quotes_of(one)
    ]
    texts = [mark(document, quoted, f"text-{n}") for n, document in enumerate(documents, start=1)]
    left = [
        _finding(finding, number, documents, texts) for number, finding in enumerate(found, start=1)
    ]
    right: list[Block] = []
    for number, (document, text) in enumerate(zip(documents, texts, strict=True), start=1):
        right += [Heading(3, document.name, f"text-{number}"), *text.blocks]
    return left, right


def _head(found: Sequence[Finding], gaps: Sequence[str]) -> list[Block]:
    """Return what a reader sees before scrolling."""
    plain = [one for one in found if one.status is Status.FINDING]
    unclear = len(found) - len(plain)
    counts = [
        KeyNumber(severity.value.capitalize(), str(wording.severity_count(tuple(found), severity)))
        for severity in reversed(Severity)
    ]
    blocks: list[Block] = [Figures((*counts, KeyNumber("Could not be told", str(unclear))))]
    if gaps:
        why = "Until this is supplied, nothing that seems missing can be called missing."
        blocks.append(
            Callout("warning", "Not everything was read", (Bullets(tuple(gaps)), Prose(why)))
        )
    if plain:
        first = tuple(_in_brief(one, number) for number, one in _ranked(found))
        blocks.append(Heading(2, "Read these first", "first"))
        blocks.append(Numbered(first))
    return blocks


def _ranked(found: Sequence[Finding]) -> list[tuple[int, Finding]]:
    """Return the first few plain findings, one of each check, with their numbers."""
    seen: dict[str, tuple[int, Finding]] = {}
    for number, one in enumerate(found, start=1):
        if one.status is Status.FINDING:
            seen.setdefault(one.check, (number, one))
    return list(seen.values())[:FIRST]


def _in_brief(finding: Finding, number: int) -> Words:
    ask = finding.asks[0] if finding.asks else ""
    link = Link(finding.title, f"finding-{number}")
    return (wording.badge(finding), " ", link, f" ({wording.where(finding.evidence)}). {ask}")


def _finding(
    finding: Finding, number: int, documents: Sequence[Document], texts: Sequence[MarkedText]
) -> list[Block]:
    """Return one finding: its words, why it matters, what to ask for."""
    blocks: list[Block] = [
        Heading(3, f"{number}. {finding.title}", f"finding-{number}"),
        Prose((wording.badge(finding), *_unclear(finding))),
    ]
    evidence = finding.evidence
    if isinstance(evidence, QuoteEvidence):
        section = _section(evidence, documents)
        blocks.append(Quote(wording.tidy(evidence.text), wording.place(evidence, section)))
    else:
        blocks.append(Prose(wording.absence_words(evidence)))
    blocks.append(Prose(finding.why))
    if finding.asks:
        blocks.append(Prose((Strong("What to ask: "), " ".join(finding.asks))))
    if finding.wording:
        blocks.append(Prose((Strong("Offer: "), Emphasis(f"“{finding.wording}”"))))
    links = _links(finding, texts)
    if links:
        blocks.append(Prose(("In the text: ", *links)))
    if lesson := explained(lesson_for_check(finding.check)):
        blocks.append(Prose(lesson))
    if finding.sources:
        blocks.append(Bullets(tuple(wording.source_words(one) for one in finding.sources)))
    return blocks


def _unclear(finding: Finding) -> tuple[Inline, ...]:
    if finding.status is Status.FINDING:
        return ()
    return (" ", Strong("Could not be told"), f": {finding.unclear_because}.")


def _links(finding: Finding, texts: Sequence[MarkedText]) -> list[Inline]:
    """Return links to every place of a finding."""
    links: list[Inline] = []
    for quote in wording.quotes_of(finding):
        anchor = next((text.anchors[quote] for text in texts if quote in text.anchors), "")
        if anchor:
            links += [", "] if links else []
            links.append(Link(f"page {quote.page}", anchor))
    return links


def _section(evidence: QuoteEvidence, documents: Sequence[Document]) -> str:
    for document in documents:
        if document.name == evidence.document:
            locator = document.locator(evidence.start)
            return "" if locator.startswith("page ") else locator
    return ""
