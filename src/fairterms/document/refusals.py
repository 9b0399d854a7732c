"""Files that cannot be read, and what a reader should know of those that can."""

import re
from collections.abc import Iterable, Sequence

from fairterms.document import pdf_notes
from fairterms.document.pdf_notes import Note
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
_NOTES = {
    pdf_notes.VALUE: (
        "holds words that were typed into it",
        "form-values",
        "they are read as text, at the end of the page and not at their place on it",
        "look at the page to see which blank each of them fills",
        False,
    ),
    pdf_notes.CHECKED: (
        "has boxes that are ticked",
        "ticked-boxes",
        "a tick chooses between words, and only the box's own name is known here",
        "look at the page to see what each tick chooses",
        True,
    ),
    pdf_notes.COMMENT: (
        "has comments",
        "pdf-comments",
        "they are in the file, but they are no part of the agreement",
        "ask whoever made them, and have what was agreed written into the text",
        True,
    ),
    pdf_notes.STRUCK: (
        "has words that a line is drawn through",
        "struck-out",
        "they are read as if they still stood: a mark on a page changes no agreement by itself",
        "ask the plan whether these words apply, and for a text without them if they do not",
        False,
    ),
}


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


def notes(name: str, number: int, found: Iterable[Note]) -> list[Problem]:
    """Say what a PDF page holds besides its print, one problem for each kind.

    Parameters
    ----------
    name
        The file's name.
    number
        The page's.
    found
        Its notes.
    """
    by_kind: dict[str, list[str]] = {}
    for note in found:
        said = repr(note.words) if note.words else ""
        by_kind.setdefault(note.kind, []).append(
            f"{note.author}: {said}" if note.author and said else said
        )
    return [
        Problem(
            file=name,
            line=0,
            what=f"page {number} {what}" + (f": {'; '.join(by_kind[kind])}" if is_quoted else ""),
            code=code,
            why=why,
            fix=fix,
        )
        for kind, (what, code, why, fix, is_quoted) in _NOTES.items()
        if kind in by_kind
    ]


def recognised(name: str, number: int) -> Problem:
    """Say that a page was read by optical character recognition."""
    return Problem(
        file=name,
        line=0,
        what=f"page {number} was read by optical character recognition",
        code="recognised-page",
        why="it is a picture, and a recognised word, number or sign may be wrong",
        fix="check the words against the picture before you rely on them",
    )


def unsure(name: str, number: int, confidence: float) -> Problem:
    """Say that a page was not recognised well enough to be read."""
    return Problem(
        file=name,
        line=0,
        what=f"page {number} could not be recognised with confidence ({confidence:.0%})",
        code="unsure-page",
        why="too many of its letters are doubtful, so none of it is used",
        fix=f"ask the plan for page {number} as text",
    )


def no_ocr(name: str) -> Problem:
    """Say that text recognition was asked for and is not installed."""
    return Problem(
        file=name,
        line=0,
        what="pictures of text were not recognised",
        code="ocr-not-installed",
        why="text recognition (OCR) is an extra that is not installed",
        fix="install it: pip install 'fairterms[ocr]'",
    )


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
