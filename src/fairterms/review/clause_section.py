"""Where the text speaks of what, as a part of the page of findings."""

from collections.abc import Sequence
from itertools import groupby

from fairterms.document.document import Document
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.review import clause_finder, wording
from fairterms.review.clause_finder import Spotted

MOST_PLACES = 3
"""Places shown of one subject."""
LONGEST = 110
"""Letters of a sentence that are shown."""

SUBJECTS = {
    "audit-rights": "Audits",
    "termination-for-convenience": "Ending without a cause",
    "post-termination-services": "Duties after the end",
    "anti-assignment": "Handing the agreement on",
    "change-of-control": "A sale or change of control",
    "cap-on-liability": "Limits of liability",
    "uncapped-liability": "Liability without a limit",
    "insurance": "Insurance",
    "exclusivity": "Exclusivity",
    "non-compete": "Not competing",
    "most-favored-nation": "Best price to the other side",
    "price-restrictions": "Limits on prices",
    "minimum-commitment": "Least amounts",
    "liquidated-damages": "Damages fixed beforehand",
    "covenant-not-to-sue": "Not suing or not contesting",
    "third-party-beneficiary": "Rights of third parties",
    "non-disparagement": "Not speaking ill of the other side",
    "renewal-term": "Renewal",
    "notice-period-to-terminate-renewal": "Notice against renewal",
    "revenue-profit-sharing": "Sharing of revenue or profit",
    "governing-law": "Governing law",
    "change-alone": "A right to change the terms",
    "ending-alone": "A right to end or suspend",
    "liability-limited": "What someone is not liable for",
    "arbitration": "Arbitration",
}
"""What each category is called on the page."""


def blocks(documents: Sequence[Document]) -> list[Block]:
    """Show where each subject seems to be spoken of.

    Parameters
    ----------
    documents
        Of one agreement.

    Returns
    -------
    list of Block
        Empty when nothing was recognised.
    """
    found = clause_finder.find(documents)
    if not found:
        return []
    rows = tuple(
        Row((SUBJECTS[category], place, quote))
        for category, group in groupby(found, key=lambda one: one.category)
        for place, quote in _places(list(group))
    )
    columns = (Column("Subject"), Column("Where"), Column("The sentence begins"))
    return [
        Heading(2, "Where the text speaks of …", "where-it-speaks-of"),
        Prose(
            "A way through the text, made by a small statistical reader that learned from "
            "contracts of other trades. It may point to the wrong place, and what it does not "
            "list may still be there. No finding rests on it."
        ),
        Table("Subjects and the places that seem to speak of them", columns, rows),
    ]


def _places(found: Sequence[Spotted]) -> list[tuple[str, str]]:
    """Return where the likeliest sentences of one subject are, in the order of the text."""
    best = sorted(found[:MOST_PLACES], key=lambda one: (one.quote.document, one.quote.start))
    return [(wording.where(one.quote), _short(wording.tidy(one.quote.text))) for one in best]


def _short(words: str) -> str:
    """Cut a sentence after a whole word.

    Examples
    --------
    >>> _short("Plan may audit.")
    'Plan may audit.'
    >>> _short("word " * 40)[-8:]
    'd word …'
    """
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].rpartition(' ')[0]} …"
