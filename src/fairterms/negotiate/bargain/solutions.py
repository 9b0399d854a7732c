"""Fair solutions of a bargain: Nash, Kalai-Smorodinsky and the largest sum."""

from dataclasses import dataclass

import numpy as np

from fairterms.negotiate.bargain.frontier import frontier
from fairterms.simulate.years import FloatArray, IntArray


@dataclass(frozen=True)
class Solutions:
    """Outcomes that a rule of fairness picks; empty where no outcome suits both sides.

    Several outcomes are listed where the rule cannot tell them apart.

    Attributes
    ----------
    nash
        Largest product of both sides' gains over walking away.
    kalai_smorodinsky
        Both sides get the same share of the most they could gain, as nearly as there are outcomes.
    utilitarian
        Largest sum of both sides' worths; it needs both in the same unit.
    feasible
        How many outcomes are no worse than walking away, for both.
    """

    nash: tuple[int, ...]
    kalai_smorodinsky: tuple[int, ...]
    utilitarian: tuple[int, ...]
    feasible: int


def solve(group: FloatArray, plan: FloatArray, leaves: tuple[float, float]) -> Solutions:
    """Find the solutions.

    Parameters
    ----------
    group, plan
        What each outcome is worth, shape (outcomes,), dollars a year.
    leaves
        What walking away is worth to the group and to the plan, dollars a year.

    Notes
    -----
    With u and w the worths and d and e those of walking away, and u*, w* the best *feasible*
    values: Nash maximises (u - d)(w - e); Kalai-Smorodinsky maximises the smaller of
    (u - d)/(u* - d) and (w - e)/(w* - e), and among equals the larger; the sum is u + w. A side
    that can gain nothing at all counts as fully satisfied.

    Sources
    -------
    Nash, The Bargaining Problem, 1950. Kalai and Smorodinsky, Other Solutions to Nash's
    Bargaining Problem, 1975.

    Examples
    --------
    >>> solve(np.array([4.0, 3.0, 1.0]), np.array([0.0, 2.0, 3.0]), (0.0, 0.0)).nash
    (1,)
    """
    d, e = leaves
    suits = np.flatnonzero((group >= d) & (plan >= e))
    if not len(suits):
        return Solutions((), (), (), 0)
    # A frontier outcome of the feasible ones is one of all: what beats a feasible one is feasible.
    on = np.sort(suits[frontier(group[suits], plan[suits])])
    u, w = group[on] - d, plan[on] - e
    ours, theirs = _share(u), _share(w)
    smaller, larger = np.minimum(ours, theirs), np.maximum(ours, theirs)
    fair = smaller == smaller.max()
    return Solutions(
        _best(on, u * w),
        _best(on[fair], larger[fair]),
        _best(on, u + w),
        len(suits),
    )


def _share(gain: FloatArray) -> FloatArray:
    most = float(gain.max())
    return gain / most if most > 0 else np.ones(len(gain))


def _best(outcomes: IntArray, score: FloatArray) -> tuple[int, ...]:
    return tuple(int(one) for one in outcomes[score == score.max()])
