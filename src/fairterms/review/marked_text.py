"""The text of an agreement with every quotation marked, and the way from each to its finding."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fairterms.document.document import Document
from fairterms.document.spans import Sentence, Span
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.inline import Inline, Mark, Strong
from fairterms.units.finding import QuoteEvidence


@dataclass(frozen=True)
class Quoted:
    """A quotation with the finding it belongs to: ``to`` is that finding's anchor."""

    quote: QuoteEvidence
    to: str
    label: str


@dataclass(frozen=True)
class MarkedText:
    """A document's text as blocks.

    Attributes
    ----------
    blocks
        Headings for its pages, and its sentences in paragraphs.
    anchors
        For each quotation, the anchor of its first marked words.
    """

    blocks: tuple[Block, ...]
    anchors: Mapping[QuoteEvidence, str]


def mark(document: Document, quoted: Iterable[Quoted], name: str) -> MarkedText:
    """Write a document out with its quotations marked.

    Parameters
    ----------
    document
        The document.
    quoted
        Quotations, also of other documents; where two overlap, the words lead to the first.
    name
        The start of all anchors made here: small letters, digits and hyphens.

    Returns
    -------
    MarkedText
        Page furniture is left out, as in the reading view.
    """
    own = [one for one in quoted if one.quote.document == document.name]
    spans = [(*document.reading.inside(Span(q.quote.start, q.quote.end)), q) for q in own]
    writer = _Writer(document, sorted(spans, key=lambda s: (s[0], -s[1])), name)
    blocks: list[Block] = []
    for page, sentences in _by_page(document):
        number = document.pages[page].number
        blocks.append(Heading(4, f"Page {number}", f"{name}-page-{number}"))
        blocks += writer.paragraphs(sentences)
        if document.pages[page].is_unread:
            blocks.append(
                Prose((Strong("This page was not read: "), document.pages[page].why, "."))
            )
    return MarkedText(tuple(blocks), writer.anchors)


def _by_page(document: Document) -> Iterator[tuple[int, list[Sentence]]]:
    for place, page in enumerate(document.pages):
        sentences = [s for s in document.sentences if page.start <= s.start < page.end]
        if sentences or page.is_unread:
            yield place, sentences


_Quoted = tuple[int, int, Quoted]


class _Writer:
    """Writes sentences as runs, and remembers where each quotation first stands."""

    def __init__(self, document: Document, spans: Sequence[_Quoted], name: str) -> None:
        self._document = document
        self._spans = spans
        self._name = name
        self.anchors: dict[QuoteEvidence, str] = {}

    def paragraphs(self, sentences: Sequence[Sentence]) -> Iterator[Block]:
        """Return the sentences as paragraphs, a new one with each section."""
        runs: list[Inline] = []
        section = None
        for sentence in sentences:
            if runs and sentence.section != section:
                yield Prose(tuple(runs))
                runs = []
            section = sentence.section
            runs += [*self._sentence(sentence), " "]
        if runs:
            yield Prose(tuple(runs))

    def _sentence(self, sentence: Sentence) -> Iterator[Inline]:
        start, end = self._document.reading.inside(sentence)
        inside = [one for one in self._spans if one[0] < end and start < one[1]]
        cuts = {start, end, *(min(max(at, start), end) for one in inside for at in one[:2])}
        for first, last in pairwise(sorted(cuts)):
            text = self._document.reading.text[first:last]
            over = [one for one in inside if one[0] <= first and last <= one[1]]
            yield self._mark(text, over) if over and text.strip() else text

    def _mark(self, text: str, over: Sequence[_Quoted]) -> Mark:
        """Mark words; the first words of a quotation get an anchor."""
        fresh = [one[2].quote for one in over if one[2].quote not in self.anchors]
        anchor = f"{self._name}-quote-{len(self.anchors) + 1}" if fresh else ""
        self.anchors.update(dict.fromkeys(fresh, anchor))
        # Where several overlap, the shortest says most about these words.
        shortest = min(over, key=lambda one: one[1] - one[0])[2]
        return Mark(text, shortest.to, anchor, shortest.label if fresh else "")
