"""An uncertain probability: a beta distribution that fits what somebody is 90 % sure of."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

FloatArray = npt.NDArray[np.float64]

LOWER, UPPER = 0.05, 0.95
"""The ends of a 90 % interval."""

_STEPS = 70
_EXACT = 1e-15
_WIDEST_LOGIT = 30.0
_LOG_WEIGHTS = -6.0, 26.0
_FIT = 1e-6


@dataclass(frozen=True)
class Beta:
    """A probability that is not known exactly.

    Attributes
    ----------
    alpha, beta
        The two shapes; their sum is the weight of evidence, as if so many cases had been seen.
    """

    alpha: float
    beta: float

    def __post_init__(self) -> None:
        assert min(self.alpha, self.beta) > 0, "both shapes of a beta are above 0"

    @classmethod
    def from_interval(cls, low: float, high: float) -> "Beta":
        """Fit the distribution to a 90 % interval.

        Parameters
        ----------
        low, high
            The probability is below ``low`` with chance 5 %, above ``high`` with chance 5 %.

        Returns
        -------
        Beta
            Whose 5 % and 95 % points are the two ends.

        Raises
        ------
        ValueError
            When the ends are not 0 < low < high < 1, or when nothing fits them.

        Examples
        --------
        >>> fitted = Beta.from_interval(0.1, 0.4)
        >>> [round(float(end), 6) for end in fitted.quantile([0.05, 0.95])]
        [0.1, 0.4]
        """
        if not 0 < low < high < 1:
            raise ValueError(
                f"the range {low:.6g} to {high:.6g} is not a range of probabilities: both ends lie "
                "between 0 and 1, and the first is the smaller one"
            )

        def at_weight(log_weight: float) -> "Beta":
            weight = exp(log_weight)
            logit = _root(
                lambda at: LOWER - _below(low, _of_mean(at, weight)), -_WIDEST_LOGIT, _WIDEST_LOGIT
            )
            return _of_mean(logit, weight)

        # The heavier the evidence, the narrower: the upper point comes down to the one given.
        log_weight = _root(lambda at: _below(high, at_weight(at)) - UPPER, *_LOG_WEIGHTS)
        fitted = at_weight(log_weight)
        missed = max(abs(_below(low, fitted) - LOWER), abs(_below(high, fitted) - UPPER))
        if missed > _FIT:
            raise ValueError(
                f"the range {low:.6g} to {high:.6g} is too wide, or too narrow, for a probability: "
                "give ends that you are 90 % sure of"
            )
        return fitted

    @property
    def mean(self) -> float:
        """The probability to expect, 0 to 1."""
        return self.alpha / (self.alpha + self.beta)

    def with_mean(self, mean: float) -> "Beta":
        """Return the probability moved to another mean, with the same weight of evidence."""
        weight = self.alpha + self.beta
        return Beta(mean * weight, (1 - mean) * weight)

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the values it stays below with given probabilities, the same shape."""
        return np.asarray(
            special.betaincinv(self.alpha, self.beta, np.asarray(probability, dtype=np.float64)),
            dtype=np.float64,
        )


def _of_mean(logit: float, weight: float) -> Beta:
    alpha, beta = special.expit(logit) * weight, special.expit(-logit) * weight
    return Beta(float(alpha), float(beta))


def _below(value: float, chance: Beta) -> float:
    return float(special.betainc(chance.alpha, chance.beta, value))


def _root(rising: Callable[[float], float], low: float, high: float) -> float:
    """Return where a rising function crosses 0, or the end that comes nearest to it.

    Notes
    -----
    Ridders' method: each step halves the bracket at least, and near the crossing does far more.
    """
    below, above = rising(low), rising(high)
    if below >= 0 or above <= 0:
        return low if below >= 0 else high
    found = low
    for _ in range(_STEPS):
        middle = (low + high) / 2
        at_middle = rising(middle)
        last = found
        found = middle - (middle - low) * at_middle / sqrt(at_middle**2 - below * above)
        for at, value in ((middle, at_middle), (found, rising(found))):
            if value < 0 and at > low:
                low, below = at, value
            elif value >= 0 and at < high:
                high, above = at, value
        if above == 0 or min(high - low, abs(found - last)) <= _EXACT * (1 + abs(found)):
            return high if above == 0 else found
    return found
