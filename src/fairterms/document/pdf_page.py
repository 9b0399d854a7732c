"""One page of a PDF: its rows of letters, with masked names put back as placeholders."""

from collections.abc import Iterable, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from fairterms.document import masks, paragraphs, pdf_boxes
from fairterms.document.furniture import Line
from fairterms.document.masks import Letter, Place, Row
from fairterms.document.ocr import Recognised
from fairterms.document.spans import Span

_NEXT_LINE = 0.75
"""Multiples of a row's height by which its letters step when it goes on in another line."""

_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\n\t\x02"}


@dataclass(frozen=True)
class PageText:
    """The text of a page; all its spans are counted in the document's text.

    Attributes
    ----------
    text
        Its rows, one below the other.
    lines
        Those that are not blank.
    masks
        Its masked names.
    breaks
        The stretches of white space between two rows where the layout ends a paragraph.
    """

    text: str
    lines: tuple[Line, ...]
    masks: tuple[Span, ...]
    breaks: tuple[Span, ...]


def read(page: Any, start: int) -> PageText:
    """Read a page.

    Parameters
    ----------
    page
        A page of an open PDF.
    start
        Where its text starts in the document's.
    """
    textpage = page.get_textpage()
    try:
        rows = _rows(textpage)
        places = masks.place(pdf_boxes.find(page), rows)
        return _written(rows, places, start, page.get_height())
    finally:
        textpage.close()


def recognised(found: Recognised, start: int, height: float) -> PageText:
    """Lay the lines recognised in the picture of a page out as its text.

    Parameters
    ----------
    found
        What was recognised.
    start
        Where the page's text starts in the document's.
    height
        Of the page, in points.
    """
    page = _Writing(start, height)
    for line, below_head in zip(found.lines, found.heights, strict=True):
        page.add(line, (), height - below_head)
    return page.done()


def _rows(textpage: Any) -> list[Row]:
    rows: list[Row] = []
    seen = 0
    for text in textpage.get_text_range().split("\r\n"):
        row = _row(textpage, text, seen)
        # PDFium joins two lines now and then, a footer to the line above it among them.
        is_joined = row.baseline - row.last_baseline > _NEXT_LINE * row.height > 0
        rows += _split(textpage, row, seen) if is_joined else [row]
        seen += _units(text) + 2
    return rows


def _split(textpage: Any, row: Row, first: int) -> list[Row]:
    """Split a row where it goes on in another line."""
    return [
        _row(textpage, row.text[start:end], first + _units(row.text[:start]))
        for start, end in pairwise([0, *steps(row), len(row.text)])
    ]


def steps(row: Row) -> list[int]:
    """Return the columns at which a row's letters step down and back, as to another line."""
    return [
        after.column
        for before, after in pairwise(row.letters())
        if before.baseline - after.baseline > _NEXT_LINE * row.height and after.left < before.left
    ]


def _row(textpage: Any, text: str, first: int) -> Row:
    if not text.strip():
        return Row(text, 0.0, 0.0, 0.0, 0.0, 0.0, tuple)
    lead = len(text) - len(text.lstrip())
    start = _letter(textpage, first + _units(text[:lead]))
    end = _letter(textpage, first + _units(text.rstrip()) - 1)
    if start < 0 or end < 0:
        return Row(text, 0.0, 0.0, 0.0, 0.0, 0.0, tuple)
    baseline, last_baseline = _stand(textpage, start), _stand(textpage, end)
    is_level = abs(baseline - last_baseline) < 1
    return Row(
        text,
        baseline,
        last_baseline,
        _height(textpage, start),
        textpage.get_charbox(start)[0],
        textpage.get_charbox(end)[2],
        lambda: _letters(textpage, text, first, baseline if is_level else None),
    )


def _units(text: str) -> int:
    """Count a text's letters as PDFium does, by which a rare letter counts for two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _letter(textpage: Any, place: int) -> int:
    """Return PDFium's number of the letter at a place of its text, or -1."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large C library, needed for PDFs only

    return int(pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, place))


def _stand(textpage: Any, letter: int) -> float:
    """Return where a letter stands, in points from the foot of the page."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    across, up = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, letter, byref(across), byref(up))
    return up.value


def _height(textpage: Any, letter: int) -> float:
    """Return how high letters of a letter's font are, in points."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, letter, byref(box))
    return float(box.top - box.bottom)


def _letters(textpage: Any, text: str, first: int, baseline: float | None) -> Sequence[Letter]:
    """Return a row's letters; without a common baseline each is asked for its own.

    A page may have fifty rows beside masked names, so the numbers of the letters are asked one by
    one only where they do not follow each other.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    places = byref(left), byref(right), byref(bottom), byref(top)
    start, units = _letter(textpage, first), _units(text)
    is_plain = start >= 0 and units == len(text)
    is_plain = is_plain and _letter(textpage, first + units - 1) - start == units - 1
    found: list[Letter] = []
    unit = 0
    for column, letter in enumerate(text):
        if not letter.isspace():
            number = start + column if is_plain else _letter(textpage, first + unit)
            if number >= 0 and pdfium.FPDFText_GetCharBox(textpage.raw, number, *places):
                foot = _stand(textpage, number) if baseline is None else baseline
                found.append(Letter(column, left.value, right.value, foot))
        unit += 2 if ord(letter) > 0xFFFF else 1
    return found


def _written(
    rows: Sequence[Row], places: Sequence[Place], start: int, page_height: float
) -> PageText:
    """Write the rows one below the other, with the placeholders in their places."""
    page = _Writing(start, page_height)
    by_row = {row: list(group) for row, group in groupby(places, key=lambda place: place.row)}
    is_cut = [
        any(not p.is_alone and not row.text[p.column :].strip() for p in by_row.get(number, []))
        for number, row in enumerate(rows)
    ]
    ends = set(paragraphs.ends(rows, is_cut))
    for number, row in enumerate(rows):
        here = by_row.get(number, [])
        page.add_alone(here)
        columns = [place.column for place in here if not place.is_alone]
        text, starts = masks.fill(row.text, columns)
        page.add(text, starts, row.baseline)
        if number in ends:
            page.part()
    page.add_alone(by_row.get(len(rows), []))
    return page.done()


class _Writing:
    """A page's text in the making."""

    def __init__(self, start: int, height: float) -> None:
        self._begin = start
        self._height = height
        self._texts: list[str] = []
        self._lines: list[Line] = []
        self._masks: list[Span] = []
        self._breaks: list[Span] = []

    def add(self, raw: str, masked: Sequence[int], baseline: float) -> None:
        """Add a row, with the columns at which its placeholders start."""
        text = raw.translate(_CONTROLS)
        begin = self._begin
        if text.strip():
            line = Line(begin, begin + len(text), baseline, self._height - baseline)
            self._lines.append(line)
        size = len(masks.PLACEHOLDER)
        self._masks += [Span(begin + column, begin + column + size) for column in masked]
        self._texts.append(text)
        self._begin += len(text) + 1

    def add_alone(self, places: Iterable[Place]) -> None:
        """Add the placeholders that have lines of their own."""
        for place in places:
            if place.is_alone:
                self.add(masks.PLACEHOLDER, (0,), place.baseline)

    def part(self) -> None:
        """Note that a paragraph ends with the last row."""
        self._breaks.append(Span(self._begin - 1, self._begin))

    def done(self) -> PageText:
        """Return the page."""
        text = "\n".join(self._texts)
        return PageText(text, tuple(self._lines), tuple(self._masks), tuple(self._breaks))
