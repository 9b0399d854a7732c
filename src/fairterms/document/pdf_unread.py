"""Pages of a PDF that show something which is no text: scans, drawn letters, unknown fonts."""

import re
from typing import Any

FEW_LETTERS = 200
"""A page with fewer letters and a picture over half of it is a scan with a stamp on it."""

MANY_SHAPES = 20
"""A page without text and with so many drawn shapes may have its letters drawn as shapes."""

# U+FFFD, a font's private letters, and signs that no page prints.
_UNKNOWN = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]")


def why(page: Any, number: int, text: str) -> str:
    """Say why a page could not be read, or return an empty string when it could.

    Parameters
    ----------
    page
        A page of an open PDF.
    number
        As a PDF reader counts.
    text
        What was read of it.
    """
    letters = "".join(text.split())
    if len(letters) >= FEW_LETTERS:
        unknown = len(_UNKNOWN.findall(letters))
        return "" if 2 * unknown <= len(letters) else f"page {number} has letters without a meaning"
    pictures, shapes = _drawings(page)
    if pictures and not letters:
        return f"page {number} is an image without text"
    if pictures * 2 >= page.get_width() * page.get_height():
        return f"page {number} is an image with only a few letters of text"
    if shapes >= MANY_SHAPES and not letters:
        return f"page {number} has drawn shapes without text"
    return ""


def _drawings(page: Any) -> tuple[float, int]:
    """Return the area that pictures cover, in square points, and the number of drawn shapes."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large C library, needed for PDFs only

    area, shapes = 0.0, 0
    for thing in page.get_objects(max_depth=4):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            area += max(1.0, (right - left) * (top - bottom))
        elif thing.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            shapes += 1
    return area, shapes
