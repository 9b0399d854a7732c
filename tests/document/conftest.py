"""Made-up documents for these tests, built byte by byte so that they need no other program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Sheet:
    """A page to be: its text, its footer, what is drawn on it, and its lock.

    Attributes
    ----------
    pieces
        Words with the place they start at: across, up, words.
    boxes
        Black boxes, each drawn as a form put on the page: left, bottom, right, top.
    drawn
        More of the page's content, as a PDF writes it.
    annotations
        Bodies of annotations, as a PDF writes them.
    """

    text: str = ""
    foot: tuple[str, ...] = ()
    has_picture: bool = False
    shapes: int = 0
    locked: bool = False
    pieces: tuple[tuple[float, float, str], ...] = ()
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    drawn: bytes = b""
    annotations: tuple[bytes, ...] = ()


MakePdf = Callable[[Sequence[Sheet]], Path]
Write = Callable[[str, str | bytes], Path]

_PICTURE = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
_PICTURE += b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
# A black square of one point, and a form that draws it ten times as large, a point off.
_BOX = b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 16 >>\nstream\n"
_BOX += b"0 g 0 0 1 1 re f\nendstream"
_NESTED = b"<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [10 0 0 10 0 0] "
_NESTED += b"/Resources << /XObject << /Box 5 0 R >> >> /Length 24 >>\nstream\n"
_NESTED += b"q 1 0 0 1 1 1 cm /Box Do\nendstream"
_LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>"


def _content(sheet: Sheet) -> bytes:
    parts = [b"q 500 0 0 700 50 50 cm /Im0 Do Q\n"] if sheet.has_picture else []
    parts += [b"%d 700 5 5 re f\n" % (10 * number) for number in range(sheet.shapes)]
    parts += [sheet.drawn + b"\n"]
    for left, bottom, right, top in sheet.boxes:
        wide, high = (right - left) / 10, (top - bottom) / 10
        # The nested form's square reaches from (10, 10) to (20, 20).
        place = (wide, high, left - 10 * wide, bottom - 10 * high)
        parts.append(b"q %f 0 0 %f %f %f cm /Nested Do Q\n" % place)
    written = enumerate(sheet.text.split("\n"))
    rows: list[tuple[float, float, str]] = [(60, 740 - 12 * n, line) for n, line in written if line]
    rows += sheet.pieces
    rows += [(60, 50 - 10 * n, line) for n, line in enumerate(sheet.foot)]
    for across, height, line in rows:
        words = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(")
        words = words.replace(b")", b"\\)")
        parts.append(b"BT /F1 10 Tf %f %f Td (%s) Tj ET\n" % (across, height, words))
    return b"".join(parts)


def pdf_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF with these pages."""
    first = 7
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] >> >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(sheets)),
        _FONT,
        _PICTURE,
        _BOX,
        _NESTED,
    ]
    resources = b"<< /Font << /F1 3 0 R >> /XObject << /Im0 4 0 R /Nested 6 0 R >> >>"
    for number, sheet in enumerate(sheets):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %s "
            b"/Contents %d 0 R /Annots [%s] >>"
            % (resources, first + 1 + 2 * number, b" ".join(sheet.annotations))
        )
        content = _content(sheet)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt %s /ID [(aa) (aa)] " % _LOCK if any(s.locked for s in sheets) else b""
    out += b"trailer << /Size %d /Root 1 0 R %s>>\n" % (len(objects) + 1, lock)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file and return its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def make_pdf(write: Write) -> MakePdf:
    """Write a PDF with these pages and return its path."""
    return lambda sheets: write("agreement.pdf", pdf_bytes(sheets))
