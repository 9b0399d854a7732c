"""What one format's reader hands over: the text, and what that format knows about it."""

from dataclasses import dataclass

from fairterms.document.furniture import Line
from fairterms.document.spans import Page, Revision, Span
from fairterms.units.problem import Problem


@dataclass(frozen=True, order=True)
class Heading(Span):
    """A line the format itself marks as a heading; 1 is the outermost level."""

    level: int = 1


@dataclass(frozen=True)
class Draft:
    """A document read, before its furniture, sections and sentences are found.

    Attributes
    ----------
    kind, text, pages, revisions, cautions, masks
        As in :class:`fairterms.document.document.Document`.
    lines
        For each page its lines with their places; empty when the format has no page edges.
    furniture
        Furniture that the format marks as such.
    headings
        Headings that the format marks as such.
    breaks
        White space at which the layout ends a paragraph though the words may not.
    is_wrapped
        True when a line end may fall inside a sentence; False when it ends a paragraph.
    """

    kind: str
    text: str
    pages: tuple[Page, ...]
    is_wrapped: bool
    lines: tuple[tuple[Line, ...], ...] = ()
    furniture: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    revisions: tuple[Revision, ...] = ()
    cautions: tuple[Problem, ...] = ()
    masks: tuple[Span, ...] = ()
    breaks: tuple[Span, ...] = ()
