"""A report as a Word document: headings, tables, links, and tracked changes as Word knows them."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from fairterms.publish import packing
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Contents,
    Definitions,
    Heading,
    Numbered,
    PageBreak,
    Prose,
    Quote,
    SideBySide,
)
from fairterms.publish.docx_lists import NUMBERED, NumberedList
from fairterms.publish.docx_runs import Writer
from fairterms.publish.inline import Emphasis, Strong, Words, runs
from fairterms.publish.number_blocks import Chart, Figures, Steps, Table
from fairterms.publish.page import Report, closing_blocks, phrases_of
from fairterms.publish.phrases import Phrases, place_in_words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_UNDATED: Final = datetime(2000, 1, 1, tzinfo=UTC)


def render(report: Report) -> bytes:
    """Write a report as a Word document.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    bytes
        A .docx file. Inserted and deleted words are tracked changes that a reader can accept or
        reject; a chart is given by its text alternative and its table. The same report gives the
        same bytes.
    """
    # The library takes a while to load; only a Word document needs it.
    import docx  # noqa: PLC0415

    document = docx.Document()
    _describe(document, report)
    page = _Page(document, phrases_of(report), Writer(_moment(report).isoformat()))
    document.add_heading(report.title, level=0)
    for line in (report.subtitle, report.made_on):
        if line:
            document.add_paragraph(line)
    for block in (*report.blocks, *closing_blocks(report)):
        page.add(block)
    for line in report.footer:
        page.paragraph((Emphasis(line),))
    written = io.BytesIO()
    document.save(written)
    return packing.without_dates(written.getvalue())


def _describe(document: Document, report: Report) -> None:
    about = document.core_properties
    about.title, about.author, about.language = report.title, "Fairterms", report.language
    about.created = about.modified = _moment(report).replace(tzinfo=None)


def _moment(report: Report) -> datetime:
    try:
        return datetime.fromisoformat(report.made_on).replace(tzinfo=UTC)
    except ValueError:
        return _UNDATED


class _Page:
    """Adds one block after the other."""

    def __init__(self, document: Document, phrases: Phrases, writer: Writer) -> None:
        self._document = document
        self._phrases = phrases
        self._writer = writer

    def paragraph(self, words: Words, style: str | None = None, anchor: str = "") -> Paragraph:
        """Add one paragraph and give it."""
        added = self._document.add_paragraph(style=style)
        self._writer.write(added, words, anchor)
        return added

    def add(self, block: Block) -> None:
        """Add any block."""
        match block:
            case Heading():
                heading = self._document.add_heading(level=min(block.level - 1, 9))
                self._writer.write(heading, _clean(block.text), block.anchor)
            case Prose(words):
                self.paragraph(words)
            case Bullets() | Numbered():
                self._list(block)
            case PageBreak():
                self._document.add_page_break()  # type: ignore[no-untyped-call]
            case SideBySide():
                for inner in (*block.left, *block.right):
                    self.add(inner)
            case _:
                self._add_group(block)

    def _add_group(self, block: Block) -> None:
        """Add a block that is made of several paragraphs."""
        match block:
            case Quote():
                self._quote(block)
            case Definitions(entries):
                for entry in entries:
                    words = (Strong(f"{entry.name}: "), *runs(entry.words))
                    self.paragraph(words, anchor=entry.anchor)
            case Callout():
                self._callout(block)
            case Contents():
                pass  # Word makes its own from the headings.
            case _:
                self._add_numbers(block)

    def _add_numbers(self, block: Block) -> None:
        """Add a block whose point is its numbers."""
        match block:
            case Table():
                self._table(block)
            case Figures(numbers):
                for number in numbers:
                    note = f" ({number.note})" if number.note else ""
                    self.paragraph((f"{number.label}: ", Strong(number.value), note))
            case Steps():
                self._steps(block)
            case Chart():
                self.paragraph((Strong(block.title),), anchor=block.anchor)
                self.paragraph(block.alternative)
                self._table(block.data)

    def _list(self, block: Bullets | Numbered) -> None:
        if isinstance(block, Bullets):
            for item in block.items:
                self.paragraph(item, "List Bullet")
            return
        counted = NumberedList(self._document)
        for item in block.items:
            counted.add(self.paragraph(item, NUMBERED))

    def _quote(self, block: Quote) -> None:
        self.paragraph(_clean(block.text), "Quote", block.anchor)
        self.paragraph((Emphasis(place_in_words(block.where, self._phrases)),))
        if block.why:
            self.paragraph((Strong(f"{self._phrases.why_it_matters}: "), *runs(block.why)))

    def _callout(self, block: Callout) -> None:
        word = self._phrases.callouts[block.kind]
        self.paragraph((Strong(f"{word}: {block.title}"),), "Intense Quote", block.anchor)
        for inner in block.blocks:
            self.add(inner)

    def _steps(self, block: Steps) -> None:
        self.paragraph((Strong(block.caption),), anchor=block.anchor)
        for step in block.steps:
            value = f"{step.value} {step.unit}".strip()
            self.paragraph((f"{step.name}: ", Strong(value), "  ", *runs(step.words)))

    def _table(self, block: Table) -> None:
        self.paragraph((Strong(block.caption),), anchor=block.anchor)
        table = self._document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
        titles = [f"{c.title} ({c.unit})" if c.unit else c.title for c in block.columns]
        self._row(table.rows[0].cells, [(Strong(title),) for title in titles])
        self._writer.repeat(table.rows[0])
        for row in block.rows:
            self._row(table.add_row().cells, row.cells)
        if block.footnote:
            self.paragraph(block.footnote)

    def _row(self, cells: object, words: object) -> None:
        assert isinstance(cells, tuple | list), "cells of a row come as a sequence"
        assert isinstance(words, tuple | list), "so do their words"
        for cell, text in zip(cells, words, strict=True):
            self._writer.write(cell.paragraphs[0], text)


def _clean(text: str) -> Words:
    return re.sub(r"\s*\n\s*", " ", text)
