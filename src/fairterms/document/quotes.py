"""Find a quotation in a document, word for word."""

import re
from dataclasses import dataclass

from fairterms.document.document import Document
from fairterms.document.spans import Span
from fairterms.document.view import JOIN, View, normalise

# Marks before which a masked name leaves a space when it is left out.
_STOPS = set(".,;:)'")
_SPACED_STOP = re.compile(r" ([.,;:)'])")
# A hyphen, with the space after it; a cut; a word; any other letter.
_PIECE = re.compile(rf"- ?|{JOIN}|\w+|[^\w]")


@dataclass(frozen=True, order=True)
class Quote:
    """Words of a document, exactly as they stand: ``text == document.text[start:end]``.

    Attributes
    ----------
    document
        The document's name.
    page
        The page the quotation starts on.
    start, end
        Offsets in the document's text.
    text
        The words, with line ends and any furniture between them.
    is_recognised
        True when they were recognised in a picture and have to be compared with it.
    """

    document: str
    page: int
    start: int
    end: int
    text: str
    is_recognised: bool = False


def quote(document: Document, span: Span) -> Quote:
    """Quote a span of a document."""
    page = document.page_at(span.start)
    return Quote(
        document=document.name,
        page=page.number,
        start=span.start,
        end=span.end,
        text=document.text[span.start : span.end],
        is_recognised=page.is_recognised or document.page_at(span.end - 1).is_recognised,
    )


def find(document: Document, words: str) -> tuple[Quote, ...]:
    """Find every place where a document says ``words``.

    Parameters
    ----------
    document
        Where to look.
    words
        What to look for. Letters and their case must agree. White space, line ends, words cut
        at a line end, curly or straight quotes and dashes, page furniture in between, and the
        placeholders of masked names need not.

    Returns
    -------
    tuple of Quote
        In order; empty when the document does not say it.
    """
    pattern = _pattern(words)
    if pattern is None:
        return ()
    found = _search(document, pattern, document.searching)
    if not found:  # the words may have been copied together with a footer that lay between them
        found = _search(document, pattern, normalise(document.text, marks_joins=True))
    if not found and document.masks:  # or without the placeholders of masked names
        found = _search(document, _pattern(words, is_loose=True), document.unmasked)
    return found


def _search(document: Document, pattern: "re.Pattern[str] | None", view: View) -> tuple[Quote, ...]:
    if pattern is None:
        return ()
    return tuple(quote(document, view.raw(*match.span())) for match in pattern.finditer(view.text))


def _pattern(words: str, *, is_loose: bool = False) -> "re.Pattern[str] | None":
    """Return a pattern for the words; a loose one lets spaces stand or lack beside stops."""
    plain = normalise(words, marks_joins=True).text.strip(JOIN + " ")
    pieces = _PIECE.findall(_SPACED_STOP.sub(r"\1", plain) if is_loose else plain)
    if not pieces:
        return None
    stop = " ?" if is_loose else ""
    return re.compile(
        "".join((stop if piece in _STOPS else "") + _tolerant(piece) for piece in pieces)
    )


def _tolerant(piece: str) -> str:
    """Return a pattern for a piece of the wanted words that a cut at a line end may alter."""
    if piece == "- ":
        return f"(?:- |{JOIN})"
    if piece == "-":
        return f"[-{JOIN}]"
    if piece == JOIN:
        return f"(?:[-{JOIN}] ?)?"
    return f"{JOIN}?".join(re.escape(letter) for letter in piece)
