"""The blocks a report is built of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from fairterms.publish.inline import Words
from fairterms.publish.number_blocks import Chart, Figures, Steps, Table

CalloutKind: TypeAlias = Literal[
    "answer-sign", "answer-negotiate", "answer-walk-away", "note", "warning"
]
CALLOUT_KINDS: Final = get_args(CalloutKind)


@dataclass(frozen=True)
class Heading:
    """The title of a section.

    Parameters
    ----------
    level
        2 for a section, 3 and 4 for its parts; the report's title is level 1.
    text
        Plain text.
    anchor
        What links name; empty means the report makes one from the text.
    """

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Prose:
    """A paragraph.

    Parameters
    ----------
    words
        One string, or runs.
    """

    words: Words


@dataclass(frozen=True)
class Bullets:
    """A list whose order does not matter.

    Parameters
    ----------
    items
        One text per item.
    """

    items: tuple[Words, ...]


@dataclass(frozen=True)
class Numbered:
    """A list whose order matters.

    Parameters
    ----------
    items
        One text per item.
    """

    items: tuple[Words, ...]


@dataclass(frozen=True)
class Contents:
    """The list of sections, linked to each.

    Parameters
    ----------
    depth
        The deepest heading level listed: 2 lists sections only.
    """

    depth: int = 2


@dataclass(frozen=True)
class PageBreak:
    """A new sheet begins here in print; a screen shows nothing."""


@dataclass(frozen=True)
class Place:
    """Where in which document something stands.

    Parameters
    ----------
    document
        The document's file name or title.
    page
        The page as printed or counted, such as "12" or "12-13".
    section
        The section as the document names it.
    """

    document: str
    page: str = ""
    section: str = ""


@dataclass(frozen=True)
class Quote:
    """The words of a document, exactly.

    Parameters
    ----------
    text
        The quoted words; line breaks are kept.
    where
        Where they stand.
    why
        Why they matter to the reader.
    anchor
        What links name, if any.
    """

    text: str
    where: Place
    why: Words = ""
    anchor: str = ""


@dataclass(frozen=True)
class Definition:
    """A name and what it stands for.

    Parameters
    ----------
    name
        The word or key.
    words
        Its meaning or value.
    anchor
        What links name, if any.
    """

    name: str
    words: Words
    anchor: str = ""


@dataclass(frozen=True)
class Definitions:
    """A list of names and what they stand for.

    Parameters
    ----------
    entries
        In the order shown.
    """

    entries: tuple[Definition, ...]


@dataclass(frozen=True)
class Callout:
    """A box that must not be overlooked: the answer, a warning, a note.

    Parameters
    ----------
    kind
        Decides the shape and the word that opens the box.
    title
        The message in one line.
    blocks
        What follows it. Headings, page breaks and further callouts are refused here.
    anchor
        What links name, if any.
    """

    kind: CalloutKind
    title: str
    blocks: tuple[Block, ...] = ()
    anchor: str = ""

    def __post_init__(self) -> None:
        assert self.kind in CALLOUT_KINDS, f"{self.kind!r} is not one of {CALLOUT_KINDS}"


@dataclass(frozen=True)
class SideBySide:
    """Two parts to be read together: what is said, and the text it is said about.

    On a wide screen they stand beside each other and scroll on their own; on a narrow one, and
    on paper, the second follows the first.

    Parameters
    ----------
    left, right
        The blocks of each part. Their headings need an anchor of their own.
    left_title, right_title
        What each part is, for who hears the page.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    left_title: str
    right_title: str


Block: TypeAlias = (
    Heading
    | Prose
    | Bullets
    | Numbered
    | Contents
    | PageBreak
    | Figures
    | Table
    | Quote
    | Steps
    | Definitions
    | Chart
    | Callout
    | SideBySide
)
BLOCKS: Final = get_args(Block)


def block_name(block: Block) -> str:
    """Give the name under which renderers know a block.

    Parameters
    ----------
    block
        Any block.

    Returns
    -------
    str
        Its record's name in lower case with underscores.

    Examples
    --------
    >>> block_name(PageBreak())
    'page_break'
    """
    letters = (f"_{c.lower()}" if c.isupper() else c for c in type(block).__name__)
    return "".join(letters).lstrip("_")
