"""Two wordings of a sentence, word beside word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|\w+(?:['’]\w+)?|[^\w\s]")
_ISLAND = 2
"""Words between two changes that are shown as changed along, so that a reader sees one change."""


class RunKind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """Words with what became of them."""

    kind: RunKind
    text: str


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Tell which words two wordings share.

    Parameters
    ----------
    old, new
        The sentences.

    Returns
    -------
    tuple of Run
        In reading order, a removal before what replaces it. The kept and removed words together
        are the old sentence, the kept and added words the new one.

    Examples
    --------
    >>> [(run.kind.value, run.text) for run in compare_words("Plan may pay.", "Plan shall pay.")]
    [('kept', 'Plan '), ('removed', 'may'), ('added', 'shall'), ('kept', ' pay.')]
    """
    one, other = _WORD.findall(old), _WORD.findall(new)
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    runs: list[Run] = []
    for is_kept, a, b, c, d in _merged(one, codes):
        if is_kept:
            runs.append(Run(RunKind.KEPT, "".join(other[c:d])))
            continue
        removed, added = "".join(one[a:b]), "".join(other[c:d])
        runs += [Run(RunKind.REMOVED, removed)] if removed else []
        runs += [Run(RunKind.ADDED, added)] if added else []
    return tuple(runs)


_Stretch = tuple[bool, int, int, int, int]


def _merged(
    one: Sequence[str], codes: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[_Stretch]:
    """Join changes that stand only a word or two apart."""
    waiting: _Stretch | None = None
    for place, (tag, a, b, c, d) in enumerate(codes):
        is_inside = 0 < place < len(codes) - 1
        is_kept = tag == "equal" and not (is_inside and _is_island(one[a:b]))
        if waiting and waiting[0] == is_kept:
            waiting = (is_kept, waiting[1], b, waiting[3], d)
            continue
        if waiting:
            yield waiting
        waiting = (is_kept, a, b, c, d)
    if waiting:
        yield waiting


def _is_island(words: Sequence[str]) -> bool:
    said = [word for word in words if word.strip()]
    return len(said) < _ISLAND or (len(said) == _ISLAND and all(len(word) < 4 for word in said))
