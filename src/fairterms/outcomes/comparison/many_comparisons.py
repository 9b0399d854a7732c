"""Many comparisons: of enough gaps some look large by chance alone.

The false discovery rate is the share of false ones among those called large.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats, floats


def q_values(p_values: npt.ArrayLike, *, whatever_dependence: bool = False) -> Floats:
    """Give for each p-value the smallest false discovery rate at which it would be called.

    Parameters
    ----------
    p_values
        0 to 1, shape (m,); NaN where nothing was tested, which stays NaN and is not counted.
    whatever_dependence
        Whether the rate must hold however the tests hang together; multiplies by 1 + 1/2 + … + 1/m.
        Without it the tests must be independent, or rise and fall together.

    Returns
    -------
    Floats
        q, shape (m,).

    Notes
    -----
    The step-up rule of Benjamini and Hochberg: with p sorted upwards, q(i) is the least of m·p(k)/k
    over k ≥ i; the factor is that of Benjamini and Yekutieli.

    Examples
    --------
    >>> q_values([0.01, 0.04, 0.03, 0.5]).round(3).tolist()
    [0.04, 0.053, 0.053, 0.5]
    """
    p = floats(p_values)
    tested = np.flatnonzero(~np.isnan(p))
    found = np.full(p.shape, np.nan)
    if not len(tested):
        return found
    order = tested[np.argsort(p[tested], kind="stable")]
    ranks = np.arange(1, len(order) + 1)
    factor = float((1 / ranks).sum()) if whatever_dependence else 1.0
    raised = p[order] * len(order) * factor / ranks
    found[order] = np.minimum(1.0, np.minimum.accumulate(raised[::-1])[::-1])
    return found
