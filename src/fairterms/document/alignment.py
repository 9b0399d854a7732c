"""Two versions of a document, sentence beside sentence.

What a reader wants to see is what was really changed. So page furniture takes no part, a sentence
that only moved or was numbered anew is not new, and a name that was changed everywhere is said
once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz, process

from fairterms.document.document import Document
from fairterms.document.spans import Sentence
from fairterms.document.wording import Run, RunKind, compare_words

_NUMBERED = re.compile(r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]\)?\s+)+")
_REFERENCE = re.compile(
    r"\b(?:sections?|articles?|paragraphs?|subsections?|items?) (?:\d+(?:\.\d+)*|[ivx]+|[a-z])\b"
    r"(?:\([a-z\d]{1,4}\))*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\w+|[$%<>=]")
_MASK = re.compile(r" ?\[masked\](?:'s)? ?")
_ALIKE = 58
"""Likeness, of 100, from which a sentence between the same neighbours is the other one changed."""
_MOVED = 86
"""Likeness from which a sentence in quite another place is the same one moved."""
_LONG_ENOUGH = 5
"""Words a sentence needs to be recognised elsewhere."""
_EVERYWHERE = 3
"""Times the same few words are exchanged before that is a new name and no change."""
_MATTERS = re.compile(
    r"\d|\b(?:not|no|shall|may|must|will|can|only|sole|prior|reasonabl[ey]|all|any|unless|except|"
    r"and|or|if|each|both|written|limited|waive\w*)\b",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Unit:
    """One sentence as it is compared: its place, its words, and a key that numbering leaves alone.

    ``number`` is its place among its document's units.
    """

    sentence: Sentence
    number: int
    words: str

    @property
    def printed(self) -> str:
        """Its words without the placeholders of masked names, which hardly stand alike twice."""
        return _MASK.sub(" ", self.words).strip()

    @cached_property
    def key(self) -> str:
        """Its words without numbering, references, case and punctuation."""
        text = _REFERENCE.sub("§", _NUMBERED.sub("", self.printed))
        return " ".join(_LETTERS.findall(text.casefold()))


@dataclass(frozen=True)
class Change:
    """A sentence of the old version beside its own self in the new one.

    Attributes
    ----------
    kind
        What became of it.
    old, new
        One of them is None when a sentence was added or removed.
    runs
        The words kept, added and removed, in reading order.
    has_moved
        True when it also stands in another place than before.
    """

    kind: Kind
    old: Unit | None
    new: Unit | None
    runs: tuple[Run, ...]
    has_moved: bool = False

    @property
    def is_substantive(self) -> bool:
        """Whether words changed that may mean something."""
        return self.kind in (Kind.CHANGED, Kind.ADDED, Kind.REMOVED)


@dataclass(frozen=True)
class Renaming:
    """A name that the new version exchanges everywhere, with how often."""

    old: str
    new: str
    times: int


@dataclass(frozen=True)
class Alignment:
    """Everything two versions have in common and everything they have not.

    Attributes
    ----------
    changes
        Each sentence of both versions once, in the order of the new version; what was removed
        stands where it would have come.
    renamings
        Names exchanged throughout.
    """

    changes: tuple[Change, ...]
    renamings: tuple[Renaming, ...]

    @property
    def substantive(self) -> tuple[Change, ...]:
        """Only those that may mean something."""
        return tuple(change for change in self.changes if change.is_substantive)


def align(old: Document, new: Document) -> Alignment:
    """Put two versions of a document side by side.

    Parameters
    ----------
    old, new
        The versions, as read.

    Returns
    -------
    Alignment
        See its attributes.

    Notes
    -----
    Sentences that are the same but for numbering are matched first, in order; between them, each
    is matched to the one most like it; what is left over is looked for in the whole document. A
    stretch whose words are the same and only its sentences are cut differently counts as the same.
    """
    one, other = _units(old), _units(new)
    pairs = _matched(one, other)
    changes = [_change(first, second, has_moved) for first, second, has_moved in _moved(pairs)]
    renamings = _renamings(changes)
    return Alignment(tuple(_only_renamed(c, renamings) for c in changes), renamings)


Pair = tuple[Unit | None, Unit | None]


def _units(document: Document) -> list[Unit]:
    found = [Unit(s, 0, document.words(s)) for s in document.sentences]
    told = [unit for unit in found if unit.key]
    return [replace(unit, number=number) for number, unit in enumerate(told)]


def _matched(one: Sequence[Unit], other: Sequence[Unit]) -> list[Pair]:
    """Pair sentences in order; None stands for one without a partner."""
    keys = [unit.key for unit in one], [unit.key for unit in other]
    pairs: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        left, right = one[a:b], other[c:d]
        if tag == "equal":
            pairs += zip(left, right, strict=True)
        elif _key(left) == _key(right):
            pairs += _cut_differently(left, right)
        else:
            pairs += _most_alike(left, right)
    return pairs


def _key(units: Iterable[Unit]) -> str:
    return " ".join(unit.key for unit in units)


def _cut_differently(left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[Pair]:
    """Pair stretches of the same words, each as one unit."""
    yield _joined(left), _joined(right)


def _joined(units: Sequence[Unit]) -> Unit:
    first, last = units[0].sentence, units[-1].sentence
    whole = replace(first, end=last.end)
    return Unit(whole, units[0].number, " ".join(unit.words for unit in units))


def _most_alike(left: Sequence[Unit], right: Sequence[Unit]) -> list[Pair]:
    """Pair the sentences of two differing stretches so that their likeness is greatest, in order.

    The classic alignment of two sequences, with the likeness of two sentences as what is gained.
    """
    if not left or not right:
        return [*((unit, None) for unit in left), *((None, unit) for unit in right)]
    alike = process.cdist([u.key for u in left], [u.key for u in right], scorer=fuzz.ratio)
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            gain = float(alike[i][j])
            together = best[i + 1][j + 1] + gain if gain >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(left) or j < len(right):
        if i < len(left) and best[i][j] == best[i + 1][j]:
            pairs.append((left[i], None))
            i += 1
        elif j < len(right) and (i == len(left) or best[i][j] == best[i][j + 1]):
            pairs.append((None, right[j]))
            j += 1
        else:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
    return pairs


def _moved(pairs: Sequence[Pair]) -> list[tuple[Unit | None, Unit | None, bool]]:
    """Pair what seems removed with what seems added elsewhere, when it is the same sentence."""
    left = {i: old.key for i, (old, new) in enumerate(pairs) if old and not new}
    found: dict[int, int] = {}
    for at, (old, new) in enumerate(pairs):
        if new and not old:
            match = process.extractOne(new.key, left, scorer=fuzz.ratio, score_cutoff=_least(new))
            if match is not None:
                found[at] = match[2]
                del left[match[2]]
    gone = set(found.values())
    return [
        (pairs[found[i]][0], pair[1], True) if i in found else (*pair, False)
        for i, pair in enumerate(pairs)
        if i not in gone
    ]


def _least(unit: Unit) -> float:
    """Return how like another sentence must be: a short one, a heading say, just the same."""
    return _MOVED if unit.key.count(" ") + 1 >= _LONG_ENOUGH else 100


def _change(old: Unit | None, new: Unit | None, has_moved: bool) -> Change:
    if old is None or new is None:
        unit = old or new
        assert unit is not None, "a pair has a sentence"
        kind, run = (Kind.REMOVED, RunKind.REMOVED) if old else (Kind.ADDED, RunKind.ADDED)
        return Change(kind, old, new, (Run(run, unit.printed),))
    unchanged = Kind.MOVED if has_moved else Kind.SAME
    kind = unchanged if old.key == new.key else Kind.CHANGED
    return Change(kind, old, new, compare_words(old.printed, new.printed), has_moved)


def _renamings(changes: Iterable[Change]) -> tuple[Renaming, ...]:
    """Find the short exchanges of words that come again and again."""
    counts = Counter(pair for change in changes for pair in set(_exchanges(change)))
    return tuple(
        Renaming(old, new, times)
        for (old, new), times in counts.most_common()
        if times >= _EVERYWHERE and old and new and not _MATTERS.search(f"{old} {new}")
    )


def _exchanges(change: Change) -> Iterator[tuple[str, str]]:
    """Return each stretch of words exchanged for another within a changed sentence."""
    if change.kind is not Kind.CHANGED:
        return
    old = new = ""
    for run in (*change.runs, Run(RunKind.KEPT, "")):
        if run.kind is RunKind.KEPT:
            if old or new:
                yield _plain(old), _plain(new)
            old = new = ""
        elif run.kind is RunKind.REMOVED:
            old += run.text
        else:
            new += run.text


def _plain(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _only_renamed(change: Change, renamings: Iterable[Renaming]) -> Change:
    """Call a changed sentence renamed when nothing but such exchanges changed in it."""
    known = {(renaming.old, renaming.new) for renaming in renamings} | {("", "")}
    exchanges = list(_exchanges(change))
    if exchanges and all(pair in known for pair in exchanges):
        return replace(change, kind=Kind.RENAMED)
    return change
