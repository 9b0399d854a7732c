"""The document as one frozen value."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from fairterms.document.spans import Page, Revision, Section, Sentence, Span
from fairterms.document.view import View, normalise
from fairterms.units.problem import Problem


@dataclass(frozen=True, eq=False)
class Document:
    """A contract document as received.

    Attributes
    ----------
    name
        The file's name, as the user knows it.
    kind
        ``"pdf"``, ``"docx"``, ``"html"`` or ``"text"``.
    text
        Everything that could be read, in reading order, not cleaned; all offsets count its letters.
    pages
        In order; together they cover the text.
    sections, sentences
        In order of their start. Sections nest, sentences do not.
    furniture
        Running heads, footers, page numbers, form codes: in the text, but in no sentence.
    unread_pages
        Numbers of the pages that show something that could not be read. While there is one,
        nothing can be said to be absent from the document.
    revisions
        Tracked changes and comments.
    sha256
        Of the file's bytes, in hexadecimal.
    cautions
        What a reader should know before relying on it; none of them stops the work.
    masks
        Where ``[masked]`` stands in the text for words that were taken out and covered by a box.
        It does not say whose name stood there.
    """

    name: str
    kind: str
    # A confidential text has no place in a log or a traceback, so it is not part of the repr.
    text: str = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)
    sections: tuple[Section, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    furniture: tuple[Span, ...] = field(repr=False)
    unread_pages: tuple[int, ...]
    revisions: tuple[Revision, ...] = field(repr=False)
    sha256: str
    cautions: tuple[Problem, ...] = ()
    masks: tuple[Span, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Hold our own parts to their word: a span outside the text is our mistake."""
        assert self.pages, "a document has a page"
        for spans in (
            self.pages,
            self.sections,
            self.sentences,
            self.furniture,
            self.revisions,
            self.masks,
        ):
            assert all(span.end <= len(self.text) for span in spans), "a span leaves the text"

    @cached_property
    def reading(self) -> View:
        """The text as a person reads it: no furniture, no line ends, words whole."""
        return normalise(self.text, self.furniture)

    @cached_property
    def searching(self) -> View:
        """The same, with a mark where a word was cut at a line end; for finding quotations."""
        return normalise(self.text, self.furniture, marks_joins=True)

    @cached_property
    def unmasked(self) -> View:
        """The view for searching without the placeholders of masked names."""
        return normalise(self.text, sorted((*self.furniture, *self.masks)), marks_joins=True)

    @property
    def recognised_pages(self) -> tuple[int, ...]:
        """Numbers of the pages whose text was recognised in a picture."""
        return tuple(page.number for page in self.pages if page.is_recognised)

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    def page_at(self, offset: int) -> Page:
        """Return the page that the letter at ``offset`` is on."""
        return self.pages[max(0, bisect_right(self._page_starts, offset) - 1)]

    def words(self, span: Span) -> str:
        """Return a span's words as a person reads them: one line, no furniture, straight quotes."""
        return self.reading.words(span)

    def locator(self, offset: int) -> str:
        """Say where a letter stands, as one would cite it: "Exhibit B, 2(c)", else "page 4"."""
        around = [s for s in self.sections if s.start <= offset < s.end and s.label]
        if not around:
            return f"page {self.page_at(offset).number}"
        outer = [s.label for s in around[:-1] if s.level == 1 and not s.label.startswith("Article")]
        return ", ".join([*outer, around[-1].label])
