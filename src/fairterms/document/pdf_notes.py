"""What a PDF page holds besides its print: values typed into a form, and comments.

A viewer shows them on the page, yet the page's own text does not have them. What fills in the
agreement (a form's values, words typed onto the page) belongs to its text; a comment does not.
"""

from collections.abc import Iterator
from ctypes import c_ushort
from dataclasses import dataclass
from typing import Any

STRUCK = "struck"
COMMENT = "comment"
VALUE = "value"
CHECKED = "checked"

_BUTTONS = {"FPDF_FORMFIELD_CHECKBOX", "FPDF_FORMFIELD_RADIOBUTTON"}
_TEXTS = {"FPDF_FORMFIELD_TEXTFIELD", "FPDF_FORMFIELD_COMBOBOX", "FPDF_FORMFIELD_LISTBOX"}
_REMARKS = {
    "FPDF_ANNOT_TEXT",
    "FPDF_ANNOT_HIGHLIGHT",
    "FPDF_ANNOT_UNDERLINE",
    "FPDF_ANNOT_SQUIGGLY",
    "FPDF_ANNOT_CARET",
    "FPDF_ANNOT_SQUARE",
    "FPDF_ANNOT_CIRCLE",
    "FPDF_ANNOT_LINE",
    "FPDF_ANNOT_INK",
    "FPDF_ANNOT_STAMP",
    "FPDF_ANNOT_FILEATTACHMENT",
}


@dataclass(frozen=True)
class Note:
    """Something on a page besides its print.

    Attributes
    ----------
    kind
        :data:`VALUE` for words that fill in the agreement, :data:`CHECKED` for a box that is
        ticked, :data:`COMMENT` for a remark, :data:`STRUCK` for a line drawn through words.
    words
        The value, the box's name or the remark.
    author, date
        As the file has them; empty when it does not.
    """

    kind: str
    words: str
    author: str = ""
    date: str = ""


def read(page: Any) -> tuple[Note, ...]:
    """Read the notes of a page.

    Parameters
    ----------
    page
        A page of an open PDF; values of a form are found where the PDF's forms were opened.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large C library, needed for PDFs only

    found: list[Note] = []
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        if annotation:
            found += _notes(annotation, page.formenv)
            pdfium.FPDFPage_CloseAnnot(annotation)
    return tuple(found)


def _notes(annotation: Any, forms: Any) -> Iterator[Note]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    words = _string(annotation, b"Contents").strip()
    author, date = _string(annotation, b"T"), _string(annotation, b"M")
    if kind == pdfium.FPDF_ANNOT_WIDGET:
        yield from _field(annotation, forms)
    elif kind == pdfium.FPDF_ANNOT_FREETEXT and words:
        yield Note(VALUE, words)
    elif kind == pdfium.FPDF_ANNOT_STRIKEOUT:
        yield Note(STRUCK, words, author, date)
    elif words and kind in _codes(_REMARKS):
        yield Note(COMMENT, words, author, date)


def _field(annotation: Any, forms: Any) -> Iterator[Note]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    if forms is None:
        return
    kind = pdfium.FPDFAnnot_GetFormFieldType(forms, annotation)
    if kind in _codes(_TEXTS):
        value = _read(pdfium.FPDFAnnot_GetFormFieldValue, forms, annotation).strip()
        if value:
            yield Note(VALUE, value.replace("\r\n", "\n").replace("\r", "\n"))
    elif kind in _codes(_BUTTONS) and pdfium.FPDFAnnot_IsChecked(forms, annotation):
        yield Note(CHECKED, _read(pdfium.FPDFAnnot_GetFormFieldName, forms, annotation))


def _codes(names: set[str]) -> set[int]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    return {getattr(pdfium, name) for name in names}


def _string(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    return _read(pdfium.FPDFAnnot_GetStringValue, annotation, key)


def _read(function: Any, *given: Any) -> str:
    """Call a function that fills a buffer with UTF-16 letters, after asking it how many bytes."""
    size = int(function(*given, None, 0))
    if size <= 2:  # only the letter that ends a text
        return ""
    buffer = (c_ushort * (size // 2))()
    function(*given, buffer, size)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")
