"""The dark filled rectangles that a PDF page draws, also inside forms drawn on it."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from typing import Any, NamedTuple

from fairterms.document.masks import Box

_DEEPEST = 4
"""How many forms within forms are looked into."""

_DARK = 0.35
"""The greatest brightness, of 1, of a box that hides a name; shading and white-out are lighter."""

_OPAQUE = 250
"""The least opacity, of 255, of a box that hides what is under it."""

_MOST_CORNERS = 12
"""A shape with more corners than a box over two lines has is no box."""


class _Matrix(NamedTuple):
    """Maps (x, y) to (a x + c y + e, b x + d y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: "_Matrix") -> "_Matrix":
        """Return the map that applies this one, and the outer one after it."""
        return _Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def apply(self, box: Box) -> Box:
        """Return the upright box around a mapped box."""
        corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        across = [self.a * x + self.c * y + self.e for x, y in corners]
        up = [self.b * x + self.d * y + self.f for x, y in corners]
        return Box(min(across), min(up), max(across), max(up))


def find(page: Any) -> tuple[Box, ...]:
    """Find the dark filled rectangles of a page.

    Parameters
    ----------
    page
        A page of an open PDF.

    Notes
    -----
    PDFium gives the place of a shape within its form, so the forms' maps are applied here.
    """
    return tuple(_boxes(page.raw, None, _Matrix(), 0))


def _boxes(page: Any, form: Any, outer: _Matrix, depth: int) -> Iterator[Box]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large C library, needed for PDFs only

    for thing in _things(page, form):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(thing, byref(matrix))
            own = _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
            yield from _boxes(page, thing, own.then(outer), depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_dark_box(thing):
            left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
            pdfium.FPDFPageObj_GetBounds(
                thing, byref(left), byref(bottom), byref(right), byref(top)
            )
            yield outer.apply(Box(left.value, bottom.value, right.value, top.value))


def _things(page: Any, form: Any) -> Iterator[Any]:
    """Return what is drawn on a page, or in a form when there is one."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    if form is None:
        for place in range(pdfium.FPDFPage_CountObjects(page)):
            yield pdfium.FPDFPage_GetObject(page, place)
    else:
        for place in range(pdfium.FPDFFormObj_CountObjects(form)):
            yield pdfium.FPDFFormObj_GetObject(form, place)


def _is_dark_box(path: Any) -> bool:
    """Say whether a shape is filled, dark, opaque and has a box's few corners."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if fill.value == pdfium.FPDF_FILLMODE_NONE:
        return False
    if not 4 <= pdfium.FPDFPath_CountSegments(path) <= _MOST_CORNERS:
        return False
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha))
    brightness = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255
    return alpha.value >= _OPAQUE and brightness <= _DARK
