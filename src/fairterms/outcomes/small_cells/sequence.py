"""Reports one after another: what the second tells about the people of the first.

Two reports of a running year, each harmless, give the people who came between by subtraction.
"""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.small_cells.attack import Exposure
from fairterms.outcomes.small_cells.suppression import Hiding, Protected, hide
from fairterms.outcomes.small_cells.system import System
from fairterms.outcomes.small_cells.table import Table
from fairterms.units.refusal import Refusal


def exposures_between(first: Protected, second: Protected) -> tuple[Exposure, ...]:
    """Return every small count that the two reports together tell too much about.

    Parameters
    ----------
    first, second
        Reports of the same groups; everybody counted in the first is counted in the same place of
        the second, as in a running year.

    Returns
    -------
    tuple of Exposure
        Counts of either report, and of the people who came between; empty where both are safe.

    Raises
    ------
    Refusal
        Where the tables have other groups, or people of the first are gone.

    Examples
    --------
    >>> from fairterms.outcomes.small_cells.suppression import protect
    >>> half = protect(Table("visits", ("a", "b"), (), np.array([40, 52])))
    >>> year = protect(Table("visits", ("a", "b"), (), np.array([43, 90])))
    >>> [(found.name, found.low) for found in exposures_between(half, year)]
    [('between: visits: a', 3)]
    """
    system = _stack(first, second.table)
    n = len(first.hiding.is_hidden)
    is_hidden = np.concatenate(
        [first.hiding.is_hidden, second.hiding.is_hidden, np.ones(n, np.bool_)]
    )
    return Hiding(system, is_hidden, first.hiding.marks).exposures()


def protect_after(first: Protected, table: Table) -> Protected:
    """Hide what a later report would tell, now that the first one is out.

    Parameters
    ----------
    first
        The report already released.
    table
        The later counts of the same groups, those of the first among them.

    Raises
    ------
    Refusal
        Where the tables do not match, or no choice is safe.

    Examples
    --------
    >>> from fairterms.outcomes.small_cells.audience import Audience
    >>> from fairterms.outcomes.small_cells.suppression import protect
    >>> half = protect(Table("visits", ("a", "b"), (), np.array([40, 52])))
    >>> year = Table("visits", ("a", "b"), (), np.array([43, 90]))
    >>> [row[0] for row in protect_after(half, year).grid(Audience.OUTSIDE)]
    ['not shown', 'not shown', '133']
    """
    system = _stack(first, table)
    before = first.hiding.is_hidden
    n = len(before)
    rest = np.zeros(2 * n, np.bool_)
    found = hide(
        system,
        first.hiding.marks,
        np.concatenate([~before, rest]),
        np.concatenate([before, rest]),
    )
    return Protected(table, Hiding(table.system(), found.is_hidden[n : 2 * n], first.hiding.marks))


def _stack(first: Protected, second: Table) -> System:
    """Return the counts of the first, of the second, and of the people between, tied together."""
    if (first.table.rows, first.table.columns) != (second.rows, second.columns):
        raise Refusal(
            second.title,
            "the two reports have other groups",
            "what they tell together can be worked out only for the same groups",
            "give both reports the same groups, or ask that they never count the same people",
        )
    one, two = first.table.system(), second.system()
    gained = two.counts - one.counts
    if (gained < 0).any():
        raise Refusal(
            second.title,
            "the later report counts fewer people in a group than the first",
            "the reports of a running year only grow; here people moved or were corrected",
            "compare them as two separate years, or correct and re-issue the first",
        )
    n = len(gained)
    unit = np.eye(n, dtype=np.int64)
    nothing = np.zeros_like(one.sums)
    return System(
        (
            *(f"first: {name}" for name in one.names),
            *(f"second: {name}" for name in two.names),
            *(f"between: {name}" for name in two.names),
        ),
        np.concatenate([one.counts, two.counts, gained]),
        np.block([[one.sums, nothing, nothing], [nothing, two.sums, nothing], [unit, -unit, unit]]),
        np.concatenate([one.weights, two.weights, one.weights]),
        np.repeat(np.array([False, False, True]), n),
    )
