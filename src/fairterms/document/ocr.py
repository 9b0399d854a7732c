"""Text recognised in the picture of a page, where the optional extra ``fairterms[ocr]`` is there.

The recogniser's models come with its package; nothing is fetched when it runs. A page counts as
recognised only where nearly every letter is sure, and even then its reader is told to compare.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

DOTS_PER_INCH = 200
"""How finely a page is drawn for the recogniser; 300 read no better."""

LEAST_CONFIDENCE = 0.95
"""The least mean confidence, of 1, weighted by letters, of a page that counts as read."""

WEAK = 0.8
"""A line with less confidence is weak: measured lines were above 0.93 or plainly wrong."""

MOST_WEAK = 0.03
"""The greatest part of a page's letters that may stand in weak lines."""

_POINTS_PER_INCH = 72
_SAME_LINE = 0.5


class Piece(NamedTuple):
    """Words in one place of a picture: its edges in dots from the upper left, and how sure."""

    left: float
    top: float
    bottom: float
    words: str
    confidence: float


@dataclass(frozen=True)
class Recognised:
    """What was recognised on a page.

    Attributes
    ----------
    lines
        Its lines, from the top down.
    heights
        Where each line's lower edge stands, in points from the upper edge of the page.
    confidence
        The mean, of 1, weighted by letters; 0 where nothing was recognised.
    weak
        The part of its letters, of 1, that stand in weak lines.
    """

    lines: tuple[str, ...]
    heights: tuple[float, ...]
    confidence: float
    weak: float

    @property
    def is_sure(self) -> bool:
        """True where nearly every letter is sure."""
        return self.confidence >= LEAST_CONFIDENCE and self.weak <= MOST_WEAK


def is_installed() -> bool:
    """Say whether the optional extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognise(page: Any) -> Recognised:
    """Recognise the text in the picture of a page.

    Parameters
    ----------
    page
        A page of an open PDF.

    Notes
    -----
    Ten to twenty seconds of processor time for a full page. Lines are not tested for standing
    upside down: that test turned whole lines of fine print over by mistake.
    """
    picture = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH).to_numpy()
    found = _engine()(picture, use_cls=False)
    if found.txts is None:
        return arrange(())
    return arrange(
        Piece(
            min(float(corner[0]) for corner in box),
            min(float(corner[1]) for corner in box),
            max(float(corner[1]) for corner in box),
            str(words),
            float(score),
        )
        for box, words, score in zip(found.boxes, found.txts, found.scores, strict=True)
    )


def arrange(pieces: Iterable[Piece]) -> Recognised:
    """Arrange pieces into lines, and say how sure they are.

    Examples
    --------
    >>> arrange([Piece(90, 11, 21, "pays.", 0.99), Piece(10, 10, 20, "Plan", 0.97)]).lines
    ('Plan pays.',)
    """
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=_middle):
        if rows and _middle(piece) - _middle(rows[-1][0]) < _SAME_LINE * (piece.bottom - piece.top):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    every = [piece for row in rows for piece in row]
    letters = sum(len(piece.words) for piece in every)
    sure = sum(len(piece.words) * piece.confidence for piece in every)
    weak = sum(len(piece.words) for piece in every if piece.confidence < WEAK)
    scale = _POINTS_PER_INCH / DOTS_PER_INCH
    return Recognised(
        tuple(_line(row) for row in rows),
        tuple(max(piece.bottom for piece in row) * scale for row in rows),
        sure / letters if letters else 0.0,
        weak / letters if letters else 0.0,
    )


def _line(row: Sequence[Piece]) -> str:
    ordered = sorted(row, key=lambda piece: piece.left)
    return " ".join(" ".join(piece.words.split()) for piece in ordered)


def _middle(piece: Piece) -> float:
    return (piece.top + piece.bottom) / 2


@lru_cache(maxsize=1)
def _engine() -> Any:
    recogniser = import_module("rapidocr")  # optional, and loads its models
    # Without this score, lines that are very unsure would be left out without a word.
    return recogniser.RapidOCR(params={"Global.text_score": 0.0, "Global.log_level": "critical"})
