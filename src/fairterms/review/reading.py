"""Review an agreement: every check that applies, every finding with its evidence."""

from collections.abc import Mapping, Sequence

from fairterms.document.document import Document
from fairterms.reference import law
from fairterms.reference.law import Setting
from fairterms.review.check import Check
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.units.catalogue import Catalogue
from fairterms.units.finding import Finding, QuoteEvidence

CHECKS: Mapping[str, Check] = Catalogue("fairterms.review.checks", "CHECK", Check)
"""Every check, by the name of its module."""
ANYWHERE = Setting()
"""A contract of which neither state, line of business nor dates are known."""


def review(
    documents: Sequence[Document], features: Features, setting: Setting = ANYWHERE
) -> tuple[Finding, ...]:
    """Review an agreement.

    Parameters
    ----------
    documents
        All documents of the agreement, as :func:`fairterms.document.reader.read` gives them.
    features
        What kind of deal it is, as its terms say.
    setting
        Its state, line of business and dates, which say what laws to compare it with.

    Returns
    -------
    tuple of Finding
        The most severe first; of equal severity, plain findings before what could not be told,
        and then in the order of the documents.
    """
    assert documents, "a review is of at least one document"
    return findings_of(Reading(tuple(documents), features), setting)


def findings_of(reading: Reading, setting: Setting = ANYWHERE) -> tuple[Finding, ...]:
    """Review an agreement that is already a reading; as :func:`review` otherwise."""
    return _ordered(
        reading,
        [one for check in CHECKS.values() for one in findings_of_check(reading, check, setting)],
    )


def findings_of_check(
    reading: Reading, check: Check, setting: Setting = ANYWHERE
) -> tuple[Finding, ...]:
    """Return what one check sees in an agreement; nothing where it does not apply."""
    if not check.applies(reading):
        return ()
    laws = law.for_topics(check.laws, setting)
    return _ordered(reading, [check.finding(sighting, laws) for sighting in check.find(reading)])


def _ordered(reading: Reading, found: list[Finding]) -> tuple[Finding, ...]:
    order = {document.name: place for place, document in enumerate(reading.documents)}
    return tuple(sorted(found, key=lambda finding: _order(finding, order)))


def _order(finding: Finding, documents: Mapping[str, int]) -> tuple[int, str, int, int, str]:
    quoted = finding.evidence if isinstance(finding.evidence, QuoteEvidence) else None
    return (
        -finding.severity.rank,
        finding.status.value,
        documents[quoted.document] if quoted else len(documents),
        quoted.start if quoted else 0,
        finding.check,
    )
