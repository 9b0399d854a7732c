"""Laws of one patient's cost in a year, in dollars, patients without any cost included."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]
CentArray = npt.NDArray[np.int64]

CENTS = 100


class PatientCost(Protocol):
    """What tables and sums ask of a law of one patient's yearly cost."""

    @property
    def mean(self) -> float:
        """Dollars a patient costs on average, patients without cost included."""
        ...

    def scaled(self, factor: float) -> "PatientCost":
        """Return the law of a year in which every cost is ``factor`` times as high."""
        ...

    def quantile(self, u: npt.ArrayLike) -> FloatArray:
        """Return the dollars that a share ``u`` of patients does not exceed."""
        ...

    def cdf(self, dollars: npt.ArrayLike) -> FloatArray:
        """Return the share of patients who cost at most so many dollars."""
        ...

    def upper_mean(self, share: npt.ArrayLike) -> FloatArray:
        """Return the dollars a patient that fall to the dearest ``share`` of patients."""
        ...

    def limited_mean(self, attachment: npt.ArrayLike) -> FloatArray:
        """Return the mean of a patient's cost when each counts up to ``attachment`` dollars."""
        ...


@dataclass(frozen=True)
class LognormalCost:
    """A share of patients without cost; the logarithm of the others' cost is normal.

    Attributes
    ----------
    no_cost
        Share of patients without any cost, from 0 to below 1.
    mean
        Dollars a patient and year, patients without cost included; above 0.
    spread
        Standard deviation of the costing patients' cost over their mean; above 0.

    Examples
    --------
    >>> law = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
    >>> round(float(law.limited_mean(10_000.0)), 2)
    1728.72
    """

    no_cost: float
    mean: float
    spread: float

    def __post_init__(self) -> None:
        assert 0 <= self.no_cost < 1, "some patients cost something"
        assert 0 < self.mean < np.inf, "a mean above 0"
        assert 0 < self.spread < np.inf, "a spread above 0"

    @property
    def _sigma(self) -> float:
        return float(np.sqrt(np.log1p(self.spread**2)))

    @property
    def _middle(self) -> float:
        """The mean of the logarithm of a costing patient's dollars."""
        return float(np.log(self.mean / (1 - self.no_cost)) - self._sigma**2 / 2)

    def scaled(self, factor: float) -> "LognormalCost":
        """Return the law of a year in which every cost is ``factor`` times as high.

        Parameters
        ----------
        factor
            Above 0; 1.08 for 8 % dearer.
        """
        _check_factor(factor)
        return replace(self, mean=self.mean * factor)

    def quantile(self, u: npt.ArrayLike) -> FloatArray:
        """Return the dollars that a share of patients does not exceed.

        Parameters
        ----------
        u
            The share, from 0 to 1, any shape.

        Returns
        -------
        FloatArray
            Dollars, the shape of ``u``; infinite at 1.
        """
        above = (1 - np.asarray(u, dtype=np.float64)) / (1 - self.no_cost)
        z = -ndtri(np.minimum(above, 1.0))
        return np.asarray(np.exp(self._middle + self._sigma * z), dtype=np.float64)

    def cdf(self, dollars: npt.ArrayLike) -> FloatArray:
        """Return the share of patients who cost at most so many dollars.

        Parameters
        ----------
        dollars
            Any shape.

        Returns
        -------
        FloatArray
            From 0 to 1, the shape of ``dollars``.
        """
        amount = np.asarray(dollars, dtype=np.float64)
        share = self.no_cost + (1 - self.no_cost) * ndtr(self._z(amount))
        return np.where(amount < 0, 0.0, share)

    def upper_mean(self, share: npt.ArrayLike) -> FloatArray:
        """Return the dollars a patient that fall to the dearest patients.

        Parameters
        ----------
        share
            Which share of all patients the dearest are, from 0 to 1, any shape.

        Returns
        -------
        FloatArray
            The cost of the dearest over the number of all patients, the shape of ``share``; at 1
            it is the mean.

        Notes
        -----
        The integral of the quantile function over its last ``share``: mean x Φ(σ − z), z the
        normal quantile. Counted from above because differences near the dear end must be precise.
        """
        costing = np.minimum(np.asarray(share, dtype=np.float64) / (1 - self.no_cost), 1.0)
        return np.asarray(self.mean * ndtr(self._sigma + ndtri(costing)), dtype=np.float64)

    def limited_mean(self, attachment: npt.ArrayLike) -> FloatArray:
        """Return the mean of a patient's cost when each counts up to an amount.

        Parameters
        ----------
        attachment
            The amount in dollars, 0 or more, any shape.

        Returns
        -------
        FloatArray
            Dollars a patient, patients without cost included, the shape of ``attachment``.
        """
        amount = np.asarray(attachment, dtype=np.float64)
        z = self._z(amount)
        over = np.where(np.isinf(amount), 0.0, amount) * (1 - self.no_cost) * ndtr(-z)
        return np.asarray(self.mean * ndtr(z - self._sigma) + over, dtype=np.float64)

    def _z(self, dollars: FloatArray) -> FloatArray:
        with np.errstate(divide="ignore"):
            logs = np.log(np.maximum(dollars, 0.0))
        return np.asarray((logs - self._middle) / self._sigma, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class ObservedCost:
    """The group's own records: next year's patient is one of those of the past, any as likely.

    Attributes
    ----------
    amounts_in_cents
        What each recorded patient cost in a year, int64, from the cheapest to the dearest,
        patients without cost included as 0.
    factor
        By how much every amount is multiplied; 1 as recorded.

    Notes
    -----
    No patient is ever dearer than the dearest on record. With few patients that hides the tail:
    among 300 records there is, more often than not, no patient of the kind that comes once in 500,
    and where there is one, it counts as one in 300. Under a stop-loss per patient that matters
    little; without one a bad year looks milder than it is, or hangs on one record. Below a few
    thousand patients set the figures beside those of a ``LognormalCost`` of the same mean and
    spread.

    Examples
    --------
    >>> law = ObservedCost(np.array([0, 0, 10_000, 30_000, 260_000], dtype=np.int64))
    >>> law.mean, round(float(law.limited_mean(1_000.0)), 2)
    (600.0, 280.0)
    """

    amounts_in_cents: CentArray
    factor: float = 1.0

    def __post_init__(self) -> None:
        _check_factor(self.factor)
        amounts = self.amounts_in_cents
        assert amounts.dtype == np.int64, "whole cents"
        if len(amounts) == 0:
            raise Refusal(
                subject="patients' costs",
                what="no patient is on record",
                why="what a patient costs cannot be taken from an empty list",
                fix="give the records of a year, or declare the mean and the spread of the costs",
            )
        assert amounts[0] >= 0, "a cost is 0 or more"
        assert bool((np.diff(amounts) >= 0).all()), "from the cheapest to the dearest"

    @cached_property
    def _dearest_first(self) -> CentArray:
        """Cents of the dearest 0, 1, 2, ... patients together."""
        return np.concatenate(([0], np.cumsum(self.amounts_in_cents[::-1])))

    @property
    def mean(self) -> float:
        """Dollars a patient costs on average, patients without cost included."""
        return float(self.upper_mean(1.0))

    def scaled(self, factor: float) -> "ObservedCost":
        """Return the law of a year in which every cost is ``factor`` times as high.

        Parameters
        ----------
        factor
            Above 0; 1.08 for 8 % dearer.
        """
        _check_factor(factor)
        return replace(self, factor=self.factor * factor)

    def quantile(self, u: npt.ArrayLike) -> FloatArray:
        """Return the dollars that a share of patients does not exceed.

        Parameters
        ----------
        u
            The share, from 0 to 1, any shape.

        Returns
        -------
        FloatArray
            Dollars, the shape of ``u``: the cheapest record that suffices.
        """
        patients = len(self.amounts_in_cents)
        place = np.ceil(np.asarray(u, dtype=np.float64) * patients).astype(np.int64) - 1
        return self._dollars(self.amounts_in_cents[np.clip(place, 0, patients - 1)])

    def cdf(self, dollars: npt.ArrayLike) -> FloatArray:
        """Return the share of patients who cost at most so many dollars.

        Parameters
        ----------
        dollars
            Any shape.

        Returns
        -------
        FloatArray
            From 0 to 1, the shape of ``dollars``.
        """
        within = np.searchsorted(self._scaled_dollars, np.asarray(dollars), side="right")
        return np.asarray(within / len(self.amounts_in_cents), dtype=np.float64)

    def upper_mean(self, share: npt.ArrayLike) -> FloatArray:
        """Return the dollars a patient that fall to the dearest patients.

        Parameters
        ----------
        share
            Which share of all patients the dearest are, from 0 to 1, any shape; a record is cut
            where the share falls inside it.

        Returns
        -------
        FloatArray
            The cost of the dearest over the number of all patients, the shape of ``share``; at 1
            it is the mean.
        """
        patients = len(self.amounts_in_cents)
        top = np.clip(np.asarray(share, dtype=np.float64), 0.0, 1.0) * patients
        whole = np.minimum(top.astype(np.int64), patients - 1)
        cut = self.amounts_in_cents[patients - 1 - whole] * (top - whole)
        return self._dollars((self._dearest_first[whole] + cut) / patients)

    def limited_mean(self, attachment: npt.ArrayLike) -> FloatArray:
        """Return the mean of a patient's cost when each counts up to an amount.

        Parameters
        ----------
        attachment
            The amount in dollars, 0 or more, any shape.

        Returns
        -------
        FloatArray
            Dollars a patient, patients without cost included, the shape of ``attachment``.
        """
        amount = np.asarray(attachment, dtype=np.float64)
        above = np.asarray(1 - self.cdf(amount))
        over = np.where(np.isinf(amount), 0.0, amount) * above
        return np.asarray(self.mean - self.upper_mean(above) + over, dtype=np.float64)

    @cached_property
    def _scaled_dollars(self) -> FloatArray:
        return self._dollars(self.amounts_in_cents)

    def _dollars(self, cents: npt.ArrayLike) -> FloatArray:
        return np.asarray(np.asarray(cents) * self.factor / CENTS, dtype=np.float64)


def _check_factor(factor: float) -> None:
    assert 0 < factor < np.inf, "a factor multiplies: 1.08 for 8 % dearer, 0.92 for 8 % cheaper"
