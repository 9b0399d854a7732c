"""A letter of questions to the plan, ready to be made one's own."""

from collections.abc import Iterator, Sequence
from itertools import count

from fairterms.document.document import Document
from fairterms.publish.blocks import Block, Heading, Prose, Quote
from fairterms.publish.inline import Emphasis, Strong
from fairterms.publish.page import Report
from fairterms.review import wording
from fairterms.units.finding import Finding, QuoteEvidence, Severity, Status

_PARTS = {
    Severity.CRITICAL: "What we must settle before we can sign",
    Severity.HIGH: "Important questions",
    Severity.MEDIUM: "Further questions",
}
"""The parts of the letter; what is less severe is not worth a question in it."""


def build(
    documents: Sequence[Document],
    found: Sequence[Finding],
    missing: Sequence[str] = (),
    made_on: str = "",
) -> Report:
    """Write the letter.

    Parameters
    ----------
    documents
        The agreement as read.
    found
        What the review saw, the most severe first.
    missing
        Documents the agreement brings in that were not supplied.
    made_on
        The day, as ISO 8601.

    Returns
    -------
    Report
        Names in square brackets are for the sender to fill in. It asks; it accuses no one and
        claims no breach of law.
    """
    names = ", ".join(document.name for document in documents)
    asked = [one for one in found if one.severity in _PARTS]
    plain = [one for one in asked if one.status is Status.FINDING]
    unclear = [one for one in asked if one.status is Status.UNCLEAR]
    blocks: list[Block] = [
        Prose("[Name of the plan's representative]"),
        Prose("Re: questions about the proposed agreement"),
        Prose("Dear [name],"),
        Prose(
            f"Thank you for sending us the proposed agreement ({names}). We want to sign terms "
            "that both sides can keep. Before we decide, please answer the questions below in "
            "writing, and tell us where you can accept the wording we offer."
        ),
    ]
    if missing:
        listed = ", ".join(missing)
        blocks += [
            Heading(2, "Documents we ask you to send"),
            Prose(f"The agreement binds us to documents that we have not received: {listed}."),
        ]
    numbers = count(1)
    for severity, title in _PARTS.items():
        blocks += _questions(title, [one for one in plain if one.severity is severity], numbers)
    blocks += _questions("What we could not find, or could not read", unclear, numbers)
    blocks += [
        Prose("Please tell us by [date] when we may expect your answers."),
        Prose("Sincerely,"),
        Prose("[Your name, your practice]"),
    ]
    return Report(
        title="Questions about the proposed agreement", blocks=tuple(blocks), made_on=made_on
    )


def _questions(title: str, found: Sequence[Finding], numbers: Iterator[int]) -> list[Block]:
    if not found:
        return []
    blocks: list[Block] = [Heading(2, title)]
    for finding in found:
        blocks.append(Prose((Strong(f"{next(numbers)}. {finding.title}."),)))
        evidence = finding.evidence
        if isinstance(evidence, QuoteEvidence):
            blocks.append(Quote(wording.tidy(evidence.text), wording.place(evidence)))
        blocks.append(Prose(" ".join(_request(ask) for ask in finding.asks)))
        if finding.wording:
            blocks.append(Prose(("We offer: ", Emphasis(f"“{finding.wording}”"))))
    return blocks


def _request(ask: str) -> str:
    """Turn advice to the group, "Ask that ...", into a request to the plan, "We ask that ..."."""
    return f"We a{ask[1:]}" if ask.startswith("Ask ") else ask
