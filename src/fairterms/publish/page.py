"""A report as a value: everything a renderer needs and nothing it decides."""

from __future__ import annotations

from dataclasses import dataclass

from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Contents,
    Definition,
    Definitions,
    Heading,
    Numbered,
    PageBreak,
    Place,
    Prose,
    Quote,
    SideBySide,
)
from fairterms.publish.inline import (
    Badge,
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    Mark,
    Severity,
    Strong,
    Term,
    Words,
    plain,
)
from fairterms.publish.number_blocks import (
    Chart,
    Column,
    Figures,
    KeyNumber,
    Row,
    Step,
    Steps,
    Table,
)
from fairterms.publish.phrases import LANGUAGES, Phrases
from fairterms.publish.structure import (
    MADE_FROM,
    WORDS_USED,
    PageError,
    check,
    terms,
    with_anchors,
    word_anchor,
)

__all__ = [
    "Badge",
    "Block",
    "Bullets",
    "Callout",
    "Chart",
    "Code",
    "Column",
    "Contents",
    "Definition",
    "Definitions",
    "Deleted",
    "Emphasis",
    "Figures",
    "Heading",
    "Inline",
    "Inserted",
    "KeyNumber",
    "Link",
    "Mark",
    "Numbered",
    "PageBreak",
    "PageError",
    "Place",
    "Prose",
    "Quote",
    "Report",
    "Row",
    "Severity",
    "SideBySide",
    "Step",
    "Steps",
    "Strong",
    "Table",
    "Term",
    "Words",
    "closing_blocks",
    "phrases_of",
    "plain",
]


@dataclass(frozen=True, kw_only=True)
class Report:
    """A page to be read on screen and on paper.

    Parameters
    ----------
    title
        What the report is.
    subtitle
        For whom, about what.
    language
        The language all its text is in, as a code such as "en".
    blocks
        Its content in reading order. Headings without an anchor receive one.
    footer
        Lines at the foot of the page: who made it, what it is not.
    made_on
        The date it was made, as text; written as 2027-01-12 it also dates the PDF.
    identity
        Names and hashes of what the report was made from.

    Raises
    ------
    PageError
        If it cannot be read as one document; see `structure.check`.

    Examples
    --------
    >>> report = Report(title="Cedar", blocks=(Heading(2, "The answer"), Prose("Negotiate.")))
    >>> report.blocks[0].anchor
    'the-answer'
    >>> Report(title="Cedar", blocks=(Heading(3, "Too deep"),))
    Traceback (most recent call last):
    ...
    fairterms.publish.structure.PageError: The heading 'Too deep' has level 3 below level 1: \
give it a level from 2 to 2.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    language: str = "en"
    footer: tuple[str, ...] = ()
    made_on: str = ""
    identity: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise PageError("The report has no title: say in a few words what it is.")
        if self.language not in LANGUAGES:
            raise PageError(
                f"Reports cannot be published in {self.language!r} yet; known languages: "
                f"{', '.join(LANGUAGES)}."
            )
        object.__setattr__(self, "blocks", with_anchors(self.blocks))
        check(self.blocks + closing_blocks(self))


def phrases_of(report: Report) -> Phrases:
    """Give the renderers' own words in the report's language.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    Phrases
        Fixed words such as "Page 1 of 2".
    """
    return LANGUAGES[report.language]


def closing_blocks(report: Report) -> tuple[Block, ...]:
    """Make the two lists that close a report: its words explained, and its sources' hashes.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    tuple of Block
        Empty when the report explains no word and names no identity.
    """
    phrases, blocks = phrases_of(report), list[Block]()
    if words := terms(report.blocks):
        entries = (Definition(word, words[word], word_anchor(word)) for word in words)
        blocks += [Heading(2, phrases.words_used, WORDS_USED), Definitions(tuple(entries))]
    if report.identity:
        entries = (Definition(name, (Code(value),)) for name, value in report.identity)
        blocks += [Heading(2, phrases.made_from, MADE_FROM), Definitions(tuple(entries))]
    return tuple(blocks)
