"""Packages: three different contracts of equal worth to us, to be offered at once.

Three packages that are worth the same to us let the other side choose, and its choice shows what
matters to it. After an agreement, look whether another outcome suits both better.
"""

import numpy as np

from fairterms.negotiate.bargain.frontier import frontier
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.simulate.years import FloatArray, IntArray

NEAR = 0.02
"""Packages are of equal worth when they differ by at most this share of the range of our worths;
our choice."""

HOW_MANY = 3


def equal_packages(
    space: OutcomeSpace, group: FloatArray, plan: FloatArray, target: float
) -> tuple[int, ...]:
    """Choose packages of equal worth to us, as good for the plan and as different as they come.

    Parameters
    ----------
    space
        The outcomes.
    group, plan
        What each is worth, shape (outcomes,), dollars a year.
    target
        What each package should be worth to the group, dollars a year.

    Returns
    -------
    tuple of int
        Up to three outcomes: first the best for the plan, then those that differ from the ones
        before in most issues and, of these, the best for the plan. Fewer where there are no more.
    """
    width = NEAR * float(group.max() - group.min())
    near = np.flatnonzero(np.abs(group - target) <= width)
    if not len(near):
        return ()
    digits = space.digits(near)
    chosen = [int(np.argmax(plan[near]))]
    while len(chosen) < HOW_MANY:
        differ = np.min([(digits != digits[one]).sum(axis=1) for one in chosen], axis=0)
        # Packages worse for the plan than the worse half of equal ones are no offer.
        fair = plan[near] >= np.median(plan[near])
        score = np.where(fair, differ, -1)
        best = np.flatnonzero(score == score.max())
        if score.max() <= 0:
            break
        chosen.append(int(best[np.argmax(plan[near][best])]))
    return tuple(int(near[one]) for one in chosen)


def better_for_both(group: FloatArray, plan: FloatArray, agreed: int) -> IntArray:
    """Return frontier outcomes no worse for either side than the agreed one, and better for one.

    Parameters
    ----------
    group, plan
        What each outcome is worth, shape (outcomes,).
    agreed
        The number of the agreed outcome.

    Examples
    --------
    >>> better_for_both(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 0.0]), 0).tolist()
    [1]
    """
    ours, theirs = group[agreed], plan[agreed]
    found = np.flatnonzero((group >= ours) & (plan >= theirs))
    found = found[(group[found] > ours) | (plan[found] > theirs)]
    return np.asarray(found[frontier(group[found], plan[found])], dtype=np.int64)
