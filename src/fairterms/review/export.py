"""Findings for other programs: as records, as a table, and as locations that code tools read."""

from collections.abc import Sequence
from typing import Any

from fairterms.document.document import Document
from fairterms.review import wording
from fairterms.review.check import Check
from fairterms.units.finding import (
    AbsenceEvidence,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Status,
)

COLUMNS = (
    "number",
    "check",
    "severity",
    "status",
    "title",
    "document",
    "page",
    "start",
    "end",
    "quote",
    "why",
    "ask",
    "offer",
    "unclear because",
)
"""Of the table of findings."""

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_records(found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return each finding as nested plain values, with its exact places."""
    return [
        {
            "check": one.check,
            "title": one.title,
            "severity": one.severity.value,
            "status": one.status.value,
            "evidence": _evidence(one.evidence),
            "more_evidence": [_evidence(other) for other in one.more_evidence],
            "why": one.why,
            "asks": list(one.asks),
            "wording": one.wording,
            "tactics": list(one.tactics),
            "questions": list(one.questions),
            "lesson": one.lesson,
            "unclear_because": one.unclear_because,
            "sources": [
                {
                    "title": source.title,
                    "locator": source.locator,
                    "jurisdiction": source.jurisdiction,
                    "known_through": source.known_through,
                    "status": source.status.value,
                    "checked": source.checked.value,
                    "scope": source.scope,
                    "says": source.says,
                }
                for source in one.sources
            ],
        }
        for one in found
    ]


def evidence_records(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Return pieces of evidence as plain values, with their exact places."""
    return [_evidence(one) for one in evidence]


def as_rows(found: Sequence[Finding]) -> list[tuple[str, ...]]:
    """Return each finding as one row of :data:`COLUMNS`."""
    return [_row(number, one) for number, one in enumerate(found, start=1)]


def as_locations(
    documents: Sequence[Document], found: Sequence[Finding], checks: Sequence[Check]
) -> dict[str, Any]:
    """Return findings in the Static Analysis Results Interchange Format (SARIF 2.1.0).

    Parameters
    ----------
    documents
        The agreement as read.
    found
        What the review saw.
    checks
        Every check, as the format's rules.

    Notes
    -----
    ``charOffset`` counts letters of the document's text as Fairterms reads it. A page is a
    logical location, because the format knows lines and not pages.
    """
    rules = [
        {
            "id": check.id,
            "shortDescription": {"text": check.title},
            "fullDescription": {"text": check.why},
            "help": {"text": " ".join(check.asks)},
            "defaultConfiguration": {"level": _LEVELS[check.severity]},
        }
        for check in checks
    ]
    run = {
        "tool": {"driver": {"name": "Fairterms", "rules": rules}},
        "artifacts": [
            {"location": {"uri": _uri(one.name)}, "hashes": {"sha-256": one.sha256}}
            for one in documents
        ],
        "results": [_result(one) for one in found],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    if isinstance(evidence, QuoteEvidence):
        return {
            "kind": "quote",
            "document": evidence.document,
            "page": evidence.page,
            "start": evidence.start,
            "end": evidence.end,
            "text": evidence.text,
            "is_recognised": evidence.is_recognised,
        }
    if isinstance(evidence, AbsenceEvidence):
        return {
            "kind": "absence",
            "documents": list(evidence.documents),
            "pages_read": evidence.pages_read,
            "searched_for": list(evidence.searched_for),
        }
    return {"kind": "worksheet", "step": evidence.step, "value": evidence.value}


def _row(number: int, finding: Finding) -> tuple[str, ...]:
    quote = finding.evidence if isinstance(finding.evidence, QuoteEvidence) else None
    place = (quote.document, str(quote.page), str(quote.start), str(quote.end)) if quote else None
    return (
        str(number),
        finding.check,
        finding.severity.value,
        finding.status.value,
        finding.title,
        *(place or ("", "", "", "")),
        wording.tidy(quote.text) if quote else "",
        finding.why,
        " ".join(finding.asks),
        finding.wording,
        finding.unclear_because,
    )


def _result(finding: Finding) -> dict[str, Any]:
    is_plain = finding.status is Status.FINDING
    told = finding.why if is_plain else f"{finding.why} Not clear: {finding.unclear_because}."
    return {
        "ruleId": finding.check,
        "kind": "fail" if is_plain else "review",
        "level": _LEVELS[finding.severity] if is_plain else "none",
        "message": {"text": f"{finding.title}. {told}"},
        "locations": [_location(quote) for quote in wording.quotes_of(finding)],
    }


def _location(quote: QuoteEvidence) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(quote.document)},
            "region": {
                "charOffset": quote.start,
                "charLength": quote.end - quote.start,
                "snippet": {"text": quote.text},
            },
        },
        "logicalLocations": [{"name": f"page {quote.page}", "kind": "page"}],
    }


def _uri(name: str) -> str:
    return name.replace(" ", "%20")
