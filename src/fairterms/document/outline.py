"""The chain of sections that are open at a line, and whether a number continues it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from fairterms.document.headings import Mark, Style
from fairterms.document.numbering import from_roman

GAP = 5
"""How many numbers an outline may skip, on a page that could not be read or by mistake."""

_OUTER = (Style.ATTACHMENT, Style.ARTICLE, Style.SECTION, Style.HEADING)
_LISTED = (Style.CAPITAL, Style.LETTER, Style.ROMAN)
_ONE_LETTER_IN_BRACKETS = 3


@dataclass
class Entry:
    """A section while its end is not yet known."""

    start: int
    end: int
    heading_end: int
    mark: Mark
    number: str
    title: str
    level: int


class Outline:
    """The sections found so far, in order, and the chain of those still open."""

    def __init__(self) -> None:
        self.found: list[Entry] = []
        self._chain: list[Entry] = []
        self._last_decimal: tuple[int, ...] = ()

    def take(self, start: int, mark: Mark) -> bool:
        """Take in a mark that stands at ``start``, if it continues the outline."""
        mark = self._settled(mark)
        depth = self._depth(mark)
        if depth is None:
            return False
        for closed in self._chain[depth:]:
            closed.end = start
        del self._chain[depth:]
        entry = Entry(
            start, start, start + mark.length, mark, self._cited(mark), mark.title, depth + 1
        )
        self._chain.append(entry)
        self.found.append(entry)
        if mark.style is Style.DECIMAL:
            self._last_decimal = mark.places
        elif mark.style is not Style.HEADING and mark.style in _OUTER:
            self._last_decimal = ()
        return True

    def name(self, title: str, end: int) -> None:
        """Give the last section the title that stands on a line of its own and ends at ``end``."""
        self.found[-1].title = title
        self.found[-1].heading_end = end

    def interrupt(self, start: int) -> None:
        """Close all sections at a page that could not be read: what follows may be another's."""
        self.close(start)
        self._chain = []
        self._last_decimal = ()

    def close(self, end: int) -> None:
        """End all that is open at the end of the text."""
        for entry in self._chain:
            entry.end = end

    def _settled(self, mark: Mark) -> Mark:
        """Decide whether "(i)" is the letter after "(h)" or the first Roman number."""
        if mark.style is not Style.LETTER or len(mark.number) != _ONE_LETTER_IN_BRACKETS:
            return mark
        roman = from_roman(mark.number[1])
        letter_before = next(
            (e.mark.places[0] for e in reversed(self._chain) if e.mark.style is Style.LETTER), None
        )
        if not roman or (letter_before is not None and letter_before + 1 == mark.places[0]):
            return mark
        return replace(mark, style=Style.ROMAN, places=(roman,))

    def _depth(self, mark: Mark) -> int | None:
        """Return how many open sections stay open around a mark; None when it fits nowhere."""
        if mark.style in _OUTER:
            return self._open_while(lambda entry: _is_outside(entry.mark, mark))
        if mark.style is Style.DECIMAL:
            if not _follows(self._last_decimal, mark.places):
                return None
            return self._open_while(
                lambda entry: entry.mark.style in _OUTER or _is_parent(entry.mark, mark)
            )
        return self._list_depth(mark)

    def _list_depth(self, mark: Mark) -> int | None:
        """Return the depth of an item of a lettered or numbered list."""
        place = mark.places[0]
        for depth in reversed(range(len(self._chain))):
            last = self._chain[depth].mark
            if last.style is Style.DECIMAL and place == 1:
                break  # a new list inside the clause
            if last.style is mark.style:
                return depth if place in (1, last.places[0] + 1) else None
        return len(self._chain) if place == 1 else None

    def _open_while(self, stays_open: Callable[[Entry], bool]) -> int:
        depth = 0
        while depth < len(self._chain) and stays_open(self._chain[depth]):
            depth += 1
        return depth

    def _cited(self, mark: Mark) -> str:
        """Return the number as one would cite it: "(c)" inside 2.6 is "2.6(c)"."""
        parent = self._chain[-1] if self._chain else None
        if mark.style in _LISTED and parent is not None and parent.mark.style not in _OUTER:
            return parent.number + mark.number
        return mark.number


def _is_outside(open_mark: Mark, new: Mark) -> bool:
    """Say whether an open heading stays open around a new one."""
    if open_mark.style is Style.HEADING and new.style is Style.HEADING:
        return open_mark.places < new.places  # Word and HTML say the level of a heading
    return open_mark.style in _OUTER[: _OUTER.index(new.style)]


def _is_parent(open_mark: Mark, new: Mark) -> bool:
    """Say whether "2" or "2.6" stays open around "2.6.1"."""
    size = len(open_mark.places)
    return (
        open_mark.style in (Style.DECIMAL, Style.INTEGER)
        and size < len(new.places)
        and new.places[:size] == open_mark.places
    )


def _follows(last: tuple[int, ...], new: tuple[int, ...]) -> bool:
    """Say whether a decimal number may come after the last one.

    Examples
    --------
    >>> _follows((2, 6, 1), (2, 7)), _follows((9, 3, 2), (9, 3, 1)), _follows((2, 4), (2, 30))
    (True, False, False)
    """
    if not last or new == (1, 1):
        return True
    same = 0
    while same < min(len(last), len(new)) and last[same] == new[same]:
        same += 1
    if same == len(new):
        return False
    step = new[same] - (last[same] if same < len(last) else 0)
    return 0 < step <= GAP and all(place <= GAP for place in new[same + 1 :])
