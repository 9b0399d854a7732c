"""Made-up agreements to review."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of_check
from fairterms.units.finding import Finding, QuoteEvidence

EVERYTHING = Features(has_target=True, has_downside=True, has_incentive=True)

OPENING = (
    'PROVIDER AGREEMENT\nThis Agreement is between Cedar Health Plan, Inc. ("Plan") and Fern '
    'Street Counseling Group ("Provider").\n'
)
CLAUSES = {
    "payment": "Plan shall pay each clean claim within thirty (30) days.",
    "change": "A change to this Agreement binds only when both parties sign it.",
    "dispute": (
        "Either party may start the dispute resolution process within ninety (90) days. Plan shall "
        "render a decision within sixty (60) days of the complaint, and a neutral mediator then "
        "hears it."
    ),
    "recovery": "Plan shall not offset any sum until a dispute about it is resolved.",
    "target": (
        "The cost target is adjusted for risk and for baseline severity by the CMS-HCC model."
    ),
    "stop_loss": "Under the stop-loss, costs over $100,000 for one Member are not counted.",
    "audit": "Provider's independent auditor may re-perform any settlement.",
    "data": "Provider shall submit outcome data by the 20th day of each month.",
    "records": "Patients' records stay with the patient and Provider.",
    "quality": "The quality measure is PHQ-9 response, and its target is 50%.",
}
ONE_SIDED = (
    "Plan may amend this Agreement by ninety (90) days' written notice. If Provider objects, the "
    "amendment does not take effect. No amendment applies to services given before its effective "
    "date."
)

Agree = Callable[..., str]
Look = Callable[..., tuple[Finding, ...]]
Read = Callable[..., Reading]


def agreement(*extra: str, without: Iterable[str] = (), **changed: str) -> str:
    """Write a sound agreement, with clauses added, left out or changed."""
    left = {name: changed.get(name, words) for name, words in CLAUSES.items()}
    clauses = [words for name, words in left.items() if name not in tuple(without)]
    numbered = (f"{n}. {words}" for n, words in enumerate((*clauses, *extra), start=1))
    return OPENING + "\n".join(numbered) + "\n"


def blank(document: Document, number: int) -> Document:
    """Return a document as if one of its pages had been a picture."""
    pages = tuple(
        replace(page, is_unread=True, why=f"page {number} is an image without text")
        if page.number == number
        else page
        for page in document.pages
    )
    return replace(document, pages=pages, unread_pages=(number,))


@pytest.fixture
def read_all(tmp_path: Path) -> Read:
    """Read texts as one agreement: the first is agreement.txt, the others as they are named."""

    def read_texts(
        text: str, features: Features = EVERYTHING, unread: int = 0, **others: str
    ) -> Reading:
        documents: list[Document] = []
        for name, words in {"agreement": text, **others}.items():
            path = tmp_path / f"{name}.txt"
            path.write_text(words, encoding="utf-8")
            documents.append(read(path))
        if unread:
            documents[0] = blank(documents[0], unread)
        return Reading(tuple(documents), features)

    return read_texts


@pytest.fixture
def look(read_all: Read) -> Look:
    """Review texts and return the findings of one check; every quotation is compared."""

    def look_for(check: str, text: str, **options: object) -> tuple[Finding, ...]:
        reading = read_all(text, **options)
        found = findings_of_check(reading, CHECKS[check.replace("-", "_")])
        documents = {document.name: document for document in reading.documents}
        for finding in found:
            for quote in (finding.evidence, *finding.more_evidence):
                if isinstance(quote, QuoteEvidence):
                    document = documents[quote.document]
                    assert document.text[quote.start : quote.end] == quote.text
                    assert document.page_at(quote.start).number == quote.page
        return found

    return look_for
