"""Sentences as checks read them, and the way back from a match to an exact quotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fairterms.document.document import Document
from fairterms.document.spans import Sentence
from fairterms.units.finding import QuoteEvidence

LONGEST_QUOTE = 320
"""Letters up to which a whole sentence is quoted; of a longer one, the clause that matters."""

SHORTEST_QUOTE = 80
"""Letters below which a clause says too little, and the one before it is quoted along."""

SHORT_WORD = 3
"""Letters up to which a word says nothing about title case: titles write "of" small too."""

SMALL_WORDS = 2
"""Longer words in small letters that no title has."""

_WORDS = re.compile(r"[A-Za-z][\w'-]*")
_CLAUSE_END = re.compile(r"[,;:] ")
_SAYS_SOMETHING = re.compile(
    r"\b(?:shall|may|must|will|can|is|are|be|agrees?|has|have|retains?|reserves?)\b|"
    r"[\"\u201d] means?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence of one document.

    Attributes
    ----------
    document
        The document it is in.
    sentence
        The sentence.
    text
        Its words on one line, without furniture.
    start
        Where ``text`` starts in the document's reading view.
    """

    document: Document
    sentence: Sentence
    text: str
    start: int

    @cached_property
    def lower(self) -> str:
        """The same words in small letters; many checks look for stems in them."""
        return self.text.lower()

    def quote(self, start: int, end: int) -> QuoteEvidence:
        """Quote the letters ``start`` up to ``end`` of the passage's text, exactly as printed."""
        span = self.document.reading.raw(self.start + start, self.start + end)
        page = self.document.page_at(span.start)
        return QuoteEvidence(
            document=self.document.name,
            page=page.number,
            start=span.start,
            end=span.end,
            text=self.document.text[span.start : span.end],
            is_recognised=page.is_recognised,
        )

    def around(self, start: int, end: int) -> QuoteEvidence:
        """Quote a match with what is needed to understand it: its sentence, or its clause."""
        if len(self.text) <= LONGEST_QUOTE:
            return self.quote(0, len(self.text))
        after = _CLAUSE_END.search(self.text, end)
        last = after.start() if after else len(self.text)
        starts = [0, *(match.end() for match in _CLAUSE_END.finditer(self.text, 0, start))]
        first = next((at for at in reversed(starts) if last - at >= SHORTEST_QUOTE), 0)
        return self.quote(first, last)


def of(document: Document) -> Iterator[Passage]:
    """Return a document's sentences in order, but for headings that say nothing."""
    view = document.reading
    for sentence in document.sentences:
        start, end = view.inside(sentence)
        text = view.text[start:end]
        left = len(text) - len(text.lstrip())
        if text.strip() and (_is_said(text) or not _is_heading(document, sentence)):
            yield Passage(document, sentence, text.strip(), start + left)


def _is_said(text: str) -> bool:
    """Say whether words are a sentence: by a verb we know, or by being written like one."""
    if _SAYS_SOMETHING.search(text):
        return True
    words = _WORDS.findall(text)
    small = sum(word[0].islower() for word in words if len(word) > SHORT_WORD)
    return text.rstrip().endswith((".", ";")) and small >= SMALL_WORDS


def _is_heading(document: Document, sentence: Sentence) -> bool:
    if sentence.section < 0:
        return False
    section = document.sections[sentence.section]
    return bool(section.title) and sentence.end <= section.heading_end
