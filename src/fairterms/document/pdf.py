"""Read a PDF: its text page by page, and which pages show something that is no text."""

import threading
from pathlib import Path
from typing import Any

from fairterms.document import pdf_page
from fairterms.document.draft import Draft
from fairterms.document.furniture import Line
from fairterms.document.refusals import UnreadableDocument
from fairterms.document.spans import Page, Span

FEW_LETTERS = 200
"""A page with fewer letters and a picture over half of it is a scan with a stamp on it."""

MANY_SHAPES = 20
"""A page without text and with so many drawn shapes may have its letters drawn as shapes."""

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


def read(path: Path) -> Draft:
    """Read a PDF file.

    Parameters
    ----------
    path
        The file.

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
            return _draft(path.name, pdf)
        finally:
            pdf.close()


def _refusal(name: str, error: str) -> UnreadableDocument:
    reason = "password" if "password" in error.lower() or "security" in error.lower() else "format"
    return UnreadableDocument(name, *_REASONS[reason])


def _draft(name: str, pdf: Any) -> Draft:
    texts: list[str] = []
    pages: list[Page] = []
    lines: list[tuple[Line, ...]] = []
    masked: list[Span] = []
    breaks: list[Span] = []
    start = 0
    for number in range(1, len(pdf) + 1):
        page = pdf[number - 1]
        read_page = pdf_page.read(page, start)
        text = read_page.text
        why = _why_unread(page, number, text)
        pages.append(Page(start, start + len(text), number, bool(why), why))
        texts.append(text)
        lines.append(read_page.lines)
        masked += read_page.masks
        breaks += read_page.breaks
        start += len(text) + 1
        page.close()
    if not any(text.strip() for text in texts):
        raise _no_text(name, pages)
    return Draft(
        "pdf",
        "\n".join(texts),
        tuple(pages),
        is_wrapped=True,
        lines=tuple(lines),
        masks=tuple(masked),
        breaks=tuple(breaks),
    )


def _why_unread(page: Any, number: int, text: str) -> str:
    """Say why a page could not be read, or return an empty string when it could."""
    letters = [letter for letter in text if not letter.isspace()]
    if len(letters) >= FEW_LETTERS:
        known = sum(1 for letter in letters if _is_known(letter))
        return "" if 2 * known >= len(letters) else f"page {number} has letters without a meaning"
    pictures, shapes = _drawings(page)
    if pictures and not letters:
        return f"page {number} is an image without text"
    if pictures * 2 >= page.get_width() * page.get_height():
        return f"page {number} is an image with only a few letters of text"
    if shapes >= MANY_SHAPES and not letters:
        return f"page {number} has drawn shapes without text"
    return ""


def _is_known(letter: str) -> bool:
    """Say whether a letter means something: not U+FFFD, and not from a font's private letters."""
    return letter != "\ufffd" and not 0xE000 <= ord(letter) <= 0xF8FF and letter.isprintable()


def _drawings(page: Any) -> tuple[float, int]:
    """Return the area that pictures cover, in square points, and the number of drawn shapes."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    area, shapes = 0.0, 0
    for thing in page.get_objects(max_depth=4):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            area += max(1.0, (right - left) * (top - bottom))
        elif thing.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            shapes += 1
    return area, shapes


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
