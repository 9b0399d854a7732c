"""A bare agreement, reviewed without terms: what kind of deal it is is read from its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.document.document import Document
from fairterms.reference.law import Setting
from fairterms.review import features
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import ANYWHERE, findings_of
from fairterms.units.finding import Finding


@dataclass(frozen=True, eq=False)
class Reviewed:
    """An agreement with what the review saw in it.

    Attributes
    ----------
    reading
        The documents and what was taken from them.
    setting
        Its state, line of business and dates, as far as they were given.
    findings
        The most severe first.
    """

    reading: Reading
    setting: Setting
    findings: tuple[Finding, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents as read."""
        return self.reading.documents

    @property
    def missing(self) -> tuple[str, ...]:
        """The outside documents that bind the group and were not supplied."""
        return tuple(one.called for one in self.reading.outside if not one.is_supplied)


def look_at(documents: Sequence[Document], setting: Setting = ANYWHERE) -> Reviewed:
    """Review an agreement of which there is nothing but its documents.

    Parameters
    ----------
    documents
        At least one.
    setting
        What is known of its state, line of business and dates.
    """
    assert documents, "a review is of at least one document"
    plain = Reading(tuple(documents), Features())
    known = features.of_text(passage.text for passage in plain.passages)
    reading = Reading(tuple(documents), known if plain.is_provider_agreement else Features())
    return Reviewed(reading, setting, findings_of(reading, setting))
