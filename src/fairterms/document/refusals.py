"""Files that cannot be read, and what a reader should know of those that can."""

import re
from collections.abc import Sequence

from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

LONG_DOCUMENT_PAGES = 300
"""From here on a file is more often several agreements in one than one agreement."""

_CONTRACT_WORDS = (
    "agreement",
    "amend",
    "attachment",
    "exhibit",
    "hereby",
    "herein",
    "notice",
    "obligat",
    "part(?:y|ies)",
    "(?:payment|payor|payer)",
    "plan",
    "provider",
    "shall",
    "terminat",
)
_FEWEST_CONTRACT_WORDS = 4


class UnreadableDocument(Refusal):
    """Raised when a file gives no text at all; says where, what, why and what to do."""


def cautions(name: str, text: str, pages: int, unread: Sequence[tuple[int, str]]) -> list[Problem]:
    """List what a reader should know before relying on a document.

    Parameters
    ----------
    name
        The file's name.
    text
        All that was read.
    pages
        How many pages the file has.
    unread
        Number and reason of each page that could not be read.
    """
    found = [_unread(name, number, why) for number, why in unread]
    if not looks_like_contract(text):
        found.append(_not_a_contract(name))
    if pages >= LONG_DOCUMENT_PAGES:
        found.append(_long(name, pages))
    return found


def looks_like_contract(text: str) -> bool:
    """Say whether at least a few of the words that every agreement uses occur.

    Examples
    --------
    >>> looks_like_contract("Plan shall pay Provider under this Agreement.")
    True
    >>> looks_like_contract("Two eggs, one cup of flour, a pinch of salt.")
    False
    """
    lower = text.lower()
    seen = sum(1 for word in _CONTRACT_WORDS if re.search(rf"\b{word}", lower))
    return seen >= _FEWEST_CONTRACT_WORDS


def _unread(name: str, number: int, why: str) -> Problem:
    return Problem(
        file=name,
        line=0,
        what=f"page {number} could not be read",
        code="unread-page",
        why=f"{why}; until it is read, nothing can be said to be missing from this document",
        fix=f"ask the plan for page {number} as text, or run text recognition (OCR) on the file",
    )


def _not_a_contract(name: str) -> Problem:
    return Problem(
        file=name,
        line=0,
        what="this does not look like an agreement",
        code="not-a-contract",
        why="it has few or none of the words that agreements use (agreement, party, shall, notice)",
        fix="check that the right file was chosen; if it was, read on with care",
    )


def _long(name: str, pages: int) -> Problem:
    return Problem(
        file=name,
        line=0,
        what=f"the file has {pages} pages",
        code="long-document",
        why="so long a file often holds several agreements, and a finding on one is not of another",
        fix="if it holds several agreements, save each as a file of its own",
    )
