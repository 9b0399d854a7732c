"""The law of a year's total cost on a grid of dollars."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.fft import irfft, next_fast_len, rfft  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.exact_total.cost_law import FloatArray


@dataclass(frozen=True, eq=False)
class TotalLaw:
    """The chance of every total, on equal steps of dollars.

    Attributes
    ----------
    step_dollars
        Distance between two grid points, in dollars.
    chance
        Chance of each grid point, float64 of shape (points,); they add up to 1.
    first
        Which multiple of the step the first point is; points before it have no chance to speak of.

    Examples
    --------
    >>> law = TotalLaw(100.0, np.array([0.25, 0.5, 0.25]), first=10)
    >>> law.mean, law.quantile(0.5), float(law.cdf(1_050))
    (1100.0, 1100.0, 0.25)
    """

    step_dollars: float
    chance: FloatArray
    first: int = 0

    def __post_init__(self) -> None:
        """Hold what a law must hold."""
        assert self.step_dollars > 0, "a grid rises"
        assert self.first >= 0, "a cost is never below zero"
        assert self.chance.min() >= 0, "a chance below zero"
        assert abs(self.chance.sum() - 1) < 1e-9, "chances add up to 1"

    @cached_property
    def dollars(self) -> FloatArray:
        """The grid points, in dollars, shape (points,)."""
        return np.asarray((self.first + np.arange(len(self.chance))) * self.step_dollars)

    @cached_property
    def mean(self) -> float:
        """Expected total, in dollars."""
        return self.expect(self.dollars)

    @cached_property
    def sd(self) -> float:
        """Standard deviation of the total, in dollars."""
        return math.sqrt(self.expect((self.dollars - self.mean) ** 2))

    def expect(self, values: FloatArray) -> float:
        """Return the expectation of something known at every grid point.

        Parameters
        ----------
        values
            Shape (points,), one for each of :attr:`dollars`.
        """
        assert values.shape == self.chance.shape, "one value for each grid point"
        return float(self.chance @ values)

    def cdf(self, dollars: FloatArray | float) -> FloatArray:
        """Return the chance that the total is at most so many dollars; same shape.

        The total is a multiple of the step here: between two points the answer is off by up to
        half a step's chance.
        """
        # A point written in dollars may differ from the grid's in its last binary digit.
        place = np.floor(np.asarray(dollars) / self.step_dollars + 1e-9) - self.first
        found = self._up_to[np.clip(place, 0, len(self.chance) - 1).astype(np.int64)]
        return np.asarray(np.where(place < 0, 0.0, found))

    def quantile(self, chance: float) -> float:
        """Return the least total that is not passed with at least this chance, in dollars."""
        assert 0 < chance < 1, "a chance between 0 and 1"
        return float(self.dollars[int(np.searchsorted(self._up_to, chance))])

    @cached_property
    def _up_to(self) -> FloatArray:
        found = np.cumsum(self.chance)
        # Round-off must not leave a quantile beyond the last point.
        found[-1] = 1.0
        return np.asarray(np.minimum(found, 1.0))


def mixed(laws: Sequence[TotalLaw], weights: Sequence[float] | FloatArray) -> TotalLaw:
    """Return the law of a total that follows one of several laws, one chosen for the whole year.

    Parameters
    ----------
    laws
        At least one, all on the same step.
    weights
        The chance of each; they add up to 1.

    Examples
    --------
    >>> cheap, dear = TotalLaw(1.0, np.ones(1), first=2), TotalLaw(1.0, np.ones(1), first=6)
    >>> mixed([cheap, dear], [0.75, 0.25]).mean
    3.0
    """
    step = _common_step(laws)
    assert len(laws) == len(weights), "one weight for each law"
    assert abs(sum(weights) - 1) < 1e-9, "weights add up to 1"
    first = min(law.first for law in laws)
    chance = np.zeros(max(law.first + len(law.chance) for law in laws) - first)
    for law, weight in zip(laws, weights, strict=True):
        at = law.first - first
        chance[at : at + len(law.chance)] += weight * law.chance
    return TotalLaw(step, chance / chance.sum(), first)


def added(laws: Sequence[TotalLaw]) -> TotalLaw:
    """Return the law of a sum of independent totals, such as those of several strata.

    Parameters
    ----------
    laws
        At least one, all on the same step. They are independent given the year: mix over what the
        whole year brings only after adding.

    Examples
    --------
    >>> coin = TotalLaw(1.0, np.array([0.5, 0.5]))
    >>> [round(float(chance), 2) for chance in added([coin, coin]).chance]
    [0.25, 0.5, 0.25]
    """
    step, total = _common_step(laws), laws[0]
    for law in laws[1:]:
        points = len(total.chance) + len(law.chance) - 1
        length = next_fast_len(points, real=True)
        waves = rfft(total.chance, length) * rfft(law.chance, length)
        chance = np.maximum(irfft(waves, length)[:points], 0)
        total = TotalLaw(step, chance / chance.sum(), total.first + law.first)
    return total


def _common_step(laws: Sequence[TotalLaw]) -> float:
    assert laws, "at least one law"
    steps = {law.step_dollars for law in laws}
    assert len(steps) == 1, f"laws on different steps do not meet: {sorted(steps)}"
    return steps.pop()
