"""How often: a chance of one event a year, or a count of events a year.

A chance is for what happens once in a year at most, by its nature; all else is a count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.loss.beta import Beta
from fairterms.risks.loss.multiplier import checked_multiplier

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

MOST_PER_YEAR = 1_000.0
"""More events a year than this are a running cost, not a risk (our choice)."""

MOST_VARIANCE_RATIO = 100.0
"""Counts that vary more than this are two risks, quiet years and bad ones (our choice)."""

_BEYOND = 2.0**-55
"""A chance smaller than any number that can be drawn."""


@dataclass(frozen=True)
class Chance:
    """One event a year or none.

    Attributes
    ----------
    probability
        Of the event in a year, between 0 and 1; or a ``Beta`` where it is known as a range.

    Raises
    ------
    ValueError
        When the probability is 0, 1 or outside of them.

    Notes
    -----
    In one year an uncertain probability counts exactly as its mean. Its range shows in ``rates``,
    and so in the region a risk covers on a matrix.

    Examples
    --------
    >>> Chance(0.2).times(0.5)
    Chance(probability=0.1)
    >>> Chance(1.0)
    Traceback (most recent call last):
    ...
    ValueError: a probability of 1 is certain: something certain is an issue, not a risk
    """

    probability: float | Beta

    def __post_init__(self) -> None:
        _refuse_certainty(self.mean)

    @classmethod
    def from_interval(cls, low: float, high: float) -> "Chance":
        """Return a chance that lies between ``low`` and ``high`` with 90 % confidence."""
        return cls(Beta.from_interval(low, high))

    @property
    def mean(self) -> float:
        """Events to expect in a year."""
        return self.probability.mean if isinstance(self.probability, Beta) else self.probability

    def times(self, multiplier: float) -> "Chance":
        """Return the chance that is left after a control.

        Parameters
        ----------
        multiplier
            What is left, as a fraction, above 0. An uncertain probability keeps its weight of
            evidence and moves its mean (our choice).

        Raises
        ------
        ValueError
            When nothing is left, or when the event becomes certain.
        """
        mean = self.mean * checked_multiplier(multiplier)
        _refuse_certainty(mean)
        return Chance(
            self.probability.with_mean(mean) if isinstance(self.probability, Beta) else mean
        )

    def counts(self, uniforms: FloatArray) -> IntArray:
        """Count the events of each trial: 0 or 1, by inverse distribution; shape of the input."""
        return (uniforms > 1 - self.mean).astype(np.int64)

    def rates(self, uniforms: FloatArray) -> FloatArray:
        """Draw the probability itself, as far as it is uncertain; shape of the input."""
        if isinstance(self.probability, Beta):
            return self.probability.quantile(uniforms)
        return np.full(uniforms.shape, self.probability)


@dataclass(frozen=True)
class Poisson:
    """Events that come one by one, at a steady rate.

    Attributes
    ----------
    per_year
        Events to expect in a year, above 0.

    Raises
    ------
    ValueError
        When it is 0 or less, or above ``MOST_PER_YEAR``.
    """

    per_year: float

    def __post_init__(self) -> None:
        _refuse_rate(self.per_year)

    @property
    def mean(self) -> float:
        """Events to expect in a year."""
        return self.per_year

    def times(self, multiplier: float) -> "Poisson":
        """Return what is left after a control; ``multiplier`` is a fraction above 0."""
        return Poisson(self.per_year * checked_multiplier(multiplier))

    def counts(self, uniforms: FloatArray) -> IntArray:
        """Count the events of each trial by inverse distribution; shape of the input."""
        return _inverse(_poisson_table(self.per_year), uniforms)

    def rates(self, uniforms: FloatArray) -> FloatArray:
        """Return the rate, which is certain here; shape of the input."""
        return np.full(uniforms.shape, self.per_year)


@dataclass(frozen=True)
class NegativeBinomial:
    """Events that come in clusters: whole years are quiet or bad.

    Attributes
    ----------
    per_year
        Events to expect in a year, above 0.
    variance_ratio
        The variance of the yearly count over its mean, above 1; a Poisson count has 1.

    Raises
    ------
    ValueError
        When one of the two lies outside its bounds.

    Notes
    -----
    The yearly rate is a gamma variable. A control scales it, so that the part of the variance
    beyond a Poisson count shrinks with it.

    Examples
    --------
    >>> NegativeBinomial(4.0, 3.0).times(0.5)
    NegativeBinomial(per_year=2.0, variance_ratio=2.0)
    """

    per_year: float
    variance_ratio: float

    def __post_init__(self) -> None:
        _refuse_rate(self.per_year)
        if not 1 < self.variance_ratio <= MOST_VARIANCE_RATIO:
            raise ValueError(
                f"a variance of {self.variance_ratio:.6g} times the mean does not fit: it must be "
                f"above 1, where a Poisson count would do, and at most {MOST_VARIANCE_RATIO:.0f}"
            )

    @property
    def mean(self) -> float:
        """Events to expect in a year."""
        return self.per_year

    def times(self, multiplier: float) -> "NegativeBinomial":
        """Return what is left after a control; ``multiplier`` is a fraction above 0."""
        left = checked_multiplier(multiplier)
        return NegativeBinomial(self.per_year * left, 1 + left * (self.variance_ratio - 1))

    def counts(self, uniforms: FloatArray) -> IntArray:
        """Count the events of each trial by inverse distribution; shape of the input."""
        return _inverse(_clustered_table(self.per_year, self.variance_ratio), uniforms)

    def rates(self, uniforms: FloatArray) -> FloatArray:
        """Draw the rate of a year, quiet or bad; events per year, shape of the input."""
        excess = self.variance_ratio - 1
        drawn = special.gammaincinv(self.per_year / excess, uniforms)
        return np.asarray(drawn * excess, dtype=np.float64)


Frequency = Chance | Poisson | NegativeBinomial
"""How often something happens in a year."""


def _refuse_certainty(probability: float) -> None:
    if not 0 <= probability <= 1:
        raise ValueError(
            f"a probability of {probability:.6g} is not between 0 and 1: "
            "write 20 % as 0.2, and an event that comes several times a year as a count per year"
        )
    if probability in (0, 1):
        never = ": it cannot happen" if probability == 0 else ""
        raise ValueError(
            f"a probability of {probability:.0f} is certain{never}: "
            "something certain is an issue, not a risk"
        )


def _refuse_rate(per_year: float) -> None:
    if not (isfinite(per_year) and per_year > 0):
        raise ValueError(f"{per_year:.6g} events per year is no frequency: it must be above 0")
    if per_year > MOST_PER_YEAR:
        raise ValueError(
            f"{per_year:,.0f} events per year are a running cost, not a risk: put it into the "
            f"forecast, or count whole batches of them, at most {MOST_PER_YEAR:,.0f} per year"
        )


@lru_cache(maxsize=64)
def _poisson_table(mean: float) -> FloatArray:
    return _table(lambda k: special.pdtr(k, mean), lambda k: special.pdtrc(k, mean))


@lru_cache(maxsize=64)
def _clustered_table(mean: float, ratio: float) -> FloatArray:
    shape, stop = mean / (ratio - 1), 1 / ratio
    return _table(
        lambda k: special.betainc(shape, k + 1, stop),
        lambda k: special.betainc(k + 1, shape, 1 - stop),
    )


def _table(at_most: Callable[..., FloatArray], more: Callable[..., float]) -> FloatArray:
    """Tabulate P(count <= k) from k = 0 to where no draw can reach."""
    last = 8
    while more(float(last)) > _BEYOND:
        last *= 2
    return np.asarray(at_most(np.arange(last + 1.0)), dtype=np.float64)


def _inverse(table: FloatArray, uniforms: FloatArray) -> IntArray:
    return np.searchsorted(table, uniforms).astype(np.int64, copy=False)
