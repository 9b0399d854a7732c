"""First and total effects of drivers on a figure, from runs in which one driver is exchanged.

Notes
-----
A and B are independent samples of all drivers; AB_i is A with driver i taken from B. With f at each
and V the variance of f over A and B together:

- first effect S_i = (V − ½ mean((f(B) − f(AB_i))²)) / V, the share of the variance that would go
  if driver i were known and all others were not;
- total effect T_i = ½ mean((f(A) − f(AB_i))²) / V, the share that would remain if all others were
  known.

Both are Jansen's estimators. The drivers are taken to be independent of each other. The points are
scrambled quasi-random ones in several independent blocks, and the error comes from leaving out one
block at a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.simulate.results.estimate import Estimate, block_parts
from fairterms.simulate.years import FloatArray, IntArray


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
    a, b = runs.a, runs.b
    return tuple(
        Effects(
            _estimated(
                lambda at, ab=ab: _first(a[at], b[at], ab[at]),
                runs.blocks,
            ),
            _estimated(
                lambda at, ab=ab: _total(a[at], b[at], ab[at]),
                runs.blocks,
            ),
        )
        for ab in runs.exchanged
    )


def variance(runs: Runs) -> float:
    """Return the variance of the figure, in its unit squared."""
    return _variance(runs.a, runs.b)


def _variance(a: FloatArray, b: FloatArray) -> float:
    return float(np.var(np.concatenate([a, b]), ddof=1))


def _first(a: FloatArray, b: FloatArray, ab: FloatArray) -> float:
    whole = _variance(a, b)
    return (whole - float(np.mean((b - ab) ** 2)) / 2) / whole if whole else 0.0


def _total(a: FloatArray, b: FloatArray, ab: FloatArray) -> float:
    whole = _variance(a, b)
    return float(np.mean((a - ab) ** 2)) / 2 / whole if whole else 0.0


def _estimated(share: Callable[[IntArray], float], blocks: IntArray) -> Estimate:
    """Return a share with the error of leaving out one block at a time."""
    groups = block_parts(blocks)
    everything = np.arange(len(blocks))
    without = np.array([share(np.setdiff1d(everything, group)) for group in groups])
    number = len(groups)
    error = np.sqrt((number - 1) * float(np.var(without)))
    return Estimate(share(everything), float(error), number)
