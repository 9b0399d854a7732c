"""Passages that hold certain letters: a cheap test before the patterns that tell what they say."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache

from fairterms.review.passages import Passage

_BETWEEN = "\n"
"""Between two passages when all are searched as one text; no passage holds a line end."""


def holding(passages: Iterable[Passage], *stems: str) -> tuple[Passage, ...]:
    """Return the passages in which one of some stems stands, whatever its case.

    Parameters
    ----------
    passages
        Of an agreement.
    stems
        Letters, in lower case: "amend" is in "Amendment".
    """
    assert all(stem == stem.lower() for stem in stems), "stems are in lower case"
    index = _index(tuple(passages))
    places = set[int]().union(*(index.places(stem) for stem in stems))
    return tuple(index.passages[place] for place in sorted(places))


class _Index:
    """All passages as one text, so that a stem is looked for once and its places are kept."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        self._known: dict[str, frozenset[int]] = {}

    @cached_property
    def _text(self) -> str:
        return _BETWEEN.join(passage.lower for passage in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for passage in self.passages:
            starts.append(at)
            at += len(passage.lower) + len(_BETWEEN)
        return starts

    def places(self, stem: str) -> frozenset[int]:
        """Return the numbers of the passages that hold a stem."""
        if stem not in self._known:
            self._known[stem] = frozenset(self._look_for(stem))
        return self._known[stem]

    def _look_for(self, stem: str) -> Iterable[int]:
        at = self._text.find(stem)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            following = place + 1
            if following == len(self._starts):
                return
            at = self._text.find(stem, self._starts[following])


_index = lru_cache(maxsize=4)(_Index)
