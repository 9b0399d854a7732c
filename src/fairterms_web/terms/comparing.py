"""Two versions of a text compared: in plain words where they are terms, and line by line."""

from dataclasses import dataclass
from difflib import ndiff
from typing import Final

from fairterms.publish import fragment
from fairterms.settle.workbench import terms_difference
from fairterms_web.jobs.wording import for_the_web
from fairterms_web.terms.access import FILE

LONGEST: Final = 3_000
"""Lines of both texts together that are compared one by one; more would take too long."""
_AROUND: Final = 3
_SIGNS: Final = {"-": "taken out", "+": "put in", " ": ""}


@dataclass(frozen=True)
class Line:
    """A line of the comparison.

    Attributes
    ----------
    sign
        "-" stands in the older text only, "+" in the newer only, " " in both.
    """

    sign: str
    text: str

    @property
    def word(self) -> str:
        """The sign as a word."""
        return _SIGNS[self.sign]


@dataclass(frozen=True)
class Compared:
    """What differs.

    Attributes
    ----------
    words
        In plain English, as HTML; empty for a text that is not of terms.
    lines
        Those that differ, with some around them; None where the texts are too long for that.
    """

    words: str
    lines: tuple[Line, ...] | None


def compare(path: str, old: str, new: str) -> Compared:
    """Compare two texts.

    Parameters
    ----------
    path
        Of the file; only terms.toml is told in plain words.
    old, new
        The texts.
    """
    words = ""
    if path == FILE:
        told = terms_difference.tell(terms_difference.compare(old, new))
        words = fragment.render(for_the_web(told), prefix="difference-")
    return Compared(words, _lines(old.split("\n"), new.split("\n")))


def _lines(old: list[str], new: list[str]) -> tuple[Line, ...] | None:
    """Return the lines that differ, each with those around it."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    if start is None:
        start = min(len(old), len(new))
    same = 0
    while same < min(len(old), len(new)) - start and old[-1 - same] == new[-1 - same]:
        same += 1
    first = max(0, start - _AROUND)
    last = max(0, same - _AROUND)
    left, right = old[first : len(old) - last], new[first : len(new) - last]
    if len(left) + len(right) > LONGEST:
        return None
    if old == new:
        return ()
    return tuple(Line(one[0], one[2:]) for one in _told(left, right))


def _told(left: list[str], right: list[str]) -> list[str]:
    return [one for one in ndiff(left, right, charjunk=None) if one[0] in _SIGNS]
