"""Findings in words: where they stand, what was not there, what to compare with."""

from fairterms.publish.blocks import Place
from fairterms.publish.inline import Badge, Severity
from fairterms.reference.law_entry import EXAMPLE
from fairterms.units import finding as findings
from fairterms.units.finding import (
    AbsenceEvidence,
    Checked,
    Evidence,
    Finding,
    QuoteEvidence,
    Source,
    WorksheetEvidence,
)


def badge(finding: Finding) -> Badge:
    """Return a finding's severity as a badge."""
    severity: Severity = finding.severity.value
    return Badge(severity)


def source_words(source: Source) -> str:
    """Say what to compare with: title, place, dates, what it says, and its scope.

    Another state's rule is only an example, and is named shortly.
    """
    place = f", {source.locator}" if source.locator else ""
    if source.scope.startswith(EXAMPLE):
        says = f": {source.says.rstrip('.')}" if source.says else ""
        return f"Elsewhere ({source.jurisdiction}), as an example: {source.title}{place}{says}."
    where = f" ({source.jurisdiction}; {source.known_through})" if source.jurisdiction else ""
    says = f": {source.says}" if source.says else ""
    scope = f" Scope: {source.scope.rstrip('.')}." if source.scope else ""
    is_read = source.checked is Checked.READ
    checked = "" if is_read else f" Our source is {source.checked.value}."
    return f"Compare with {source.title}{place}{where}{says.rstrip('.')}.{scope}{checked}"


def absence_words(evidence: AbsenceEvidence | WorksheetEvidence) -> str:
    """Say what was looked for and where, or what a worksheet shows."""
    if isinstance(evidence, WorksheetEvidence):
        return f"The worksheet shows {evidence.step} = {evidence.value}."
    looked = ", ".join(evidence.searched_for)
    return (
        f"Not in the contract: {evidence.pages_read} pages of "
        f"{', '.join(evidence.documents)} were searched for {looked}."
    )


def place(evidence: QuoteEvidence, section: str = "") -> Place:
    """Return where a quotation stands."""
    return Place(evidence.document, str(evidence.page), section + caution(evidence))


def caution(evidence: QuoteEvidence) -> str:
    """Say, after a place, that its words were recognised from a picture; else nothing."""
    told = " (recognised from a picture: compare the words with it)"
    return told if evidence.is_recognised else ""


def where(evidence: Evidence) -> str:
    """Say where evidence stands, in a few words."""
    if isinstance(evidence, QuoteEvidence):
        return f"{evidence.document}, page {evidence.page}{caution(evidence)}"
    return "absent" if isinstance(evidence, AbsenceEvidence) else "worksheet"


def tidy(text: str) -> str:
    """Join the lines of a quotation; the words stay as they are."""
    return " ".join(text.replace("\ufffe", "").split())


def quotes_of(finding: Finding) -> tuple[QuoteEvidence, ...]:
    """Return every quotation of a finding, the leading one first."""
    everything = (finding.evidence, *finding.more_evidence)
    return tuple(one for one in everything if isinstance(one, QuoteEvidence))


def severity_count(found: tuple[Finding, ...], severity: findings.Severity) -> int:
    """Return how many plain findings have a severity."""
    return sum(one.severity is severity and one.status is findings.Status.FINDING for one in found)
