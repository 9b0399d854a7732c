"""The Pareto frontier: outcomes that nothing else beats for one side without hurting the other."""

import numpy as np

from fairterms.simulate.years import FloatArray, IntArray


def frontier(group: FloatArray, plan: FloatArray) -> IntArray:
    """Find the outcomes on the Pareto frontier.

    Parameters
    ----------
    group, plan
        What each outcome is worth to the group and to the plan, shape (outcomes,), each in a unit
        of its own; equal numbers count as equal, so round them to what matters first.

    Returns
    -------
    Array
        Positions of the outcomes, best for the group first; outcomes of equal worth to both
        sides are all listed, the lowest position first.

    Notes
    -----
    An outcome is off the frontier when another is at least as good for both and better for one.
    Sorted by the group's worth from high to low, an outcome stays when it is worth more to the
    plan than every outcome that is worth more to the group, and the most of those worth the same
    to the group.

    Examples
    --------
    >>> frontier(np.array([3.0, 2.0, 2.0, 1.0]), np.array([1.0, 2.0, 1.5, 2.0])).tolist()
    [0, 1]
    """
    assert group.shape == plan.shape, "both sides weigh the same outcomes"
    if not len(group):
        return np.zeros(0, dtype=np.int64)
    near = _not_clearly_beaten(group, plan)
    # The last key sorts first: the group's worth, then the plan's, then the position.
    order = near[np.lexsort((near, -plan[near], -group[near]))]
    u, w = group[order], plan[order]
    highest = np.maximum.accumulate(w)
    rises = np.empty(len(w), dtype=bool)
    rises[0] = True
    rises[1:] = w[1:] > highest[:-1]
    # An equal of the outcome before it stands or falls with it.
    starts = np.empty(len(w), dtype=bool)
    starts[0] = True
    starts[1:] = (u[1:] != u[:-1]) | (w[1:] != w[:-1])
    stays = rises[starts][np.cumsum(starts) - 1]
    return np.asarray(order[stays], dtype=np.int64)


def _not_clearly_beaten(group: FloatArray, plan: FloatArray) -> IntArray:
    """Return positions that a few good outcomes do not beat: sorting the rest would take longest.

    Outcomes beaten here are beaten for good, so the frontier is the same.
    """
    stays = np.ones(len(group), dtype=bool)
    for weight in (0.5, 0.2, 0.8):
        best = int(np.argmax(weight * _scaled(group) + (1 - weight) * _scaled(plan)))
        stays &= (group >= group[best]) | (plan >= plan[best])
        # One that equals it for one side and is worse for the other is left to the sort.
    return np.flatnonzero(stays)


def _scaled(worth: FloatArray) -> FloatArray:
    low, high = float(worth.min()), float(worth.max())
    return (worth - low) / (high - low) if high > low else np.zeros(len(worth))
