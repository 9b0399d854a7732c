"""Page furniture: running heads, footers, page numbers, form codes and dates.

Recognised as a reader would: lines at the upper or lower edge that return at the same place on
page after page, page numbers, and what stands among them. Kept out of sentences, never out of
the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from fairterms.document.masks import PLACEHOLDER
from fairterms.document.spans import Span

EDGE_LINES = 8
"""How many lines at each edge of a page may be furniture."""

SAME_PLACE = 3.0
"""Points by which a line may move and still return at its place."""

NEARLY_SAME_PLACE = 10.0
"""Points by which a line of one or two words may move and still return at its place."""

LINE_HEIGHT = 12.0
"""Points that a line of plain text, which has no measures of its own, counts for."""

ENOUGH_PAGES = 3
"""A line is repeated when it returns on so many pages; in a shorter document, on every page."""

_STANDING = re.compile(
    r"""
      page\s*\d+(\s*of\s*\d+)?
    | ©.{0,80}
    | \#
    | \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}
    | (form\s+)?[a-z]{1,6}-?\d{1,6}\b.{0,12}\brev\b.{0,20}
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Line(Span):
    """A line of a page.

    Attributes
    ----------
    above_foot, below_head
        Points from the lower and from the upper edge of the page.
    """

    above_foot: float = 0.0
    below_head: float = 0.0


def find(text: str, pages: Sequence[Sequence[Line]]) -> tuple[Span, ...]:
    """Find the page furniture.

    Parameters
    ----------
    text
        The document's text.
    pages
        For each page its lines that hold more than white space.

    Returns
    -------
    tuple of Span
        One span per line, in order.
    """
    found = {
        Span(line.start, line.end)
        for distance in (_above_foot, _below_head)
        for line in _at_edge(text, pages, distance)
    }
    return tuple(sorted(found))


def lines(text: str, start: int, end: int) -> tuple[Line, ...]:
    """Split a page of plain text into its lines that hold more than white space."""
    found = list(re.finditer(r"[^\n]*\S[^\n]*", text[start:end]))
    return tuple(
        Line(
            start + match.start(),
            start + match.end(),
            above_foot=LINE_HEIGHT * (len(found) - place),
            below_head=LINE_HEIGHT * (place + 1),
        )
        for place, match in enumerate(found)
    )


def _above_foot(line: Line) -> float:
    return line.above_foot


def _below_head(line: Line) -> float:
    return line.below_head


def _at_edge(
    text: str, pages: Sequence[Sequence[Line]], distance: Callable[[Line], float]
) -> list[Line]:
    edges = [sorted(page, key=distance)[:EDGE_LINES] for page in pages]
    seen = _Edges(text, edges, distance)
    found: list[Line] = []
    for number, edge in enumerate(edges, start=1):
        known = [seen.is_furniture(line, number) for line in edge]
        # One word between two lines of a footer is the end of the upper one, or stands beside it.
        for place in reversed(range(len(edge) - 1)):
            known[place] = known[place] or (known[place + 1] and seen.is_one_word(edge[place]))
        found += [line for line, _ in takewhile(_is_known, zip(edge, known, strict=True))]
    return found


def _is_known(line: tuple[Line, bool]) -> bool:
    return line[1]


class _Edges:
    """What was seen at one edge, over all pages."""

    def __init__(
        self, text: str, edges: Sequence[Sequence[Line]], distance: Callable[[Line], float]
    ) -> None:
        self._text = text
        self._distance = distance
        self._seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for page, edge in enumerate(edges, start=1):
            for line in edge:
                for shape in self._shapes(line, page):
                    self._seen[shape].append((distance(line), page))
        self._enough = max(2, min(ENOUGH_PAGES, sum(1 for edge in edges if edge)))
        self._openings = {
            _opening(shape)
            for shape, places in self._seen.items()
            if _opening(shape) and any(self._returns(shape, place) for place, _ in places)
        }

    def is_furniture(self, line: Line, page: int) -> bool:
        words = self._words(line)
        return (
            any(self._returns(shape, self._distance(line)) for shape in self._shapes(line, page))
            or _opening(words) in self._openings
            or words == str(page)
            or _STANDING.fullmatch(words) is not None
        )

    def is_one_word(self, line: Line) -> bool:
        words = self._words(line)
        return words.isalpha() or words == PLACEHOLDER

    def _returns(self, shape: str, here: float) -> bool:
        """Say whether lines of this shape stand about here on enough pages.

        A footer stands higher where it is a line longer. Its opening is known at any height, but
        a short line may be a sentence's last, so it must stand nearly at its place.
        """
        within = SAME_PLACE if _opening(shape) else NEARLY_SAME_PLACE
        pages = {page for there, page in self._seen[shape] if abs(there - here) <= within}
        return len(pages) >= self._enough

    def _words(self, line: Line) -> str:
        """Return a line's words without masked names, unless it holds nothing else."""
        written = self._text[line.start : line.end]
        return " ".join(written.replace(PLACEHOLDER, " ").split()) or written.strip()

    def _shapes(self, line: Line, page: int) -> set[str]:
        """Return a line's words, and its words with numbers counted from the page's number.

        "Page 3" on page 3 and "Page 4" on page 4 have the second shape in common.
        """
        words = self._words(line)
        return {words, re.sub(r"\d+", lambda number: f"<{int(number[0]) - page}>", words)}


def _opening(words: str) -> str:
    """Return the first three words of a line, which a footer keeps when its end changes.

    A shorter line has none: it may be a sentence's last word.
    """
    first = words.split()[:3]
    return " ".join(first) if len(first) == 3 else ""
