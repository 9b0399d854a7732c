"""A table of counts of people, by one or two kinds of group, that says whom it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from fairterms.outcomes.small_cells.system import Flags, Whole

Condition = tuple[str, frozenset[str]]
"""An axis and the finest groups of it that are counted."""

MOST_AXES = 2


@dataclass(frozen=True)
class Axis:
    """A kind of group, such as age; each person is in one group of it.

    Attributes
    ----------
    name
        The same name in two tables means the same kind of group; so do "Clinic" and "clinic".
    groups
        The rows or columns, in order.
    parts
        The finest groups each is made of, where another table is finer; empty when each group is
        itself a finest group.

    Examples
    --------
    >>> Axis("age", ("under 65", "65 or over"), (("0-17", "18-64"), ("65+",))).finest
    ('0-17', '18-64', '65+')
    """

    name: str
    groups: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        assert self.groups, "an axis has a group"
        assert len(set(self.groups)) == len(self.groups), "a group is named once"
        assert not self.parts or len(self.parts) == len(self.groups), "each group has its parts"
        assert len(set(self.finest)) == len(self.finest), "nobody is in two groups of an axis"

    @property
    def kind(self) -> str:
        """The name in one form: capitals and spaces make no other kind of group of it."""
        return " ".join(self.name.split()).casefold()

    @property
    def finest(self) -> tuple[str, ...]:
        """The finest groups, in order."""
        return tuple(part for parts in self.parts for part in parts) or self.groups

    def condition(self, at: int) -> Condition:
        """Return what a row or column counts; the place after the last group is its margin."""
        if at == len(self.groups):
            return self.kind, frozenset(self.finest)
        return self.kind, frozenset(self.parts[at] if self.parts else (self.groups[at],))


@dataclass(frozen=True, eq=False)
class CountTable:
    """Counts of people by one or two kinds of group, to be shown with margins and total.

    Attributes
    ----------
    title
        What is counted.
    people
        Whom: names of sets of people that do not overlap. The first half year is
        ``("first half",)`` and the year is ``("first half", "second half")``. Two tables with a
        set in common are examined together.
    axes
        One or two.
    counts
        People, without margins, shape (groups,) or (groups, groups).
    is_impossible
        Where nobody can be, as everybody knows; such a zero hides nothing. The shape of the
        counts, or None where there is no such place.
    is_met
        Whether a group is listed only because somebody is in it, as in a record file: then
        everybody knows of each group, hidden or not, that it is not empty.
    """

    title: str
    people: tuple[str, ...]
    axes: tuple[Axis, ...]
    counts: Whole
    is_impossible: Flags | None = None
    is_met: bool = False

    def __post_init__(self) -> None:
        assert 1 <= len(self.axes) <= MOST_AXES, "a table has rows, and perhaps columns"
        assert len({axis.kind for axis in self.axes}) == len(self.axes), "two kinds of group"
        assert self.people, "a table says whom it counts"
        assert self.counts.shape == tuple(len(axis.groups) for axis in self.axes), "a count each"
        assert self.counts.dtype.kind == "i", "people are whole"
        assert self.counts.min() >= 0, "people are counted from 0"
        if self.is_impossible is not None:
            assert self.is_impossible.shape == self.counts.shape, "told for each count"
            assert not self.counts[self.is_impossible].any(), "nobody is where nobody can be"

    def with_margins(self) -> Whole:
        """Return the counts with margins last, one longer in each direction.

        Examples
        --------
        >>> table = CountTable("visits", ("2027",), (Axis("sex", ("women", "men")),),
        ...                    np.array([30, 14]))
        >>> table.with_margins()
        array([30, 14, 44])
        """
        full = self.counts.astype(np.int64)
        for axis in range(full.ndim):
            full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
        return full

    def places(self) -> Iterator[tuple[int, ...]]:
        """Yield every place of the table with margins, row by row."""
        return product(*(range(len(axis.groups) + 1) for axis in self.axes))

    def name(self, place: tuple[int, ...]) -> str:
        """Say which count stands at a place, without saying the count."""
        words = ((*axis.groups, "all")[at] for axis, at in zip(self.axes, place, strict=True))
        return f"{self.title}: {', '.join(words)}"

    def is_one_group(self, place: tuple[int, ...]) -> bool:
        """Tell whether a place counts one whole group of one axis."""
        at_margin = [at == len(axis.groups) for at, axis in zip(place, self.axes, strict=True)]
        return at_margin.count(False) == 1

    def is_open(self, place: tuple[int, ...]) -> bool:
        """Tell whether the place is a zero that everybody knows of."""
        if self.is_impossible is None or any(
            at == len(axis.groups) for at, axis in zip(place, self.axes, strict=True)
        ):
            return False
        return bool(self.is_impossible[place])
