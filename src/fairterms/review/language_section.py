"""How hard an agreement is to read, as a part of the page of findings."""

from fairterms.document import readability
from fairterms.document.document import Document
from fairterms.document.readability import HardSentence
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.review.context import Reading

HARDEST = 20
"""Sentences shown with a pattern for a plainer version."""
_SHOWN = 260
"""Letters of a hard sentence that are shown; it can be read whole in the text."""


def blocks(reading: Reading) -> list[Block]:
    """Show the reading ease and the hardest sentences, each with a way to write it plainly."""
    title = Heading(2, "Plain language", "language")
    measured = readability.measure(reading.documents)
    if measured is None:
        return [title, Prose("There is too little running text to measure.")]
    numbers = Figures(
        (
            KeyNumber("Reading ease", f"{measured.score:.0f}", "of 100; higher is easier"),
            KeyNumber("Words a sentence", f"{measured.words_per_sentence:.0f}"),
            KeyNumber("Longest sentence", f"{measured.longest}", "words"),
            KeyNumber("Nested exceptions", f"{measured.nested_exceptions}", "sentences"),
            KeyNumber("Double negatives", f"{measured.double_negatives}", "sentences"),
        )
    )
    told = Prose(
        "States ask insurance policies for 40 or 45. No law was found that asks it of provider "
        "agreements: it is a yardstick, not a breach."
    )
    hard = [
        (document, one)
        for document in reading.documents
        for one in readability.hardest(document, HARDEST)
    ]
    hardest = sorted(hard, key=lambda pair: pair[1].difficulty)[:HARDEST]
    columns = (Column("Where"), Column("Sentence"), Column("Why"), Column("Plainer"))
    rows = tuple(_row(document, one) for document, one in hardest)
    table = [Table("The hardest sentences, and a pattern for each", columns, rows)] if rows else []
    return [title, numbers, told, *table]


def _row(document: Document, hard: HardSentence) -> Row:
    words = document.words(hard.sentence)
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
    page = document.page_at(hard.start).number
    return Row((f"{document.name}, page {page}", shown, "; ".join(hard.reasons), hard.rewrite))
