"""Answers of one question on made-up agreements, with findings as the checks would make them."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from fairterms.correspondence.log import Log
from fairterms.review.cards import GOOD_FAITH
from fairterms.review.check import Sighting
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS
from fairterms.review.scorecard import Answer, Material, StatedTerm
from fairterms.units.finding import (
    AbsenceEvidence,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
)
from tests.review.conftest import EVERYTHING, OPENING, Read

ABSENT = ""
"""In place of words: the check found nothing in a text that was read whole."""
UNTOLD = "?"
"""In place of words: the check could not tell."""

Seen = Sequence[tuple[str, str] | tuple[str, str, Severity]]
Fill = Callable[..., Answer]


def text_of(*clauses: str) -> str:
    """Write an agreement of nothing but its opening and some clauses."""
    numbered = (f"{n}. {words}" for n, words in enumerate(clauses, start=1))
    return OPENING + "\n".join(numbered) + "\n"


def finding(reading: Reading, check: str, words: str, severity: Severity | None = None) -> Finding:
    """Make a finding of a check: it quotes words of the agreement, or says what is absent."""
    unclear = "a page could not be read" if words == UNTOLD else ""
    evidence: Evidence = AbsenceEvidence(("agreement.txt",), 1, ("something",))
    if words not in (ABSENT, UNTOLD):
        document = reading.documents[0]
        start = document.text.index(words)
        evidence = QuoteEvidence(document.name, 1, start, start + len(words), words)
    sighting = Sighting(evidence, severity=severity, unclear_because=unclear)
    return CHECKS[check.replace("-", "_")].finding(sighting)


@pytest.fixture
def fill(read_all: Read) -> Fill:
    """Answer one question; every quotation is compared with the text."""

    def answer(
        question: str,
        *clauses: str,
        seen: Seen = (),
        features: Features = EVERYTHING,
        unread: int = 0,
        terms: Mapping[str, StatedTerm] | None = None,
        log: Log | None = None,
    ) -> Answer:
        reading = read_all(text_of(*clauses), features, unread)
        findings = tuple(finding(reading, *one) for one in seen)
        told = GOOD_FAITH[question].answer(Material(reading, findings, terms or {}, log=log))
        for quote in (*told.evidence_for, *told.evidence_against):
            if isinstance(quote, QuoteEvidence):
                assert reading.documents[0].text[quote.start : quote.end] == quote.text
        return told

    return answer
