"""Numbered lists of a Word document: each begins at 1, whatever list stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

NUMBERED: Final = "List Number"
"""The style of a numbered paragraph."""


class NumberedList:
    """One list that counts from 1.

    Parameters
    ----------
    document
        The document the list stands in; it must know the style `NUMBERED`.

    Notes
    -----
    Word counts all paragraphs of a style as one list, over headings and pages. A list begins anew
    only if it has a number of its own that overrides the start.
    """

    def __init__(self, document: Document) -> None:
        # The library has no public way to lists; these are the parts of the file itself.
        style = document.styles[NUMBERED].element.pPr.numPr.numId.val
        lists = document.part.numbering_part.element
        drawn_as = lists.num_having_numId(style).abstractNumId.val
        made = lists.add_num(drawn_as)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        self._number: int = made.numId

    def add(self, paragraph: Paragraph) -> None:
        """Make a paragraph of the style the next entry of this list."""
        look: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way
        entry = look.get_or_add_numPr()
        entry.get_or_add_ilvl().val = 0
        entry.get_or_add_numId().val = self._number
