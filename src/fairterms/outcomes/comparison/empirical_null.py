"""What chance looks like among these providers, judged by the middle of them.

Patients differ in ways no covariate tells, so that even equal providers' z-scores spread wider than
the theory's. The middle half of the providers shows how much; the rest are judged against that.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.cells import Floats
from fairterms.units.refusal import Refusal

QUARTILE_RANGE = 1.3489795003921634
"""The distance between the quartiles of a standard normal distribution."""

FEWEST_PROVIDERS = 8
"""Fewer do not show a spread worth trusting; a choice of ours, not a source's."""


@dataclass(frozen=True)
class EmpiricalNull:
    """The normal distribution of providers taken to differ by chance alone.

    Attributes
    ----------
    centre, spread
        Mean and standard deviation, in z-scores; 0 and 1 by theory.
    """

    centre: float
    spread: float

    def judge(self, scores: npt.ArrayLike) -> Floats:
        """Return z-scores measured against this distribution, shape (J,)."""
        return np.asarray((np.asarray(scores, dtype=np.float64) - self.centre) / self.spread)


def fit(scores: npt.ArrayLike) -> EmpiricalNull:
    """Return the empirical null from all providers' z-scores, shape (J,).

    Notes
    -----
    Centre: the median. Spread: the distance between the quartiles over 1.349, and at least 1, since
    less than chance cannot be believed. Up to a quarter of outlying providers on either side do not
    move it.

    Sources
    -------
    B. Efron, Large-scale simultaneous hypothesis testing: the choice of a null hypothesis, JASA
    99:96-104, 2004, for the idea; the quartile estimate is the simplest of several.

    Examples
    --------
    >>> fit([-4, -2, -1.2, -0.5, 0, 0.5, 1.2, 2, 9])
    EmpiricalNull(centre=0.0, spread=1.779...)
    """
    values = np.asarray(scores, dtype=np.float64)
    if len(values) < FEWEST_PROVIDERS:
        raise Refusal(
            "empirical null",
            f"{len(values)} providers",
            f"fewer than {FEWEST_PROVIDERS} do not show what is usual",
            "judge by the theoretical distribution, and say so",
        )
    low, middle, high = np.quantile(values, [0.25, 0.5, 0.75])
    return EmpiricalNull(float(middle), max(1.0, float(high - low) / QUARTILE_RANGE))
