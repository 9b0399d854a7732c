"""First and total effects of drivers on a figure, from runs in which one driver is exchanged.

Notes
-----
A and B are independent samples of all drivers; AB_i is A with driver i taken from B. With f at each
and V the variance of f over A and B together:

- first effect S_i = mean(f(B) × (f(AB_i) − f(A))) / V (Saltelli's estimator; f less its mean), the
  share of the variance that would go if driver i were known and all others were not;
- total effect T_i = ½ mean((f(A) − f(AB_i))²) / V (Jansen's estimator), the share that would remain
  if all others were known.

A driver that moves nothing has exactly 0 of both. The drivers are taken to be independent of each
other. The points are scrambled quasi-random ones in several independent blocks, and the error comes
from leaving out one block at a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.simulate.results.estimate import Estimate, block_parts
from fairterms.simulate.years import FloatArray, IntArray

Share = Callable[[FloatArray, FloatArray, FloatArray], float]
"""From the figure on A, on B and on one AB_i, shape (points,), to a fraction of the variance."""


@dataclass(frozen=True)
class Effects:
    """How much of a figure's variance one driver brings.

    Attributes
    ----------
    first
        By itself; a fraction of the variance.
    total
        With everything it does together with others; a fraction of the variance.
    """

    first: Estimate
    total: Estimate


@dataclass(frozen=True)
class Runs:
    """The figure on all samples; all arrays of shape (points,).

    Attributes
    ----------
    a, b
        On A and on B.
    exchanged
        On AB_i, one array a driver.
    blocks
        The independent scrambling of each point.
    """

    a: FloatArray
    b: FloatArray
    exchanged: Sequence[FloatArray]
    blocks: IntArray


def effects(runs: Runs) -> tuple[Effects, ...]:
    """Return the effects of every driver, in the order of the runs; all 0 where nothing varies."""
    return tuple(
        Effects(_estimated(_first, runs, ab), _estimated(_total, runs, ab)) for ab in runs.exchanged
    )


def variance(runs: Runs) -> float:
    """Return the variance of the figure, in its unit squared."""
    return _variance(runs.a, runs.b)


def _variance(a: FloatArray, b: FloatArray) -> float:
    return float(np.var(np.concatenate([a, b]), ddof=1))


def _first(a: FloatArray, b: FloatArray, ab: FloatArray) -> float:
    whole, middle = _variance(a, b), float(np.mean(np.concatenate([a, b])))
    return float(np.mean((b - middle) * (ab - a))) / whole if whole else 0.0


def _total(a: FloatArray, b: FloatArray, ab: FloatArray) -> float:
    whole = _variance(a, b)
    return float(np.mean((a - ab) ** 2)) / 2 / whole if whole else 0.0


def _estimated(share: Share, runs: Runs, exchanged: FloatArray) -> Estimate:
    """Return a share with the error of leaving out one block at a time."""

    def of(points: IntArray) -> float:
        return share(runs.a[points], runs.b[points], exchanged[points])

    everything = np.arange(len(runs.blocks))
    groups = block_parts(runs.blocks)
    without = np.array([of(np.setdiff1d(everything, group)) for group in groups])
    error = np.sqrt((len(groups) - 1) * float(np.var(without)))
    return Estimate(of(everything), float(error), len(groups))
