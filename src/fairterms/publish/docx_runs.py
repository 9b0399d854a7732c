"""Runs of text in a Word document: strength, links inside the document, tracked changes."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from fairterms.publish.inline import (
    Badge,
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    Mark,
    Strong,
    Words,
    runs,
)
from fairterms.publish.legible import legible

if TYPE_CHECKING:
    from docx.table import _Row
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element

AUTHOR: Final = "Fairterms"
"""Who a tracked change is by."""

# Signs that no XML file may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_CHANGES: Final[dict[type, tuple[str, str]]] = {
    Inserted: ("w:ins", "w:t"),
    Deleted: ("w:del", "w:delText"),
}


class Writer:
    """Writes runs into paragraphs, and numbers the bookmarks and changes of one document.

    Parameters
    ----------
    date
        When the tracked changes were made, as ISO 8601.
    """

    def __init__(self, date: str) -> None:
        self._date = date
        self._numbers = count(1)

    def write(self, paragraph: Paragraph, words: Words, anchor: str = "") -> None:
        """Add runs to a paragraph; ``anchor`` makes its start a place that links can name."""
        if anchor:
            self._bookmark(paragraph, anchor)
        for run in runs(words):
            self._run(paragraph, run)

    def repeat(self, row: _Row) -> None:
        """Make a table's first row a heading that stands on every page."""
        row._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001 - no public way

    def _run(self, paragraph: Paragraph, run: Inline) -> None:
        text = _written(run)
        if isinstance(run, Inserted | Deleted):
            self._change(paragraph, *_CHANGES[type(run)], text)
        elif isinstance(run, Link):
            self._link(paragraph, text, run.anchor)
        elif isinstance(run, Mark):
            if run.anchor:
                self._bookmark(paragraph, run.anchor)
            self._link(paragraph, text, run.to)
        else:
            written = paragraph.add_run(text)
            written.bold = isinstance(run, Strong | Badge) or None
            written.italic = isinstance(run, Emphasis) or None
            if isinstance(run, Code):
                written.font.name = "Consolas"

    def _change(self, paragraph: Paragraph, change: str, holder: str, text: str) -> None:
        """Add words as a tracked change."""
        marks = {
            "w:id": str(next(self._numbers)),
            "w:author": AUTHOR,
            "w:date": self._date.replace("+00:00", "Z"),
        }
        tracked, inner, letters = _element(change, **marks), _element("w:r"), _element(holder)
        letters.text = text
        letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        inner.append(letters)
        tracked.append(inner)
        paragraph._p.append(tracked)  # noqa: SLF001 - the library knows no tracked changes

    def _link(self, paragraph: Paragraph, text: str, anchor: str) -> None:
        link = _element("w:hyperlink", **{"w:anchor": _bookmark_name(anchor)})
        run = paragraph.add_run(text)
        run.underline = True
        link.append(run._r)  # noqa: SLF001 - the library knows no links inside a document
        paragraph._p.append(link)  # noqa: SLF001

    def _bookmark(self, paragraph: Paragraph, anchor: str) -> None:
        number = str(next(self._numbers))
        name = _bookmark_name(anchor)
        paragraph._p.append(_element("w:bookmarkStart", **{"w:id": number, "w:name": name}))  # noqa: SLF001
        paragraph._p.append(_element("w:bookmarkEnd", **{"w:id": number}))  # noqa: SLF001


def _bookmark_name(anchor: str) -> str:
    """Return an anchor as Word allows it: letters, digits and underscores, at most 40."""
    return anchor.replace("-", "_")[:40]


def _written(run: Inline) -> str:
    if isinstance(run, str):
        text = run
    elif isinstance(run, Badge):
        text = run.text or run.severity
    else:
        text = run.text
    return _FORBIDDEN.sub("\ufffd", legible(text))


def _element(name: str, **attributes: str) -> _Element:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, and only for Word documents
    from docx.oxml.ns import qn  # noqa: PLC0415

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
