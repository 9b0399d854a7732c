"""The documents that an agreement brings in from outside, as a part of the page of findings."""

from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.inline import Strong
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.review import wording
from fairterms.review.context import Reading
from fairterms.review.outside import Mention, OutsideDocument

_HOW = {2: "becomes part of the agreement", 1: "is incorporated", 0: "must be obeyed"}
"""By the strength of a mention."""


def blocks(reading: Reading) -> list[Block]:
    """List every outside document: how it binds, where that stands, and whether it is at hand."""
    title = Heading(2, "Documents from outside", "outside")
    if not reading.outside:
        return [title, Prose("The text brings in no other document.")]
    missing = sum(not one.is_supplied for one in reading.outside)
    told = f"{missing} of {len(reading.outside)} are not at hand. Ask for each before you sign."
    columns = (Column("Document"), Column("How it binds"), Column("Where"), Column("At hand"))
    rows = tuple(_row(one) for one in reading.outside)
    return [title, Prose(told), Table("Documents that bind the group", columns, rows)]


def _row(document: OutsideDocument) -> Row:
    first = document.mentions[0]
    quote = first.passage.around(first.start, first.end)
    how = "is named" if document.is_attachment else _HOW[_strength(first)]
    at_hand = "yes" if document.is_supplied else (Strong("no"),)
    return Row((document.name, how, wording.where(quote), at_hand))


def _strength(mention: Mention) -> int:
    return max(0, min(mention.strength, max(_HOW)))
