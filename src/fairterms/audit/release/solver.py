"""Whole numbers of people that obey what is known, or the answer that there are none."""

from __future__ import annotations

import numpy as np
from scipy import optimize  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.small_cells.system import Floats, Whole

NEARLY = 1e-6
"""How far from whole an answer of the solver may lie by rounding."""

IMPOSSIBLE = 2
"""What the solver answers where no numbers obey."""


def cheapest(price: Floats, rows: Whole, low: Floats, high: Floats) -> Whole | None:
    """Return the cheapest whole numbers, 0 or more, whose sums lie within limits.

    Parameters
    ----------
    price
        Of one more of each, shape (n,).
    rows
        Which numbers each sum adds, shape (m, n).
    low, high
        Limits of each sum, shape (m,).

    Returns
    -------
    array of int or None
        Shape (n,); None where no numbers obey.

    Notes
    -----
    Linear programming first: the sums of one table are those of a network, so its answers are
    whole. Where they are not, as in tables tied together, the question is asked again in whole
    numbers. The answer is checked here against every limit, so it is a witness.

    Examples
    --------
    >>> both = np.array([[1, 1]])
    >>> cheapest(np.array([1.0, 2.0]), both, np.array([7.0]), np.array([7.0]))
    array([7, 0])
    >>> cheapest(np.array([1.0, 2.0]), both, np.array([-2.0]), np.array([-1.0])) is None
    True
    """
    for integrality in (0, 1):
        solved = optimize.milp(
            price,
            integrality=np.full(len(price), integrality),
            constraints=optimize.LinearConstraint(rows, low, high),
        )
        if solved.status == IMPOSSIBLE:
            return None
        assert solved.status == 0, f"the solver stopped: {solved.message}"
        whole: Whole = np.rint(solved.x).astype(np.int64)
        sums = rows @ whole
        if np.abs(solved.x - whole).max() < NEARLY and ((low <= sums) & (sums <= high)).all():
            return whole
    raise AssertionError("whole numbers were asked for")
