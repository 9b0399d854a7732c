"""Laws of one patient's cost for the tests: a list of amounts, and a lognormal written plainly."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.exact_total.cost_law import FloatArray

PATIENTS, STOP_LOSS = 3_000, 10_000.0
TRUE_MEAN, TRUE_SD, TRUE_OWES = 5_186_169.0, 108_953.0, 0.1704
"""The reference benchmark: 3,000 patients with a stop-loss of $10,000 each."""


@dataclass(frozen=True)
class Listed:
    """A few amounts in dollars, each with its chance."""

    amounts: tuple[float, ...]
    chances: tuple[float, ...]

    @property
    def mean(self) -> float:
        return float(np.dot(self.amounts, self.chances))

    def cdf(self, dollars: FloatArray) -> FloatArray:
        reached = np.array(self.amounts) <= np.asarray(dollars)[:, None]
        return np.asarray(reached @ np.array(self.chances))

    def limited_mean(self, dollars: FloatArray) -> FloatArray:
        limited = np.minimum(self.amounts, np.asarray(dollars)[:, None])
        return np.asarray(limited @ np.array(self.chances))


@dataclass(frozen=True)
class Lognormal:
    """A share without cost; the others lognormal with a coefficient of variation."""

    no_cost: float
    mean: float
    spread: float

    def cdf(self, dollars: FloatArray) -> FloatArray:
        return np.asarray(self.no_cost + (1 - self.no_cost) * ndtr(self._score(dollars)))

    def limited_mean(self, dollars: FloatArray) -> FloatArray:
        score, sigma = self._score(dollars), self._sigma
        above = np.where(dollars > 0, dollars * ndtr(-score), 0.0)
        return np.asarray(self.mean * ndtr(score - sigma) + (1 - self.no_cost) * above)

    @property
    def variance(self) -> float:
        costing = self.mean / (1 - self.no_cost)
        return float(self.mean * costing * (1 + self.spread**2) - self.mean**2)

    @property
    def _sigma(self) -> float:
        return float(np.sqrt(np.log1p(self.spread**2)))

    def _score(self, dollars: FloatArray) -> FloatArray:
        middle = np.log(self.mean / (1 - self.no_cost)) - self._sigma**2 / 2
        with np.errstate(divide="ignore"):
            return np.asarray((np.log(dollars) - middle) / self._sigma)


REFERENCE = Lognormal(no_cost=0.15, mean=1_800.0, spread=1.2)
