"""Markdown as the blocks of a page: what is typed is text, and never becomes HTML by itself.

The blocks are those of every report, so that a course is shown, spoken and printed like one. What
they have no shape for, such as a picture from elsewhere, is shown in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from fairterms.publish.blocks import Block, Bullets, Heading, Numbered, Prose
from fairterms.publish.inline import Code, Emphasis, Inline, Strong, plain
from fairterms.publish.number_blocks import Align, Chart, Column, Row, Table
from fairterms.reference.figure import Figure
from fairterms.reference.lesson import NUMBERED
from fairterms.reference.lesson_links import section_anchor

_DEEPEST: Final = 4
_FIGURE: Final = "figure:"
_AFTER: Final[Mapping[str, str]] = {"th": " ", "td": " ", "paragraph": " "}
"""What keeps the words of two parts apart that stand in one item of a list."""
_SIDES: Final[Mapping[str, Align]] = {"right": "right", "center": "center"}


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def blocks_of(text: str, figures: Mapping[str, Figure]) -> tuple[Block, ...]:
    r"""Read a Markdown text.

    Parameters
    ----------
    text
        Its title, the first heading of the first level, is left to the page around it.
    figures
        Those that it may name as ``![words](figure:its_name)``.

    Returns
    -------
    tuple of Block
        Numbered sections have the anchors that :mod:`fairterms.reference.lesson_links` gives. What
        is nested so deep that nobody could follow it is shown line by line, as it is typed.

    Examples
    --------
    >>> blocks_of("# Title\n\nA **word**, and <b>no tag</b>.", {})
    (Prose(words=('A ', Strong(text='word'), ', and <b>no tag</b>.')),)
    """
    try:
        return tuple(_Writer(figures).blocks(SyntaxTreeNode(_reader().parse(text))))
    except RecursionError:
        return tuple(Prose(line.strip()) for line in text.split("\n")[1:] if line.strip())


@dataclass
class _Writer:
    """Writes one text; it remembers the heading that a table stands under."""

    figures: Mapping[str, Figure]
    heading: str = "Table"
    has_title: bool = False
    level: int = 1
    tables: int = 0
    anchors: set[str] = field(default_factory=set)

    def blocks(self, parent: SyntaxTreeNode) -> Iterator[Block]:
        """Write what stands one after the other."""
        ways: dict[str, Callable[[SyntaxTreeNode], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "code_block": _code,
            "fence": _code,
            "table": self._table,
            "blockquote": self._quoted,
        }
        for node in parent.children:
            yield from ways.get(node.type, _nothing)(node)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        words = plain(runs_of(node)).strip()
        written = int(node.tag[1:])
        if not words:
            return
        if written == 1 and not self.has_title:
            self.has_title = True
            return
        # A level that was jumped over would be missed by those who hear the page.
        self.level = min(max(written, 2), self.level + 1, _DEEPEST)
        self.heading = words
        yield Heading(self.level, words, self._anchor(words) if written == 2 else "")

    def _anchor(self, words: str) -> str:
        found = NUMBERED.fullmatch(words)
        anchor = section_anchor(int(found[1])) if found is not None else ""
        if anchor in self.anchors:
            return ""
        self.anchors.add(anchor)
        return anchor

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        figure = _figure_named(node)
        if figure in self.figures:
            yield chart_of(self.figures[figure])
            return
        words = runs_of(node)
        if plain(words).strip():
            yield Prose(words)

    def _list(self, node: SyntaxTreeNode) -> Iterator[Block]:
        items = tuple(words for words in self._items(node) if plain(words).strip())
        if items:
            yield (Bullets if node.type == "bullet_list" else Numbered)(items)

    def _items(self, node: SyntaxTreeNode) -> Iterator[tuple[Inline, ...]]:
        """Write items; those of a list within a list follow the item they belong to."""
        for item in node.children:
            inner = [one for one in item.children if not one.type.endswith("_list")]
            yield tuple(run for one in inner for run in (*_in_item(one), " "))[:-1]
            for one in item.children:
                if one.type.endswith("_list"):
                    yield from self._items(one)

    def _quoted(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for block in self.blocks(node):
            yield (
                Prose((Emphasis(f"“{plain(block.words)}”"),)) if isinstance(block, Prose) else block
            )

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        rows = [row for part in node.children for row in part.children]
        heads, *others = [list(row.children) for row in rows]
        self.tables += 1
        columns = tuple(
            Column(plain(runs_of(cell)).strip() or f"Column {place}", _side(cell))
            for place, cell in enumerate(heads, start=1)
        )
        cells = tuple(Row(tuple(runs_of(cell) for cell in row)) for row in others)
        yield Table(f"Table {self.tables}: {self.heading}", columns, cells)


def chart_of(figure: Figure) -> Chart:
    """Return a figure of a training as a chart, with its numbers."""
    columns = tuple(
        Column(title, _SIDES.get(side, "left"), unit) for title, side, unit in figure.columns
    )
    rows = tuple(Row(cells) for cells in figure.rows)
    data = Table(figure.title, columns, rows, footnote=figure.footnote)
    return Chart(title=figure.title, alternative=figure.alternative, data=data, spec=figure.spec)


def runs_of(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    """Return the runs of text below a node, neighbours of one kind joined."""
    joined: list[Inline] = []
    for run in _runs(node):
        if isinstance(run, str) and joined and isinstance(joined[-1], str):
            joined[-1] += run
        elif run:
            joined.append(run)
    return tuple(joined)


def _in_item(part: SyntaxTreeNode) -> tuple[Inline, ...]:
    """Return a part of an item; code has no part below it, and its words are its own."""
    is_code = part.type in {"code_block", "fence"}
    return (Code(" ".join(part.content.split())),) if is_code else runs_of(part)


def _runs(node: SyntaxTreeNode) -> Iterator[Inline]:
    for one in node.children:
        match one.type:
            case "strong":
                yield Strong(_text(one))
            case "em":
                yield Emphasis(_text(one))
            case "code_inline" | "code_block" | "fence":
                yield Code(" ".join(one.content.split()))
            case "link":
                yield _linked(_text(one), str(one.attrs.get("href", "")))
            case "softbreak" | "hardbreak":
                yield " "
            case "text" | "image" | "text_special":
                yield one.content
            case _:
                yield from (*_runs(one), *_AFTER.get(one.type, ""))


def _text(node: SyntaxTreeNode) -> str:
    return plain(runs_of(node))


def _linked(words: str, to: str) -> str:
    """Write where a link leads beside its words: a course leads nobody out of the workspace."""
    return words if to in {"", words} else f"{words} ({to})"


def _figure_named(node: SyntaxTreeNode) -> str:
    """Return the name of the figure that is all a paragraph holds; empty where it is none."""
    (inline,) = node.children
    images = [one for one in inline.children if one.type == "image"]
    if len(images) != 1 or len(inline.children) != 1:
        return ""
    source = str(images[0].attrs.get("src", ""))
    return source.removeprefix(_FIGURE) if source.startswith(_FIGURE) else ""


def _code(node: SyntaxTreeNode) -> Iterator[Block]:
    for line in node.content.rstrip("\n").split("\n"):
        if line.strip():
            yield Prose((Code(line.strip()),))


def _side(cell: SyntaxTreeNode) -> Align:
    side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return _SIDES.get(side, "left")


def _nothing(_node: SyntaxTreeNode) -> Iterator[Block]:
    return iter(())
