"""Findings as the review would make them, of made-up text."""

from fairterms.units.finding import (
    AbsenceEvidence,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Status,
)

WORDS = "Plan may do so."


def seen(
    check: str,
    title: str = "Something seen",
    severity: Severity = Severity.HIGH,
    *,
    unclear: str = "",
    is_absent: bool = False,
) -> Finding:
    quote = QuoteEvidence("agreement.pdf", 3, 0, len(WORDS), WORDS)
    evidence: Evidence = AbsenceEvidence(("agreement.pdf",), 9, ("a duty",)) if is_absent else quote
    return Finding(
        check=check,
        title=title,
        severity=severity,
        evidence=evidence,
        more_evidence=(),
        why="It matters.",
        sources=(),
        asks=("Ask for it.",),
        wording="",
        tactics=(),
        questions=(),
        lesson="",
        status=Status.UNCLEAR if unclear else Status.FINDING,
        unclear_because=unclear,
    )
