"""Masked names: places where words were taken out and a dark box was drawn over the gap.

A name that is taken out leaves its verb without a subject ("..., retains the right to amend").
The box still shows where it stood, and there the text gets a neutral placeholder. It does not
say whose name it was.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

PLACEHOLDER = "[masked]"

_BASELINE = (0.15, 0.6)
"""Which parts of a box's height, from below, the foot of its own line's letters may stand at."""

_USUAL_BASELINE = 0.32
"""The part of a box's height at which the letters of its line mostly stand."""

_LIKE_LETTERS = (0.45, 2.2)
"""How high a box over a word may be, as a multiple of the letters around it."""

_LEAST_SHAPE = 1.5
"""A box less wide for its height is a check box or a bullet."""

_NEAR = 4.0
"""Multiples of its height within which a box at a line's end belongs to that line."""

_WIDEST = 0.6
"""A box alone on its line and wider than this part of the text column is a bar."""

_FAR = float("inf")
_NO_SPACE_AFTER = "([{“‘/-–\u2011"
_NO_SPACE_BEFORE = ")]}”’'.,;:!?/-–\u2011\""


class Box(NamedTuple):
    """A filled rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.top - self.bottom


class Letter(NamedTuple):
    """A letter of a row: its place in the row's text, and where it is drawn and stands."""

    column: int
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, eq=False)
class Row:
    """A line of a page as the PDF reader gives it, which is sometimes two lines joined.

    Attributes
    ----------
    text
        Its words.
    baseline, last_baseline
        Where its first and its last letter stand, in points from the foot of the page.
    height
        How high letters of its font are, in points.
    left, right
        Where it begins and ends, in points.
    letters
        Gives all its letters that are not white space; asked for rows near a box only.
    """

    text: str
    baseline: float
    last_baseline: float
    height: float
    left: float
    right: float
    letters: Callable[[], Sequence[Letter]]


class Place(NamedTuple):
    """Where a placeholder goes: before a column of a row, or on a line of its own before a row.

    ``baseline`` is where a placeholder on a line of its own stands, in points.
    """

    row: int
    column: int
    is_alone: bool = False
    baseline: float = 0.0


def place(boxes: Iterable[Box], rows: Sequence[Row]) -> tuple[Place, ...]:
    """Find where boxes stand in the text.

    Parameters
    ----------
    boxes
        The dark filled rectangles of a page.
    rows
        Its lines, in the order of the text.

    Returns
    -------
    tuple of Place
        In order of the text. Boxes over letters, bars, check boxes and boxes outside the text
        column have no place.
    """
    written = {n: row for n, row in enumerate(rows) if row.text.strip()}
    shaped = [b for b in _joined(boxes) if b.right - b.left >= _LEAST_SHAPE * b.height]
    if not shaped or not written:
        return ()
    page = _Page(written)
    found: list[Place] = []
    alone: list[Box] = []
    for box in filter(page.has_in_column, shaped):
        beside = page.beside(box)
        if any(_covers(box, letter) for _, letter in beside):
            continue
        spot = _between(box, beside, rows)
        if spot is not None:
            found.append(spot)
        elif box.right - box.left <= _WIDEST * page.width:
            alone.append(box)
    # A box alone on its line is taken for a name only where others stand in the text.
    lone = [page.own_line(box) for box in alone] if found else []
    return tuple(sorted([*found, *(spot for spot in lone if spot is not None)]))


class _Page:
    """The rows of a page that are not blank, and the letters of those that were asked for."""

    def __init__(self, rows: Mapping[int, Row]) -> None:
        self._rows = rows
        self._letters: dict[int, Sequence[Letter]] = {}
        self._reach = {
            n: (
                min(row.baseline, row.last_baseline),
                max(row.baseline, row.last_baseline),
                row.height,
            )
            for n, row in rows.items()
        }
        self._left = min(row.left for row in rows.values())
        self._right = max(row.right for row in rows.values())
        self.width = self._right - self._left

    def has_in_column(self, box: Box) -> bool:
        """Say whether a box stands in the text column."""
        return (
            box.left >= self._left - 2 * box.height
            and box.right <= self._right + _NEAR * box.height
        )

    def beside(self, box: Box) -> list[tuple[int, Letter]]:
        """Return the letters, with their rows, of the line that a box lies over."""
        found: list[tuple[int, Letter]] = []
        least, most = (box.bottom + part * box.height for part in _BASELINE)
        for n, (low, high, height) in self._reach.items():
            if low <= most and high >= least and _is_like(box, height):
                if n not in self._letters:
                    self._letters[n] = self._rows[n].letters()
                near = (letter for letter in self._letters[n] if least <= letter.baseline <= most)
                found += [(n, letter) for letter in near]
        return found

    def own_line(self, box: Box) -> Place | None:
        """Return the place of a box with a line of its own: after the row right above it."""
        baseline = box.bottom + _USUAL_BASELINE * box.height
        away = {n: row.last_baseline - baseline for n, row in self._rows.items()}
        nearest = min(away, key=lambda n: abs(away[n]))
        if abs(away[nearest]) > _NEAR * box.height or not _is_like(box, self._rows[nearest].height):
            return None
        above = [n for n, distance in away.items() if distance >= 0]
        row = min(above, key=away.__getitem__) + 1 if above else min(self._rows)
        return Place(row, 0, is_alone=True, baseline=baseline)


def fill(text: str, columns: Iterable[int]) -> tuple[str, tuple[int, ...]]:
    """Put placeholders before these columns of a text, with the spaces they need.

    Returns
    -------
    tuple
        The new text, and where in it each placeholder starts.

    Examples
    --------
    >>> fill("Then retains it, and ’s right.", [5, 21])
    ('Then [masked] retains it, and [masked]’s right.', (5, 30))
    """
    ordered = sorted(columns)
    segments = [text[start:end] for start, end in pairwise([0, *ordered, len(text)])]
    filled, starts = segments[0], []
    for segment in segments[1:]:
        filled += "" if not filled or _stays_open(filled[-1]) else " "
        starts.append(len(filled))
        is_close = not segment or segment[0].isspace() or segment[0] in _NO_SPACE_BEFORE
        filled += PLACEHOLDER + ("" if is_close else " ") + segment
    return filled, tuple(starts)


def _stays_open(letter: str) -> bool:
    return letter.isspace() or letter in _NO_SPACE_AFTER


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Join boxes that touch on one line: one name drawn over twice, or in two parts."""
    found: list[Box] = []
    for box in sorted(set(boxes), key=lambda b: (round(b.bottom), b.left)):
        last = found[-1] if found else None
        if last and abs(last.bottom - box.bottom) < 1 and box.left <= last.right + 1:
            found[-1] = last._replace(right=max(last.right, box.right), top=max(last.top, box.top))
        else:
            found.append(box)
    return found


def _is_like(box: Box, height: float) -> bool:
    """Say whether a box is about as high as letters of a height."""
    return _LIKE_LETTERS[0] * height <= box.height <= _LIKE_LETTERS[1] * height


def _covers(box: Box, letter: Letter) -> bool:
    return box.left + 1 < (letter.left + letter.right) / 2 < box.right - 1


def _between(box: Box, beside: Sequence[tuple[int, Letter]], rows: Sequence[Row]) -> Place | None:
    """Return the place between the letters to the left and right of a box, if they are near."""
    middle = (box.left + box.right) / 2
    before = max((b for b in beside if b[1].right < middle + 1), key=_right, default=None)
    after = min((b for b in beside if b[1].left > middle - 1), key=_left, default=None)
    to_left = box.left - before[1].right if before else _FAR
    to_right = after[1].left - box.right if after else _FAR
    if before and after and before[0] == after[0]:
        return _after(before, rows)
    if min(to_left, to_right) > _NEAR * box.height:
        return None
    if before and to_left <= to_right:
        return _after(before, rows)
    assert after is not None, "one of the two sides is near"
    row, letter = after
    return Place(row, letter.column if rows[row].text[: letter.column].strip() else 0)


def _after(before: tuple[int, Letter], rows: Sequence[Row]) -> Place:
    """Return the place after a letter, and after the first space that follows it."""
    row, letter = before
    column = letter.column + 1
    return Place(row, column + rows[row].text[column : column + 1].isspace())


def _right(beside: tuple[int, Letter]) -> float:
    return beside[1].right


def _left(beside: tuple[int, Letter]) -> float:
    return beside[1].left
