"""A normalised view of a text, which knows where each of its letters came from.

Runs of white space become one space, curly quotes and dashes become straight, ligatures become
letters, and words cut at a line end are joined. Page furniture is left out.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from fairterms.document.spans import Span

JOIN = "\u00ad"
"""Marks, in the view that serves searching, a word cut at a line end."""

# PDFium writes U+FFFE (older builds U+0002) for a hyphen at a line end.
_SOFT = "\ufffe\u0002\u00ad"
_UNSEEN = _SOFT + "\u200b\u200c\u200d\u2060\ufeff"
_CUT = rf"(?<=\w)(?:[{_SOFT}]\s*|[-\u2010][ \t]*\n\s*)(?=\w)"
_REPLACED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys(_UNSEEN, ""),
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\u2026": "...",
}
_SPACE = rf"[{_UNSEEN}]*\s[\s{_UNSEEN}]*"
_SPECIAL = re.compile(rf"(?P<cut>{_CUT})|(?P<space>{_SPACE})|[{''.join(_REPLACED)}]")
_WORD = re.compile(r"[^\W\d_]+")
_CUT_WORD = re.compile(rf"\w*{_CUT}\w*")


@dataclass(frozen=True)
class View:
    """A normalised text and, for each of its letters, the place in the raw text."""

    text: str
    places: "array[int]"

    def raw(self, start: int, end: int) -> Span:
        """Return the raw span of the view's letters ``start`` up to ``end`` (at least one)."""
        assert 0 <= start < end <= len(self.text), f"no letters from {start} to {end}"
        return Span(self.places[start], self.places[end - 1] + 1)

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the view's letters that a raw span covers, as start and end."""
        return bisect_left(self.places, span.start), bisect_left(self.places, span.end)

    def words(self, span: Span) -> str:
        """Return a raw span's words as the view has them, without white space at the ends."""
        start, end = self.inside(span)
        return self.text[start:end].strip()


def normalise(text: str, furniture: Iterable[Span] = (), *, marks_joins: bool = False) -> View:
    r"""Make a normalised view of a text.

    Parameters
    ----------
    text
        The raw text.
    furniture
        Spans to leave out; they count as white space.
    marks_joins
        True writes :data:`JOIN` where a word was cut at a line end, for a search that must
        accept it with and without the hyphen. False decides which was meant.

    Examples
    --------
    >>> view = normalise("“thirty  (30)\n days’ no-\ntice”")
    >>> view.text
    '"thirty (30) days\' notice"'
    >>> view.raw(0, 8)
    Span(start=0, end=8)
    """
    blanked = blank(text, furniture)
    known = None if marks_joins else _uncut_words(blanked)
    pieces: list[str] = []
    places = array("I")
    done = 0
    for special in _SPECIAL.finditer(blanked):
        start, end = special.span()
        pieces.append(blanked[done:start])
        places.extend(range(done, start))
        new = _replacement(blanked, special, known)
        pieces.append(new)
        places.extend([start] * len(new))
        done = end
    pieces.append(blanked[done:])
    places.extend(range(done, len(blanked)))
    return View("".join(pieces), places)


def blank(text: str, furniture: Iterable[Span], filler: str = " ") -> str:
    """Return the text, of the same length, with a filler in place of the furniture."""
    letters: list[str] = []
    done = 0
    for span in sorted(furniture):
        letters.append(text[done : span.start])
        letters.append(filler * (span.end - max(span.start, done)))
        done = max(done, span.end)
    letters.append(text[done:])
    return "".join(letters)


def _replacement(text: str, special: "re.Match[str]", known: set[str] | None) -> str:
    if special["space"]:
        return " "
    if special["cut"]:
        return JOIN if known is None else _hyphen(text, special.start(), special.end(), known)
    return _REPLACED[special[0]]


def _hyphen(text: str, start: int, end: int, known: set[str]) -> str:
    """Return "-" where the word cut at a line end is written with a hyphen, else "".

    Word processors mostly break lines at hyphens that belong there ("post-payment"), so it
    stays where both halves are words of this document or the second starts a name.
    """
    before = _WORD.findall(text[max(0, start - 40) : start])
    after = _WORD.match(text, end)
    if not before or not after or not after[0][0].islower():
        return "-"
    first, second = before[-1].lower(), after[0].lower()
    return "-" if first + second not in known and {first, second} <= known else ""


def _uncut_words(text: str) -> set[str]:
    """Return the words of a text that are not halves of a word cut at a line end."""
    return set(_WORD.findall(_CUT_WORD.sub(" ", text).lower()))
