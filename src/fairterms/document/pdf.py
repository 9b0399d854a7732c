"""Read a PDF: its text page by page, and which pages show something that is no text."""

import threading
from pathlib import Path
from typing import Any

from fairterms.document import ocr, pdf_notes, pdf_page, pdf_unread, refusals
from fairterms.document.assembly import COMMENT
from fairterms.document.draft import Draft
from fairterms.document.furniture import Line
from fairterms.document.pdf_page import PageText
from fairterms.document.refusals import UnreadableDocument
from fairterms.document.spans import Page, Revision, Span
from fairterms.units.problem import Problem

_ONE_AT_A_TIME = threading.Lock()  # PDFium keeps global state and must not run twice at once
_REASONS = {
    "password": (
        "is locked with a password",
        "a locked file shows nothing without it",
        "open it in a PDF reader with the password, print it to a new PDF, and use that",
    ),
    "format": (
        "is damaged, or is not a PDF",
        "the parts that say where its pages are cannot be made out",
        "download or scan it again, or ask the plan to send it again",
    ),
}


def read(path: Path, *, has_ocr: bool = False) -> Draft:
    """Read a PDF file.

    Parameters
    ----------
    path
        The file.
    has_ocr
        True recognises the text in pages that are pictures, where the extra is installed.

    Raises
    ------
    UnreadableDocument
        When it is locked or damaged, or none of its pages holds text.

    Notes
    -----
    Pages are read and let go one by one, so that 500 of them need no more memory than their text.
    """
    import pypdfium2 as pdfium  # noqa: PLC0415 - loads a large C library, needed for PDFs only

    with _ONE_AT_A_TIME:
        try:
            pdf = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            raise _refusal(path.name, str(error)) from error
        try:
            pdf.init_forms()
            reading = _Reading(path.name, has_ocr=has_ocr)
            for number in range(len(pdf)):
                try:
                    page = pdf[number]
                except pdfium.PdfiumError:  # this page alone is damaged
                    reading.skip()
                    continue
                reading.add(page)
                page.close()
            return reading.draft()
        finally:
            pdf.close()


def _refusal(name: str, error: str) -> UnreadableDocument:
    reason = "password" if "password" in error.lower() or "security" in error.lower() else "format"
    return UnreadableDocument(name, *_REASONS[reason])


class _Reading:
    """A PDF being read page by page."""

    def __init__(self, name: str, *, has_ocr: bool) -> None:
        self._name = name
        self._has_ocr = has_ocr
        self._texts: list[str] = []
        self._pages: list[Page] = []
        self._lines: list[tuple[Line, ...]] = []
        self._masks: list[Span] = []
        self._breaks: list[Span] = []
        self._revisions: list[Revision] = []
        self._cautions: list[Problem] = []
        self._start = 0

    def add(self, page: Any) -> None:
        """Read the next page."""
        number = len(self._pages) + 1
        read_page = pdf_page.read(page, self._start)
        why = pdf_unread.why(page, number, read_page.text)
        recognised = self._recognise(page, number) if why and self._has_ocr else None
        read_page = recognised or read_page
        notes = pdf_notes.read(page)
        typed = [note.words for note in notes if note.kind == pdf_notes.VALUE]
        end = self._start + len(read_page.text)
        for words in typed:
            self._breaks.append(Span(end, end + 1))
            end += 1 + len(words)
        self._revisions += [
            Revision(end, end, COMMENT, note.words, note.author, note.date)
            for note in notes
            if note.kind == pdf_notes.COMMENT
        ]
        self._cautions += refusals.notes(self._name, number, notes)
        is_unread = bool(why) and recognised is None
        self._pages.append(
            Page(self._start, end, number, is_unread, why, is_recognised=recognised is not None)
        )
        self._texts.append("\n".join([read_page.text, *typed]))
        self._lines.append(read_page.lines)
        self._masks += read_page.masks
        self._breaks += read_page.breaks
        self._start = end + 1

    def skip(self) -> None:
        """Note a page that cannot be opened; the others can still be read."""
        number = len(self._pages) + 1
        why = f"page {number} is damaged"
        self._pages.append(Page(self._start, self._start, number, is_unread=True, why=why))
        self._texts.append("")
        self._lines.append(())
        self._start += 1

    def _recognise(self, page: Any, number: int) -> PageText | None:
        """Return the text in the picture of a page; None where it is not there or not sure."""
        if not ocr.is_installed():
            if not any(caution.code == "ocr-not-installed" for caution in self._cautions):
                self._cautions.append(refusals.no_ocr(self._name))
            return None
        found = ocr.recognise(page)
        if not found.is_sure:
            self._cautions.append(refusals.unsure(self._name, number, found.confidence))
            return None
        self._cautions.append(refusals.recognised(self._name, number))
        return pdf_page.recognised(found, self._start, page.get_height())

    def draft(self) -> Draft:
        """Return what was read."""
        if not any(text.strip() for text in self._texts):
            raise _no_text(self._name, self._pages)
        return Draft(
            "pdf",
            "\n".join(self._texts),
            tuple(self._pages),
            is_wrapped=True,
            lines=tuple(self._lines),
            masks=tuple(self._masks),
            breaks=tuple(self._breaks),
            revisions=tuple(self._revisions),
            cautions=tuple(self._cautions),
        )


def _no_text(name: str, pages: list[Page]) -> UnreadableDocument:
    if not any(page.is_unread for page in pages):
        return UnreadableDocument(
            name, "is empty", "no page of it shows anything", "check that the right file was chosen"
        )
    return UnreadableDocument(
        name,
        f"is a picture of an agreement: {len(pages)} page(s), none of them with text",
        "pictures of letters cannot be searched, quoted or checked",
        "ask the plan for the file it was printed from, or run text recognition (OCR) on it",
    )
