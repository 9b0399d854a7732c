"""Words of the field, explained where a report uses them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

EVERYDAY = frozenset(
    (
        *("control", "duty", "evidence", "figure", "measure", "reading", "scenario", "severity"),
        *("source", "step", "term"),
    )
)
"""Words whose meaning in the field is another than in a sentence of every day."""

_HOLDERS = re.compile(r"<(?:p|li|dt|dd|td|th|figcaption)[ >]")
"""A word is marked only where it stands in one of these: never in a link or a heading."""
_INSIDE = re.compile(r"</?(strong|em|code|a|span)[ >]")
_QUOTED = "<blockquote>"
"""Before words of a contract: what they mean there is for the contract to say."""
_DEEPEST = 12
"""Tags before a word that are looked at: a sentence with more of them explains nothing there."""


def first_places(html: str, words: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each word stands first in running text, in the order of the text.

    Parameters
    ----------
    html
        As :mod:`fairterms.publish.fragment` writes it: each "<" begins a tag.
    words
        To be looked for, in any case, also with s or es at the end. The longer goes first: a loss
        cap is no cap. Those of :data:`EVERYDAY` are left alone.

    Yields
    ------
    tuple of int, int and str
        Where the word begins and ends, and which word it is.

    Examples
    --------
    >>> list(first_places("<h2>Withholds</h2><p>All withholds.</p>", ["withhold"]))
    [(25, 34, 'withhold')]
    """
    small = html.lower()
    if len(small) != len(html):
        return  # A letter that is longer when small would put every place wrong.
    found: list[tuple[int, int, str]] = []
    for word in sorted(set(words) - EVERYDAY, key=lambda one: (-len(one), one)):
        for start, end in _places(small, word):
            if _is_in_text(html, start) and not _overlaps(found, start, end):
                found.append((start, end, word))
                break
    yield from sorted(found)


def _places(small: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield every place of a word by itself; letters alone are found much faster than a pattern."""
    begins, ends = word.lower().split()[0], _pattern(word)
    at = small.find(begins)
    while at >= 0:
        match = ends.match(small, at)
        if match and not (small[at - 1].isalnum() or small[at - 1] in "-_"):
            yield match.span()
        at = small.find(begins, at + 1)


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    # Member months are also written member-months; but what is run out is no run-out.
    asked = re.escape(word.lower()).replace(r"\ ", "[ -]")
    return re.compile(rf"{asked}(?:s|es)?(?![\w-])")


def _is_in_text(html: str, at: int) -> bool:
    """Tell whether a place stands in running text, be it after a link or within stress."""
    for _ in range(_DEEPEST):
        opened = html.rfind("<", 0, at)
        if opened < 0 or html.rfind(">", 0, at) < opened:
            return False
        if _HOLDERS.match(html, opened):
            return not html.startswith(_QUOTED, max(opened - len(_QUOTED), 0))
        inside = _INSIDE.match(html, opened)
        if not inside:
            return False
        if html[opened + 1] == "/":
            at = html.rfind(f"<{inside[1]}", 0, opened)
        elif inside[1] in ("strong", "em"):
            at = opened
        else:
            return False
    return False


def _overlaps(found: Iterable[tuple[int, int, str]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end, _ in found)
