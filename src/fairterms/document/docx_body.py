"""The text of a Word file in reading order, tracked changes and comments included."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from fairterms.document.assembly import DELETED, INSERTED, Assembly, Change
from fairterms.document.docx_lists import Lists, W, value

_SAME_TEXT_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_CHANGES = {
    f"{W}ins": INSERTED,
    f"{W}moveTo": INSERTED,
    f"{W}del": DELETED,
    f"{W}moveFrom": DELETED,
}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
LARGE_PICTURE = 12.0
"""Square inches from which a picture may be a scanned page or clause and not a logo."""

_UNITS_PER_INCH = 914_400
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del"}


@dataclass(frozen=True)
class Remark:
    """A comment as Word keeps it, apart from the text."""

    text: str
    author: str
    date: str


class Body:
    """Walks the XML of a Word file and writes what it shows into an assembly.

    Parameters
    ----------
    assembly
        Where the text goes.
    lists
        The numbers that Word prints before paragraphs.
    heading_levels
        Paragraph style to heading level.
    remarks
        Comments by their id.
    """

    def __init__(
        self,
        assembly: Assembly,
        lists: Lists,
        heading_levels: Mapping[str, int],
        remarks: Mapping[str, Remark],
    ) -> None:
        self.assembly = assembly
        self.page_starts = [0]
        self.hidden: list[str] = []
        self.large_pictures: list[int] = []
        self._lists = lists
        self._heading_levels = heading_levels
        self._remarks = remarks
        self._remarks_open: dict[str, int] = {}
        self._remarks_written: set[str] = set()
        self._letters_before_page = 0
        self._boxes: list[etree._Element] = []

    def blocks(self, parent: etree._Element, change: Change | None = None) -> None:
        """Write the paragraphs and tables below an element."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, change)
            elif child.tag == f"{W}tbl":
                self._table(child, change)
            else:
                self.blocks(child, _change(child) or change)

    def _table(self, table: etree._Element, change: Change | None) -> None:
        """Write a table row by row; the cells of a row are parted by tabs."""
        for row in _own(table, f"{W}tr"):
            row_change = _mark(row.find(f"{W}trPr")) or change
            for place, cell in enumerate(_own(row, f"{W}tc")):
                if place:
                    self.assembly.rejoin_line("\t")
                self.blocks(cell, row_change)
            self.assembly.end_line()

    def _paragraph(self, paragraph: etree._Element, change: Change | None) -> None:
        properties = paragraph.find(f"{W}pPr")
        mark = _mark(properties.find(f"{W}rPr") if properties is not None else None)
        ends = mark is None or self.assembly.keeps(mark)
        start = self.assembly.length
        if ends:
            self.assembly.add(self._lists.number(properties), change)
        self._inline(paragraph, change)
        self._head(start, value(properties, f"{W}pStyle"))
        if ends:
            self.assembly.end_line()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, change)

    def _head(self, start: int, style: str) -> None:
        if style in self._heading_levels:
            self.assembly.head(start, self._heading_levels[style])

    def _inline(self, parent: etree._Element, change: Change | None) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, change)
            elif child.tag == f"{W}commentRangeStart":
                self._remarks_open[str(child.get(f"{W}id"))] = self.assembly.length
            elif child.tag == f"{W}commentRangeEnd":
                self._remark(str(child.get(f"{W}id")))
            elif child.tag != f"{W}pPr":
                self._inline(_one_of(child), _change(child) or change)

    def _run(self, run: etree._Element, change: Change | None) -> None:
        for child in run:
            self._piece(_one_of(child), change)
        if _is_on(run.find(f"{W}rPr/{W}vanish")):
            self.hidden.append("".join(piece.text or "" for piece in run.iter(f"{W}t")))

    def _piece(self, piece: etree._Element, change: Change | None) -> None:
        if piece.tag in (f"{W}t", f"{W}delText"):
            self.assembly.add(piece.text or "", change)
        elif piece.tag in _SIGNS:
            self.assembly.add(_SIGNS[str(piece.tag)], change)
        elif piece.tag == f"{W}sym":
            self.assembly.add(chr(int(str(piece.get(f"{W}char", "20")), 16)), change)
        elif piece.tag == f"{W}lastRenderedPageBreak":
            self._new_page()
        elif piece.tag == f"{W}br":
            self._break(piece, change)
        elif piece.tag == f"{W}commentReference":
            self._remark(str(piece.get(f"{W}id")))
        elif piece.tag not in (f"{W}rPr", f"{W}instrText"):
            self._drawing(piece)

    def _break(self, piece: etree._Element, change: Change | None) -> None:
        self.assembly.add("\n", change)
        if piece.get(f"{W}type") == "page":
            self._new_page()

    def _new_page(self) -> None:
        """Start a page here, unless nothing was written since the last one started."""
        if self.assembly.letters > self._letters_before_page:
            self._letters_before_page = self.assembly.letters
            self.page_starts.append(self.assembly.length)

    def _drawing(self, piece: etree._Element) -> None:
        self._boxes.extend(piece.iter(f"{W}txbxContent"))
        if next(piece.iter(_PICTURE), None) is None:
            return
        for extent in piece.iter(_EXTENT):
            width, height = int(str(extent.get("cx"))), int(str(extent.get("cy")))
            if width * height >= LARGE_PICTURE * _UNITS_PER_INCH**2:
                self.large_pictures.append(len(self.page_starts))

    def _remark(self, name: str) -> None:
        remark = self._remarks.get(name)
        if remark is not None and name not in self._remarks_written:
            self._remarks_written.add(name)
            start = self._remarks_open.get(name, self.assembly.length)
            self.assembly.remark(start, remark.text, remark.author, remark.date)


def _is_on(switch: etree._Element | None) -> bool:
    """Say whether a switch such as "hidden" is there and not turned off."""
    return switch is not None and switch.get(f"{W}val") not in ("0", "false", "off")


def _own(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Return a table's rows or a row's cells, not those of a table inside it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _own(child, tag)


def _one_of(element: etree._Element) -> etree._Element:
    """Return one branch of an element that holds the same content twice, for old and new Word."""
    return element[0] if element.tag == _SAME_TEXT_TWICE and len(element) else element


def _change(element: etree._Element) -> Change | None:
    kind = _CHANGES.get(str(element.tag))
    if kind is None:
        return None
    return Change(kind, str(element.get(f"{W}author", "")), str(element.get(f"{W}date", "")))


def _mark(properties: etree._Element | None) -> Change | None:
    """Return the change that a paragraph's end or a table row itself is marked with."""
    if properties is None:
        return None
    return next((change for child in properties if (change := _change(child))), None)
