"""What the review says of burdens, beside the duties found."""

from collections.abc import Iterable
from dataclasses import replace

from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.review.context import Reading
from fairterms.review.reading import CHECKS, findings_of_check
from fairterms.units.finding import Evidence, Finding, QuoteEvidence, Status

BURDEN_CHECKS = ("reporting-burden", "admin-funding", "audit-burden", "platform-mandate")
"""Checks of the review that speak of work the contract makes."""


def seen(reading: Reading) -> tuple[Finding, ...]:
    """Review an agreement for burdens alone."""
    names = [name.replace("-", "_") for name in BURDEN_CHECKS]
    return among([one for name in names for one in findings_of_check(reading, CHECKS[name])])


def among(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a whole review that speak of burdens and are plain."""
    return tuple(
        one for one in findings if one.check in BURDEN_CHECKS and one.status is Status.FINDING
    )


def with_findings(duty: Duty, found: Iterable[Finding]) -> Duty:
    """Return a duty with the checks that quote its words."""
    names = dict.fromkeys(one.check for one in found if _speaks_of(one, duty))
    return replace(duty, findings=tuple(names))


def _speaks_of(finding: Finding, duty: Duty) -> bool:
    """Say whether a finding quotes words of a duty."""
    quotes = _quotes(finding.evidence, *finding.more_evidence)
    return any(_overlap(quote, place.quote) for quote in quotes for place in duty.places)


def is_told(finding: Finding, duties: Iterable[Duty]) -> bool:
    """Say whether all that a finding quotes are duties already."""
    quotes = _quotes(finding.evidence, *finding.more_evidence)
    places = [place.quote for duty in duties for place in duty.places]
    return bool(quotes) and all(any(_overlap(q, p) for p in places) for q in quotes)


def _quotes(*evidence: Evidence) -> list[QuoteEvidence]:
    return [one for one in evidence if isinstance(one, QuoteEvidence)]


def _overlap(one: QuoteEvidence, other: QuoteEvidence) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end
