"""Value choice: the best values of one attribute, the other attributes as they are.

For a given θ a value belongs exactly if its own curve is above the penalty. Each concave curve is
above it on one stretch of θ, so between the ends of the stretches the choice does not change: two
sets more than twice the number of values need a look, not all subsets.
"""

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.exceptions.score_curve import (
    GRID,
    LONGEST,
    POLISHING_STEPS,
    Floats,
    basis,
    grid_heights,
    peaks,
    slopes,
)

Booleans = npt.NDArray[np.bool_]


def choose_values(curves: Floats, penalty: float) -> tuple[Booleans, Floats]:
    """Choose the values of an attribute, for several searches at once.

    Parameters
    ----------
    curves
        The score curve of each value's patients, shape (R, m, TERMS): R searches, m values.
    penalty
        What each value named costs; taking all of them names none and costs nothing.

    Returns
    -------
    tuple
        Whether each value is in, shape (R, m), at least one of them; and the score less the
        penalty of this attribute, shape (R,).

    Notes
    -----
    Exact: max over V and θ of Σ_{v∈V}(f_v(θ) − penalty), against max over θ of Σ f_v(θ). The sets
    tried are those between neighbouring ends of stretches, each value alone, and all.

    Sources
    -------
    Zhang and Neill, multi-dimensional subset scan (MDSS), for the score.
    """
    sets = _sets(curves, penalty)
    sums = sets.astype(np.float64) @ curves
    _, height = peaks(sums, grid_heights(sums))
    named = sets.sum(axis=-1)
    is_all = named == curves.shape[1]
    score = np.where(named == 0, -np.inf, height - penalty * np.where(is_all, 0, named))
    # Of equals the larger set, by the order of the candidates: all values stand first.
    best = np.argmax(score, axis=1)
    rows = np.arange(len(curves))
    return sets[rows, best], np.asarray(score[rows, best], dtype=np.float64)


def _sets(curves: Floats, penalty: float) -> Booleans:
    """Return the sets that can be best, shape (R, 3m + 2, m)."""
    searches, values, _ = curves.shape
    ends = np.sort(_ends(curves, penalty).reshape(searches, 2 * values), axis=1)
    edges = np.pad(ends, ((0, 0), (1, 0)))
    edges = np.concatenate([edges, np.full((searches, 1), LONGEST)], axis=1)
    middles = (edges[:, 1:] + edges[:, :-1]) / 2
    levels = np.einsum("rvk,rsk->rsv", curves, basis(middles))
    single = np.broadcast_to(np.eye(values, dtype=np.bool_), (searches, values, values))
    whole = np.ones((searches, 1, values), dtype=np.bool_)
    return np.concatenate([whole, levels > penalty, single], axis=1)


def _ends(curves: Floats, penalty: float) -> Floats:
    """Return where each curve rises above the penalty and falls below it, shape (R, m, 2).

    Both are 0 where it never does. Newton's steps from outside the stretch stay outside: the
    curve is concave.
    """
    on_grid = grid_heights(curves)
    peak, height = peaks(curves, on_grid)
    is_above = height > penalty
    is_left = (on_grid <= penalty) & (peak[..., None] >= GRID)
    left = GRID[np.where(is_left, np.arange(len(GRID)), 0).max(axis=-1)]
    is_right = (on_grid <= penalty) & (peak[..., None] <= GRID)
    last = len(GRID) - 1
    right = GRID[np.where(is_right, np.arange(len(GRID)), last).min(axis=-1)]
    ends = np.stack([left, right], axis=-1)
    rates = slopes(curves)
    for _ in range(POLISHING_STEPS):
        at = basis(ends)
        excess, slope = (np.einsum("rvk,rvek->rve", each, at) for each in (curves, rates))
        excess -= penalty
        is_outside = (excess < 0) & (np.abs(slope) > 1e-9)
        move = np.where(is_outside, excess / np.where(is_outside, slope, 1), 0)
        ends = np.clip(ends - move, 0, LONGEST)
    return np.where(is_above[..., None], ends, 0.0)
