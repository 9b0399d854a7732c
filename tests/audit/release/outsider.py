"""Three outsiders with methods of their own: what each can work out from what is shown."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.evidence import ReleasedTable
from fairterms.outcomes.small_cells.attack import Domain, extreme
from fairterms.outcomes.small_cells.system import System
from fairterms.outcomes.small_cells.table import Table

Whole = npt.NDArray[np.int64]
Grid = tuple[tuple[str, ...], ...]

PLENTY = 10_000
ENOUGH = 11


def table(counts: object, people: tuple[str, ...] = ("2027",), title: str = "visits") -> CountTable:
    """Return a table of clinics, and sexes or ages where there are columns."""
    given = np.array(counts, dtype=np.int64)
    names = ("clinic", "age")
    axes = tuple(
        Axis(names[at], tuple(f"{names[at]} {number}" for number in range(size)))
        for at, size in enumerate(given.shape)
    )
    return CountTable(title, people, axes, given)


def draw(
    generator: np.random.Generator, rows: int, columns: int, median: float = 10.0
) -> CountTable:
    """Return a table with very different counts, some of them 0."""
    return table(np.floor(median * generator.lognormal(0.0, 1.2, (rows, columns))))


def number(text: str) -> int | None:
    """Read a shown count; None for a hidden one."""
    return None if text == "not shown" else int(text.replace(",", ""))


def everything_possible(grids: list[Grid], parts: list[tuple[int, ...]], most: int) -> list[Whole]:
    """Try all numbers of people; return for each grid the tables that may be, shape (t, margins).

    Parameters
    ----------
    grids
        One-way or two-way tables as released.
    parts
        Which sets of people each grid counts, numbered from 0.
    most
        The largest count tried in a finest group.
    """
    seen = [np.array([[number(text) for text in row] for row in grid], object) for grid in grids]
    size = [max(length - 1, 1) for length in seen[0].shape]
    sets = 1 + max(max(part) for part in parts)
    finest = sets * int(np.prod(size))
    trials = np.indices([most + 1] * finest).reshape(finest, -1).T
    blocks = trials.reshape(len(trials), sets, *size)
    agrees = np.ones(len(trials), bool)
    found = []
    for shown, part in zip(seen, parts, strict=True):
        full = _margins(blocks[:, list(part)].sum(axis=1), shown.shape[1] > 1)
        for at in np.ndindex(shown.shape):
            if shown[at] is not None:
                agrees &= full[:, at[0], at[1]] == shown[at]
        found.append(full)
    return [full[agrees].reshape(int(agrees.sum()), -1) for full in found]


def _margins(blocks: Whole, is_two_way: bool) -> Whole:
    full = np.concatenate([blocks, blocks.sum(axis=1, keepdims=True)], axis=1)
    if is_two_way:
        full = np.concatenate([full, full.sum(axis=2, keepdims=True)], axis=2)
    return full


def by_flow(full: Whole, is_hidden: npt.NDArray[np.bool_], at: tuple[int, int]) -> tuple[int, int]:
    """Return the least and the most, up to 11, a hidden count of a two-way table can be, by flow.

    Notes
    -----
    A table with margins is a circulation: from its column to its row, on to the margin of the rows,
    to the total, and back to the column. A hidden count can grow by what flows back around it.
    """
    rows, columns = full.shape
    caps = [[0] * (rows + columns) for _ in range(rows + columns)]
    for place in np.argwhere(is_hidden).tolist():
        if tuple(place) != at:
            tail, head = _arc(place[0], place[1], rows, columns)
            caps[tail][head] += PLENTY
            caps[head][tail] += int(full[tuple(place)])
    tail, head = _arc(*at, rows, columns)
    count = int(full[at])
    less, more = _flow(caps, tail, head, count), _flow(caps, head, tail, max(ENOUGH - count, 0))
    return count - less, count + more


def _flow(caps: list[list[int]], tail: int, head: int, enough: int) -> int:
    """Return the largest flow from one place to another, or what is enough (Edmonds and Karp)."""
    left = [list(row) for row in caps]
    total = 0
    while total < enough and (path := _path(left, tail, head)):
        steps = list(pairwise(path))
        more = min(enough - total, *(left[one][other] for one, other in steps))
        for one, other in steps:
            left[one][other] -= more
            left[other][one] += more
        total += more
    return total


def _path(left: list[list[int]], tail: int, head: int) -> list[int]:
    """Return the shortest way along which something can still flow; empty where there is none."""
    before, line = {tail: tail}, [tail]
    for one in line:
        for other, room in enumerate(left[one]):
            if room and other not in before:
                before[other] = one
                line.append(other)
        if head in before:
            break
    if head not in before:
        return []
    path = [head]
    while path[-1] != tail:
        path.append(before[path[-1]])
    return path[::-1]


def _arc(row: int, column: int, rows: int, columns: int) -> tuple[int, int]:
    """Return where the flow through a place comes from and goes; rows first, then columns."""
    is_turned = (row == rows - 1) != (column == columns - 1)
    return (row, rows + column) if is_turned else (rows + column, row)


def derivable_by_flow(released: ReleasedTable, *, strict: bool = True) -> int:
    """Return how many small counts of a two-way table can be worked out, or narrowed down."""
    full = released.table.with_margins()
    found = 0
    for place in np.argwhere((full >= 1) & (full <= 10)).tolist():
        low, high = by_flow(full, released.is_hidden, (place[0], place[1]))
        found += (low > 1 or high < 10) if strict else low == high
    return found


def derivable_between(first: ReleasedTable, second: ReleasedTable) -> int:
    """Return how many small counts of two releases, the second of more people, are not safe.

    Notes
    -----
    Written as counts and differences, with the solver of the outcomes room.
    """
    one, two = (
        Table(
            "t",
            tuple(map(str, range(len(found.table.counts)))),
            tuple(map(str, range(found.table.counts.shape[1]))),
            found.table.counts,
        ).system()
        for found in (first, second)
    )
    n, unit = len(one.counts), np.eye(len(one.counts), dtype=np.int64)
    gained = two.counts - one.counts
    none = np.zeros_like(one.sums)
    system = System(
        tuple(map(str, range(3 * n))),
        np.concatenate([one.counts, two.counts, gained]),
        np.block([[one.sums, none, none], [none, two.sums, none], [unit, -unit, unit]]),
        np.ones(3 * n),
        np.repeat(np.array([False, False, True]), n),
    )
    is_hidden = np.concatenate(
        [first.is_hidden.reshape(-1), second.is_hidden.reshape(-1), np.ones(n, bool)]
    )
    unsafe = 0
    for at in np.flatnonzero(system.is_small).tolist():
        low = np.where(is_hidden, 0.0, system.counts)
        high = np.where(is_hidden, np.inf, system.counts)
        high[at] = min(high[at], 10.0)
        known = Domain(low, high)
        ends = [int(extreme(system, known, at, way)[at]) for way in (-1, 1)]
        unsafe += ends[0] > 1 or ends[1] < 10
    return unsafe
