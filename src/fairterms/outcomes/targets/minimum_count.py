"""Minimum counts: how few patients are too few, declared with their source.

A result below the minimum is shrunk and marked; it is never left out in silence, for then small
groups would vanish from the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy.typing as npt

from fairterms.outcomes.comparison.provider_spread import Spread
from fairterms.outcomes.comparison.shrinkage import Prior, ShrunkRate, shrink
from fairterms.reference.evidence import Basis, Evidence


@dataclass(frozen=True)
class MinimumCount:
    """A smallest number of patients for a result to count.

    Attributes
    ----------
    count
        Patients in the denominator.
    used_for
        Which measures it is declared for.
    basis
        Who declared it, and how well we know.
    """

    count: int
    used_for: str
    basis: Basis

    def __post_init__(self) -> None:
        assert self.count >= 1, "a minimum is at least one patient"

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the figure must be checked before it is relied on."""
        return self.basis.is_unconfirmed

    def reliability(self, spread: Spread) -> float:
        """Give the reliability of a measure at this count.

        Parameters
        ----------
        spread
            How providers differ on the measure.

        Returns
        -------
        float
            0 to below 1. Many declared minimums protect privacy more than fairness.

        Examples
        --------
        >>> from fairterms.outcomes.comparison.provider_spread import spread_of_prior
        >>> spread = spread_of_prior(Prior(45.73, 22.81), 145)
        >>> round(MINIMUM_COUNTS[2].reliability(spread), 2)
        0.3
        """
        return float(spread.at(self.count))


_CMS: Final = Basis("Centers for Medicare & Medicaid Services", Evidence.GENERAL)
_NCQA: Final = Basis("National Committee for Quality Assurance", Evidence.GENERAL)

MINIMUM_COUNTS: Final = (
    MinimumCount(25, "hospital outcome measures", _CMS),
    MinimumCount(20, "MIPS quality measures", _CMS),
    MinimumCount(30, "HEDIS measures", _NCQA),
)
"""Minimums in use. None is enough for a reliability of 0.5 of English improvement rates."""


@dataclass(frozen=True)
class ReliabilityStandard:
    """A reliability usually asked for.

    Attributes
    ----------
    value
        0 to 1.
    used_for
        What it is asked for.
    basis
        Who asks for it, and how well we know.
    """

    value: float
    used_for: str
    basis: Basis


_PRACTICE: Final = Basis("Practice of provider profiling", Evidence.GENERAL)

RELIABILITY_STANDARDS: Final = (
    ReliabilityStandard(0.7, "comparing groups", _PRACTICE),
    ReliabilityStandard(0.9, "high stakes", _PRACTICE),
)
"""The lowest reliability for each use; both are to be confirmed."""


@dataclass(frozen=True)
class CountedResult:
    """A provider's result with its count, ready to be shown within the group.

    Attributes
    ----------
    name
        The provider.
    rates
        As counted and as shrunk, with `n`: a later room hides counts of 1 to 10 from outsiders.
    minimum
        The minimum applied.
    """

    name: str
    rates: ShrunkRate
    minimum: MinimumCount

    @property
    def is_small(self) -> bool:
        """Whether the count is below the minimum."""
        return self.rates.n < self.minimum.count

    @property
    def rate(self) -> float:
        """The rate to use: as counted, or shrunk where the count is below the minimum."""
        counted = self.rates.rate
        return self.rates.shrunk if self.is_small or counted is None else counted

    @property
    def note(self) -> str:
        """Why the rate is shrunk; empty where it is not."""
        if not self.is_small:
            return ""
        return (
            f"Fewer than {self.minimum.count} patients: the rate is moved towards the rate of all "
            "and carries no penalty."
        )


def apply(
    names: Sequence[str],
    reached: npt.ArrayLike,
    n: npt.ArrayLike,
    prior: Prior,
    minimum: MinimumCount,
) -> tuple[CountedResult, ...]:
    """Apply a minimum to providers' results.

    Parameters
    ----------
    names
        J providers.
    reached, n
        Patients who reached the measure, and all (0 or more); shape (J,).
    prior
        Of the reference population.
    minimum
        The minimum both sides declared.

    Returns
    -------
    tuple of CountedResult
        One per provider, in the order given.

    Examples
    --------
    >>> small, large = apply(["A", "B"], [9, 90], [10, 100], Prior(45, 45), MINIMUM_COUNTS[0])
    >>> round(small.rate, 2), large.rate
    (0.54, 0.9)
    """
    rates = shrink(reached, n, prior)
    return tuple(CountedResult(name, own, minimum) for name, own in zip(names, rates, strict=True))
