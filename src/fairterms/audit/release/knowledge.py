"""All counts that were ever shown of some people, and the finest groups they add up.

Two tables of the same people, an earlier release of some of them, a coarser and a finer list of
ages: each count is a sum over finest groups of people nobody prints. An outsider can work out what
these sums tell, and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np

from fairterms.audit.release.count_table import Axis, Condition, CountTable
from fairterms.outcomes.small_cells.audience import LARGEST_SMALL
from fairterms.outcomes.small_cells.system import Flags, Floats, Whole
from fairterms.outcomes.small_cells.table import MARGIN_WEIGHT
from fairterms.units.refusal import Refusal

MOST_FINEST = 5_000
"""More finest groups than this are not examined: the proof would take too long to wait for."""

Key = tuple[frozenset[str], frozenset[Condition]]
"""Whom a count counts. Two counts with one key are one count, hidden in both tables or in none."""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Counts of overlapping people; n counts over v finest groups.

    Attributes
    ----------
    names
        What each count is of, in words, n of them.
    counts
        People, shape (n,).
    sums
        Which finest groups each adds, ``counts = sums @ finest``, ``finest >= 0``; shape (n, v).
    weights
        How much is lost by hiding each, above 0, shape (n,).
    is_printed
        Already shown, or known to everybody; shape (n,).
    is_withheld
        Never shown: hidden in an earlier release and not in this one, or only to be had by
        subtracting one table from another; shape (n,).
    is_met
        Known to be 1 or more, though hidden: the group is listed since somebody is in it; (n,).
    keys
        Whom each counts, n of them.
    """

    names: tuple[str, ...]
    counts: Whole
    sums: Whole
    weights: Floats
    is_printed: Flags
    is_withheld: Flags
    is_met: Flags
    keys: tuple[Key, ...]

    @property
    def is_small(self) -> Flags:
        """Which counts are of 1 to 10 people, shape (n,)."""
        return (self.counts >= 1) & (self.counts <= LARGEST_SMALL)

    def places(self, table: CountTable) -> Whole:
        """Return where the counts of a table stand, in the shape of the table with margins."""
        at = {key: number for number, key in enumerate(self.keys)}
        found = [at[key_of(table, place)] for place in table.places()]
        return np.array(found).reshape(table.with_margins().shape)


@dataclass(frozen=True)
class _Count:
    """One count while the knowledge is put together."""

    name: str
    count: int
    weight: float
    is_printed: bool
    is_withheld: bool
    is_met: bool = False


def gather(tables: Sequence[CountTable], shown: Sequence[tuple[CountTable, Flags]]) -> Knowledge:
    """Put together what is to be shown and what was shown of the same people.

    Parameters
    ----------
    tables
        To be released now.
    shown
        Tables of earlier releases, each with what was hidden of it, in its shape with margins.

    Raises
    ------
    Refusal
        Where tables cannot be of the people they name, or use other finest groups, or there are
        too many finest groups.
    """
    grid = _grid([*tables, *(table for table, _ in shown)])
    counts: dict[Key, _Count] = {}
    for table, hidden in shown:
        for place, count in zip(table.places(), table.with_margins().flat, strict=True):
            is_hidden = bool(hidden[place])
            _add(counts, table, place, _Count("", int(count), 0.0, not is_hidden, is_hidden))
    for table in tables:
        for place, count in zip(table.places(), table.with_margins().flat, strict=True):
            is_open = table.is_open(place)
            _add(counts, table, place, _Count("", int(count), 0.0, is_open, False))
    counts.update(_differences(counts))
    return Knowledge(
        tuple(found.name for found in counts.values()),
        np.array([found.count for found in counts.values()], np.int64),
        _told_apart(np.array([_row(key, grid) for key in counts], np.int64)),
        np.array([found.weight for found in counts.values()]),
        np.array([found.is_printed for found in counts.values()]),
        np.array([found.is_withheld for found in counts.values()]),
        np.array([found.is_met for found in counts.values()]),
        tuple(counts),
    )


def key_of(table: CountTable, place: tuple[int, ...]) -> Key:
    """Return whom the count at a place of a table counts.

    Notes
    -----
    A group that holds everybody of its axis asks nothing, so it leaves the key: the total of one
    table is the total of another.
    """
    conditions = (axis.condition(at) for axis, at in zip(table.axes, place, strict=True))
    whole = {axis.kind: len(axis.finest) for axis in table.axes}
    asked = frozenset((name, groups) for name, groups in conditions if len(groups) < whole[name])
    return frozenset(table.people), asked


def _add(counts: dict[Key, _Count], table: CountTable, place: tuple[int, ...], new: _Count) -> None:
    key = key_of(table, place)
    before = counts.get(key)
    if before is not None and before.count != new.count:
        raise Refusal(
            table.name(place),
            "two tables give different counts of the same people",
            "what they tell together can be worked out only where they agree",
            "correct one of them, or name the people each counts",
        )
    margins = sum(at == len(axis.groups) for axis, at in zip(table.axes, place, strict=True))
    # A zero often stands for a reason others know; it is hidden only where that is much cheaper.
    margins += new.count == 0
    counts[key] = _Count(
        before.name if before else table.name(place),
        new.count,
        max(
            float(np.log(2.0 + new.count)) * MARGIN_WEIGHT**margins, before.weight if before else 0
        ),
        new.is_printed or (before is not None and before.is_printed),
        new.is_withheld and (before is None or before.is_withheld),
        (table.is_met and table.is_one_group(place)) or (before is not None and before.is_met),
    )


def _differences(counts: dict[Key, _Count]) -> dict[Key, _Count]:
    """Return the counts to be had by taking one from another: the people who came between."""
    by_condition: dict[frozenset[Condition], dict[frozenset[str], _Count]] = {}
    for (people, asked), count in counts.items():
        by_condition.setdefault(asked, {})[people] = count
    return {
        (people, asked): count
        for asked, same in by_condition.items()
        for people, count in _between(same).items()
    }


def _between(same: dict[frozenset[str], _Count]) -> dict[frozenset[str], _Count]:
    """Return the differences of one count over several sets of people, and theirs in turn."""
    known, fresh = dict(same), dict(same)
    while fresh:
        pairs = [pair for pair in permutations(known, 2) if pair[0] < pair[1]]
        fresh = {}
        for less, more in pairs:
            if more - less not in known:
                fresh[more - less] = _difference(known[more], known[less])
        known |= fresh
    return {people: count for people, count in known.items() if people not in same}


def _difference(more: _Count, less: _Count) -> _Count:
    if more.count < less.count:
        raise Refusal(
            more.name,
            "the larger set of people counts fewer than a part of it",
            "what two releases tell together can be worked out only where they agree",
            "correct and re-issue the earlier release, or name the people each counts",
        )
    return _Count(f"{more.name} without {less.name}", more.count - less.count, 1.0, False, True)


@dataclass(frozen=True)
class _Grid:
    """The finest groups: for each set of people the crossing of all axes it is counted by."""

    axes: dict[str, tuple[Axis, ...]]


def _grid(tables: Sequence[CountTable]) -> _Grid:
    by_set: dict[str, dict[str, Axis]] = {}
    for table in tables:
        for axis, people in product(table.axes, table.people):
            known = by_set.setdefault(people, {}).setdefault(axis.kind, axis)
            if set(known.finest) != set(axis.finest):
                raise Refusal(
                    table.title,
                    f"{axis.name} has other groups here than in another table of these people",
                    "what they tell together can be worked out only over the same finest groups",
                    "use its groups, with 0 where nobody is, or say what each group is made of",
                )
    grid = _Grid({people: tuple(axes.values()) for people, axes in by_set.items()})
    size = sum(
        int(np.prod([len(axis.finest) for axis in axes], dtype=np.int64))
        for axes in grid.axes.values()
    )
    if size > MOST_FINEST:
        raise Refusal(
            tables[0].title,
            f"{size:,} finest groups are more than the {MOST_FINEST:,} that can be examined",
            "without a proof nothing is released",
            "release a coarser table, or fewer kinds of group for these people",
        )
    return grid


def _told_apart(sums: Whole) -> Whole:
    """Make one group of those that no count tells apart: together they may be known, though few."""
    columns = sums.T.astype(np.int8)
    first = {column.tobytes(): at for at, column in reversed(list(enumerate(columns)))}
    found: Whole = sums[:, sorted(first.values())]
    return found


def _row(key: Key, grid: _Grid) -> Whole:
    """Return which finest groups a count adds, shape (v,)."""
    people, asked = key[0], dict(key[1])
    blocks = []
    for block, axes in grid.axes.items():
        adds = np.array(1 if block in people else 0, dtype=np.int64)
        for axis in axes:
            wanted = asked.get(axis.kind, frozenset(axis.finest))
            inside = np.array([part in wanted for part in axis.finest], dtype=np.int64)
            adds = np.multiply.outer(adds, inside)
        blocks.append(adds.reshape(-1))
    return np.concatenate(blocks)
