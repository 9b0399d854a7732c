"""Targets: a rate to reach, or one not to exceed, and the chance to miss it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats, binomial_at_most, floats


class Direction(StrEnum):
    """On which side of the target a result is good."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True)
class Target:
    """A rate a contract asks for.

    Attributes
    ----------
    rate
        0 to 1, read as the decimal a person would write.
    direction
        At least (improvement) or at most (deterioration). A result exactly on the target meets it.
    """

    rate: float
    direction: Direction

    def __post_init__(self) -> None:
        assert 0 <= self.rate <= 1, "a target rate lies from 0 to 1"

    def edge(self, n: int) -> int:
        """Give the last count that meets the target.

        Parameters
        ----------
        n
            Patients.

        Returns
        -------
        int
            The smallest count that is enough, or the largest that is not too many.

        Notes
        -----
        Worked out in fractions: as floats 0.07 × 100 is above 7, and a group exactly at its
        target would miss it.

        Examples
        --------
        >>> Target(0.07, Direction.AT_LEAST).edge(100), Target(0.06, Direction.AT_MOST).edge(40)
        (7, 2)
        """
        exact = Fraction(str(float(self.rate))) * n
        return math.ceil(exact) if self.direction is Direction.AT_LEAST else math.floor(exact)

    def is_met(self, reached: int, n: int) -> bool:
        """Say whether counts meet the target.

        Parameters
        ----------
        reached, n
            Patients counted by the measure, and all.

        Returns
        -------
        bool
            A result exactly on the target meets it.

        Examples
        --------
        >>> Target(0.07, Direction.AT_LEAST).is_met(7, 100)
        True
        """
        edge = self.edge(n)
        return reached >= edge if self.direction is Direction.AT_LEAST else reached <= edge

    def chance_missed(self, true_rate: npt.ArrayLike, n: int) -> Floats:
        """Give the chance that a provider misses the target though its true rate is known.

        Parameters
        ----------
        true_rate
            0 to 1; any shape.
        n
            Patients.

        Returns
        -------
        Floats
            The shape of `true_rate`.

        Examples
        --------
        >>> round(float(Target(0.5, Direction.AT_LEAST).chance_missed(0.6, 30)), 3)
        0.097
        """
        if self.direction is Direction.AT_LEAST:
            return binomial_at_most(self.edge(n) - 1, n, true_rate)
        return 1 - binomial_at_most(self.edge(n), n, true_rate)

    def chances_missed(self, true_rate: float, sizes: npt.NDArray[np.int64]) -> Floats:
        """Give the chance to miss the target at many sizes.

        Parameters
        ----------
        true_rate
            0 to 1.
        sizes
            Patients, shape (m,).

        Returns
        -------
        Floats
            Shape (m,). It falls in saw teeth, as whole patients step over the target.
        """
        edges = floats(self._edges(sizes))
        if self.direction is Direction.AT_LEAST:
            return binomial_at_most(edges - 1, sizes, true_rate)
        return 1 - binomial_at_most(edges, sizes, true_rate)

    def _edges(self, sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Give :meth:`edge` at many sizes, exactly as one by one."""
        share = Fraction(str(float(self.rate)))
        is_wide = max(share.numerator * int(sizes.max()), share.denominator) >= 2**62
        # Whole numbers of any length are slow; a rate of many digits needs them.
        whole = sizes.astype(object) if is_wide else sizes
        up = 1 if self.direction is Direction.AT_LEAST else 0
        edges = (whole * share.numerator + up * (share.denominator - 1)) // share.denominator
        return np.asarray(edges, dtype=np.int64)

    def is_better(self, rate: float) -> bool:
        """Say whether a true rate lies strictly on the good side of the target.

        Parameters
        ----------
        rate
            0 to 1.

        Returns
        -------
        bool
            Exactly on the target is not better: chance then decides.
        """
        is_above = self.direction is Direction.AT_LEAST
        return rate > self.rate if is_above else rate < self.rate
