"""A walk among all people there could be, given what is shown, in whole steps.

The finest groups that obey what is shown are the corners, edges and inside of a polyhedron. A walk
goes from one of its points to the next along edges, as the simplex method does, and counts in whole
people only: no rounding, so what it finds to be the least is the least.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from fairterms.audit.release.solver import cheapest
from fairterms.outcomes.small_cells.system import Flags, Whole

MOST_WALKED = 400
"""With more groups that can change than this a solver of large problems is faster."""


@dataclass(frozen=True, eq=False)
class Point:
    """Finest groups that obey what is shown, and the ways on from there.

    Attributes
    ----------
    finest
        People in each finest group, shape (v,).
    rows, counts
        What is shown: ``rows @ finest == counts``, shapes (m, v) and (m,).
    free
        The finest groups that can change at all, shape (f,).
    edges
        The same sums solved for some of the free groups, one in each row: ``edges @ finest[free]``
        never changes; shape (r, f), or None where the walk is left to the solver.
    solved
        For which of the free groups each row is solved, shape (r,).
    """

    finest: Whole
    rows: Whole
    counts: Whole
    free: Whole
    edges: Whole | None
    solved: Whole


def start(finest: Whole, rows: Whole, is_shown: Flags) -> Point:
    """Return the point from which to walk.

    Parameters
    ----------
    finest
        People who obey everything, shape (v,).
    rows
        Which finest groups each count adds, shape (n, v).
    is_shown
        Which counts must stay as they are, shape (n,).
    """
    shown = rows[is_shown]
    is_free = ~shown[shown.sum(axis=1) == 1].any(axis=0)
    free = np.flatnonzero(is_free)
    edges, solved = None, np.zeros(0, np.int64)
    if len(free) <= MOST_WALKED:
        edges, solved = _solve(shown[:, free], finest[free])
    return Point(finest, shown, shown @ finest, free, edges, solved)


def walk(point: Point, aim: Whole, way: int, goal: int) -> Point:
    """Return a point at which a sum is least (way 1) or most (way −1), or has come to a goal.

    Parameters
    ----------
    point
        Where to begin.
    aim
        Which finest groups the sum adds, shape (v,).
    way
        1 to go down, −1 to go up.
    goal
        The sum need not go beyond this.

    Notes
    -----
    Each row of the edges has the factor 1 at the group it is solved for. One group that is not
    solved for is changed by a whole number, and the solved ones follow; it stops where one of them
    would fall below 0, and that one is exchanged for it. When no such change brings the sum nearer
    to its goal, none of all points is nearer, since the sum is then a number that never changes
    plus groups of 0 people times factors above 0 (the certificate of linear programming). Of equal
    choices the first is taken, so the walk ends (Bland's rule).

    All factors are −1, 0 or 1 in the sums of one table, which are those of a network. Where tables
    are tied together another factor may stand in the way; then, and for very many groups, the
    solver is asked.

    Examples
    --------
    >>> shown = np.array([[1, 1, 0], [0, 1, 1]])
    >>> here = start(np.array([4, 3, 9]), shown, np.array([True, True]))
    >>> walk(here, np.array([0, 1, 0]), 1, 0).finest
    array([ 7,  0, 12])
    >>> walk(here, np.array([0, 1, 0]), -1, 100).finest
    array([0, 7, 5])
    """
    while (gap := way * (int(aim @ point.finest) - goal)) > 0:
        further = _step(point, way * aim, gap)
        if further is None:
            return _ask(point, aim, way, goal)
        if further is point:
            break
        point = further
    return point


def _step(point: Point, price: Whole, gap: int) -> Point | None:
    """Return the next point, the same one where none is nearer, or None where there is no way."""
    if point.edges is None:
        return None
    here, prices = point.finest[point.free], price[point.free]
    gain = prices - prices[point.solved] @ point.edges
    nearer = np.flatnonzero((gain < 0) | ((gain > 0) & (here > 0)))
    if not len(nearer):
        return point
    at = int(nearer[0])
    sign = 1 if gain[at] < 0 else -1
    falls = sign * point.edges[:, at]
    if falls.size and falls.max() > 1:
        return None
    room = np.where(falls > 0, here[point.solved], np.iinfo(np.int64).max)
    most = min(-(-gap // abs(int(gain[at]))), int(here[at]) if sign < 0 else gap)
    far = min(most, int(room.min(initial=most)))
    here[at] += sign * far
    here[point.solved] -= far * falls
    finest = point.finest.copy()
    finest[point.free] = here
    moved = replace(point, finest=finest)
    return moved if far == most else _exchange(moved, at, room == far)


def _exchange(point: Point, at: int, is_stopped: Flags) -> Point:
    """Solve for a group in place of the first of those that stopped it."""
    assert point.edges is not None, "there are edges to go along"
    stopped = np.flatnonzero(is_stopped)
    row = int(stopped[np.argmin(point.solved[stopped])])
    solved = point.solved.copy()
    solved[row] = at
    return replace(point, edges=_pivot(point.edges, row, at), solved=solved)


def _pivot(rows: Whole, row: int, at: int) -> Whole:
    """Solve a row, whose factor is −1 or 1, for one of its groups, and put it into the others."""
    line = rows[row] * rows[row, at]
    found: Whole = rows - rows[:, at, None] * line
    found[row] = line
    return found


def _solve(rows: Whole, here: Whole) -> tuple[Whole | None, Whole]:
    """Solve sums for groups with factor −1 or 1, the largest first; None where that fails."""
    rows, solved = rows[rows.any(axis=1)], []
    row = 0
    while row < len(rows):
        found = np.flatnonzero(np.abs(rows[row]) == 1)
        if not len(found):
            if rows[row].any():
                return None, np.zeros(0, np.int64)
            rows = np.delete(rows, row, axis=0)
            continue
        at = int(found[np.argmax(here[found])])
        rows = _pivot(rows, row, at)
        solved.append(at)
        row += 1
    return rows, np.array(solved, np.int64)


def _ask(point: Point, aim: Whole, way: int, goal: int) -> Point:
    """Let the solver find the point."""
    low, high = (goal, np.inf) if way == 1 else (-np.inf, goal)
    found = cheapest(
        (way * aim).astype(np.float64),
        np.concatenate([point.rows, aim[None]]),
        np.append(point.counts, low),
        np.append(point.counts, high),
    )
    assert found is not None, "there are people who obey everything, and they are not at the goal"
    return replace(point, finest=found)
