"""Whether every quotation stands in the document, letter for letter, on the page named."""

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.reading_tables import Part, Table, share
from benchmarks.reading_texts import Size, agreement, families, reviewed

from fairterms.document.document import Document
from fairterms.review import wording
from fairterms.review.reviewed import look_at
from fairterms.units.finding import QuoteEvidence

TITLE = "Quotations"


@dataclass(frozen=True)
class _Counts:
    documents: int
    findings: int
    quotes: int
    exact: int
    paged: int
    plain: int


def measure(size: Size) -> Part:
    """Compare every quotation of every finding with its document."""
    rows = []
    for family, documents in families(size):
        counts = _count(documents)
        rows.append(
            (
                family,
                f"{counts.documents}",
                f"{counts.findings:,}",
                share(counts.exact, counts.quotes),
                share(counts.paged, counts.quotes),
                share(counts.plain, counts.quotes),
            )
        )
    told = (
        "All checks over every text. A quotation is exact when the document holds its letters at "
        "the offsets named. The last column is what a plain search for the same words, on one "
        "line, would have found: line ends, page furniture and hyphens hide the rest."
    )
    heads = ("Family", "documents", "findings", "exact", "page right", "plain search finds")
    return Part(TITLE, told, (Table(heads, tuple(rows)),))


def _count(documents: Iterable[Document]) -> _Counts:
    held = [_of(document) for document in documents]
    return _Counts(
        len(held),
        sum(findings for findings, _ in held),
        sum(len(marks) for _, marks in held),
        *(sum(mark[at] for _, marks in held for mark in marks) for at in range(3)),
    )


def _of(document: Document) -> tuple[int, list[tuple[bool, bool, bool]]]:
    """Return how many findings a document has, and how each of their quotations fares."""
    is_shared = document.name in ("tn2.pdf", "tn3.pdf") and agreement(document.name) is document
    found = (reviewed(document.name) if is_shared else look_at([document])).findings
    quotes = {quote for finding in found for quote in wording.quotes_of(finding)}
    return len(found), [_compared(document, quote) for quote in quotes]


def _compared(document: Document, quote: QuoteEvidence) -> tuple[bool, bool, bool]:
    is_exact = document.text[quote.start : quote.end] == quote.text
    page = next(page for page in document.pages if page.start <= quote.start <= page.end)
    is_paged = page.number == quote.page or document.pages[quote.page - 1].start == quote.start
    return is_exact, is_paged, wording.tidy(quote.text) in document.text
