"""Stretches of a document's text: pages, sections, sentences, revisions; all by offset."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Letters ``start`` up to but without ``end``, counted from 0 in the document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        assert 0 <= self.start <= self.end, f"a span cannot run from {self.start} to {self.end}"


@dataclass(frozen=True, order=True)
class Page(Span):
    """One page as printed.

    Attributes
    ----------
    number
        Counted from 1, as a PDF reader counts.
    is_unread
        True when the page shows something that could not be read as text.
    why
        Why it was not read, as a clause: "page 23 is an image without text".
    is_recognised
        True when its text was recognised in a picture, so that its words may be wrong.
    """

    number: int = 1
    is_unread: bool = False
    why: str = ""
    is_recognised: bool = False


@dataclass(frozen=True, order=True)
class Section(Span):
    """A numbered clause, article, exhibit or heading, with all that stands under it.

    Attributes
    ----------
    number
        As a lawyer would cite it within its parent: "2.7", "Article IV", "Exhibit B", "2(c)";
        empty for a heading without a number.
    title
        The heading's words, or empty.
    level
        1 for the outermost. A section ends where the next one of its level or above starts.
    page
        The page it starts on.
    heading_end
        Where its number and title end and its own words start.
    """

    number: str = ""
    title: str = ""
    level: int = 1
    page: int = 1
    heading_end: int = 0

    @property
    def label(self) -> str:
        """The number, or the title where there is none."""
        return self.number or self.title


@dataclass(frozen=True, order=True)
class Sentence(Span):
    """A sentence, heading or list item.

    A sentence that runs over a page end has the page furniture inside its span;
    :meth:`Document.words` gives it without.

    Attributes
    ----------
    page
        The page it starts on.
    section
        Place in ``Document.sections`` of the innermost section around it; -1 before the first.
    """

    page: int = 1
    section: int = -1


@dataclass(frozen=True, order=True)
class Revision(Span):
    """A tracked change or comment.

    Attributes
    ----------
    kind
        ``"inserted"``, ``"deleted"`` or ``"comment"``.
    text
        The words inserted, deleted or remarked.
    author
        As the file names the person; empty when it does not.
    date
        As the file gives it (ISO 8601), or empty.

    Notes
    -----
    ``start`` and ``end`` are equal when the words are not part of the document's text.
    """

    kind: str = "inserted"
    text: str = ""
    author: str = ""
    date: str = ""
