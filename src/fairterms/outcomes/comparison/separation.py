"""Separation: a covariate that settles some patients' outcomes, so that no finite coefficient fits.

If, say, all patients of one kind reach the outcome, the likelihood rises for ever as that kind's
coefficient grows. It shows in Newton's steps: however little they still gain, they go on moving
those patients' predictors by about one logit each.
"""

from collections.abc import Sequence

import numpy as np

from fairterms.outcomes.comparison.cells import Floats
from fairterms.units.refusal import Refusal

SMALL_MOVE = 0.01
"""A predictor that moves by less than this share of itself is at rest."""

LATE_STEPS = 4
"""Steps that gain nothing but still move predictors: after so many it is separation. A fit with a
top comes to rest in one or two, since each step's error is the square of the last."""


class Watch:
    """Tells, step by step, whether a search by Newton is at rest, goes on, or runs off.

    Attributes
    ----------
    names
        What the coefficients are called.
    late
        Steps so far that gained nothing but still moved predictors.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.late = 0

    def is_at_rest(self, predictor: Floats, move: Floats, step: Floats) -> bool:
        """Return whether a step that gains nothing was the last; refuse a search that runs off.

        Parameters
        ----------
        predictor, move
            xβ of each cell, and by how much the step moves it, in logits, shapes (m,).
        step
            Of the coefficients, shape (p,).
        """
        if np.all(np.abs(move) <= SMALL_MOVE * (1 + np.abs(predictor))):
            return True
        self.late += 1
        if self.late > LATE_STEPS:
            raise separated(self.names, step)
        return False


def solve(curvature: Floats, slope: Floats, names: Sequence[str]) -> Floats:
    """Return Newton's step, shape (p,), or refuse where some direction carries no information."""
    try:
        return np.asarray(np.linalg.solve(curvature, slope), dtype=np.float64)
    except np.linalg.LinAlgError:
        raise separated(names, np.linalg.eigh(curvature)[1][:, 0]) from None


def factor(curvature: Floats, names: Sequence[str]) -> Floats:
    """Return the Cholesky factor, shape (p, p), or refuse as :func:`solve`."""
    try:
        return np.asarray(np.linalg.cholesky(curvature), dtype=np.float64)
    except np.linalg.LinAlgError:
        raise separated(names, np.linalg.eigh(curvature)[1][:, 0]) from None


def separated(names: Sequence[str], step: Floats) -> Refusal:
    """Return the refusal that names the covariates which still move."""
    moving = np.abs(step) * [name != "intercept" for name in names]
    told = [n for n, part in zip(names, moving, strict=True) if part >= 0.5 * moving.max()]
    return Refusal(
        "covariates",
        f"some patients' outcomes follow for certain from {', '.join(told)}",
        "no finite coefficient describes that, and comparisons would hang on a few patients",
        "leave it out, or join it with a wider group of patients",
    )


def unsettled(steps: int) -> Refusal:
    """Return the refusal of a search that did not come to rest."""
    return Refusal(
        "fit",
        f"it did not settle in {steps} steps",
        "figures from an unfinished fit would not be reproduced by anyone",
        "bring covariates with a few huge values to another scale, such as logarithms",
    )
