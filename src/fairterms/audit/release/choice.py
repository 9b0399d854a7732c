"""The choice: the small counts, and as little else as it takes that nobody can work them out."""

from __future__ import annotations

import numpy as np

from fairterms.audit.release.bounds import ENOUGH, people, unsafe
from fairterms.audit.release.knowledge import Knowledge
from fairterms.audit.release.solver import cheapest
from fairterms.audit.release.walk import Point, start, walk
from fairterms.outcomes.small_cells.audience import SMALLEST_SMALL
from fairterms.outcomes.small_cells.system import Flags, Whole

Aim = tuple[int, int]
"""A count, and whether it must be able to be 1 or less (1), or more than 10 (−1)."""

Witnesses = dict[Aim, Whole]
"""For each aim finest groups of people that obey all that is shown and reach it, shape (v,)."""


def choose(knowledge: Knowledge) -> Flags:
    """Choose what to hide, small counts first, then others at the least loss.

    Parameters
    ----------
    knowledge
        What is to be shown, and what was shown before.

    Returns
    -------
    array of bool
        Which counts are hidden, shape (n,).

    Raises
    ------
    Refusal
        Where a small count was shown before, or what was shown before gives one away whatever is
        hidden now.

    Notes
    -----
    For each small count another table must be possible in which it is 1 or less, and one in which
    it is more than 10. Each shown count in which such a table differs must be hidden, so the table
    is asked for that differs least: Σ weight·|difference| over the shown counts, by linear
    programming. Where a walk reaches one in which no shown count differs, that is the least. In the
    end each count that need not be hidden is shown again, the dearest first.
    """
    is_hidden = (knowledge.is_small & ~knowledge.is_printed) | knowledge.is_withheld
    witnesses: Witnesses = {}
    point = start(people(knowledge), knowledge.sums, ~is_hidden)
    for aim in _aims(knowledge):
        if aim in witnesses:
            continue
        point = _toward(knowledge, point, aim)
        if aim not in _reached(knowledge, point.finest):
            found = _nearest(knowledge, is_hidden, aim)
            if found is None:
                raise unsafe(knowledge.names[aim[0]], knowledge.is_printed[aim[0]])
            is_hidden = is_hidden | (knowledge.sums @ found != knowledge.counts)
            point = start(found, knowledge.sums, ~is_hidden)
        witnesses.update(dict.fromkeys(_reached(knowledge, point.finest), point.finest))
    return _tidy(knowledge, is_hidden, witnesses)


def _aims(knowledge: Knowledge) -> list[Aim]:
    return [(at, way) for at in np.flatnonzero(knowledge.is_small).tolist() for way in (1, -1)]


def _reached(knowledge: Knowledge, finest: Whole) -> list[Aim]:
    """Return every aim that finest groups of people reach."""
    counts = knowledge.sums @ finest
    return [
        (at, way)
        for at, way in _aims(knowledge)
        if (counts[at] <= SMALLEST_SMALL if way == 1 else counts[at] >= ENOUGH)
    ]


def _limits(aim: Aim) -> tuple[float, float]:
    return (0.0, float(SMALLEST_SMALL)) if aim[1] == 1 else (float(ENOUGH), np.inf)


def _nearest(knowledge: Knowledge, is_hidden: Flags, aim: Aim) -> Whole | None:
    """Return finest groups that reach an aim and change shown counts least, shape (v,)."""
    fixed = knowledge.is_printed
    movable = ~is_hidden & ~fixed
    m = int(movable.sum())
    slack = np.zeros((len(knowledge.sums), 2 * m), np.int64)
    slack[movable] = np.concatenate([-np.eye(m), np.eye(m)], axis=1)
    rows = np.concatenate([knowledge.sums, slack], axis=1)
    wanted = fixed | movable
    low, high = _limits(aim)
    found = cheapest(
        np.concatenate([np.zeros(knowledge.sums.shape[1]), np.tile(knowledge.weights[movable], 2)]),
        np.concatenate([rows[wanted], np.pad(knowledge.sums[[aim[0]]], ((0, 0), (0, 2 * m)))]),
        np.append(knowledge.counts[wanted], low),
        np.append(knowledge.counts[wanted], high),
    )
    return None if found is None else found[: knowledge.sums.shape[1]]


def _tidy(knowledge: Knowledge, is_hidden: Flags, witnesses: Witnesses) -> Flags:
    """Show again, the dearest first, each count that need not be hidden."""
    kept = is_hidden.copy()
    spare = is_hidden & ~knowledge.is_small & ~knowledge.is_withheld
    for at in sorted(np.flatnonzero(spare).tolist(), key=lambda place: -knowledge.weights[place]):
        kept[at] = False
        fresh = _again(knowledge, kept, _spoilt(knowledge, at, witnesses))
        kept[at] = fresh is None
        witnesses = {**witnesses, **(fresh or {})}
    return kept


def _spoilt(knowledge: Knowledge, at: int, witnesses: Witnesses) -> list[Aim]:
    """Return the aims whose witnesses disagree with a count that is to be shown."""
    row, count = knowledge.sums[at], knowledge.counts[at]
    return [aim for aim, finest in witnesses.items() if row @ finest != count]


def _again(knowledge: Knowledge, is_hidden: Flags, aims: list[Aim]) -> Witnesses | None:
    """Return witnesses for aims given what is shown, or None where one cannot be reached."""
    found: Witnesses = {}
    point = start(people(knowledge), knowledge.sums, ~is_hidden)
    for aim in aims:
        if aim in found:
            continue
        point = _toward(knowledge, point, aim)
        reached = _reached(knowledge, point.finest)
        if aim not in reached:
            return None
        found.update(dict.fromkeys((other for other in reached if other in aims), point.finest))
    return found


def _toward(knowledge: Knowledge, point: Point, aim: Aim) -> Point:
    """Walk to an aim, or as near to it as what is shown allows."""
    return walk(point, knowledge.sums[aim[0]], aim[1], SMALLEST_SMALL if aim[1] == 1 else ENOUGH)
