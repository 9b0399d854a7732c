"""What the contract promises of data, against what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.units.finding import Evidence, Finding, QuoteEvidence, Status

FEED = "data-feed"
"""The check of the review that looks for the plan's duty to send data."""


class Promised(StrEnum):
    """How the text stands."""

    WHOLE = "promised"
    SHORT = "promised in part, or not"
    UNCLEAR = "cannot be told"
    UNREAD = "the text was not reviewed"


@dataclass(frozen=True)
class Promise:
    """What the text promises.

    Attributes
    ----------
    promised
        How it stands.
    words
        Why, in a sentence.
    quote
        The text's own words; empty where none are to be shown.
    document
        The file they stand in.
    page
        And on which page; 0 for none.
    """

    promised: Promised
    words: str
    quote: str = ""
    document: str = ""
    page: int = 0


def promise(findings: Sequence[Finding] | None) -> Promise:
    """Read from the review what the text promises of data.

    Parameters
    ----------
    findings
        What the review saw; None where no text was reviewed.
    """
    if findings is None:
        return Promise(Promised.UNREAD, "The contract's text was not reviewed.")
    seen = [one for one in findings if one.check == FEED]
    plain = [one for one in seen if one.status is Status.FINDING]
    if plain:
        first = plain[0]
        words = f"The review has a finding, “{first.title}”, of severity {first.severity.value}."
        return _quoted(Promised.SHORT, words, first.evidence)
    if seen:
        return Promise(Promised.UNCLEAR, f"It could not be told: {seen[0].unclear_because}.")
    return Promise(
        Promised.WHOLE,
        "The review found a firm duty to send data, with its time, its form and a remedy. Compare "
        "it with the list line by line.",
    )


def _quoted(promised: Promised, words: str, evidence: Evidence) -> Promise:
    if isinstance(evidence, QuoteEvidence):
        return Promise(promised, words, evidence.text, evidence.document, evidence.page)
    return Promise(promised, words)
