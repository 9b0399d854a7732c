"""Overdispersion: how much more providers differ than chance alone would make them.

Providers differ for reasons nobody adjusted for. A funnel that ignores this calls most large
providers outliers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from fairterms.outcomes.comparison.chance import Floats
from fairterms.units.refusal import Refusal

SHARE: Final = 0.10
"""The share of providers at each end whose distance from the target is tamed."""


class Trimming(StrEnum):
    """What happens to the most extreme providers before spread is measured."""

    WINSORISED = "winsorised"
    TRUNCATED = "truncated"
    NONE = "none"


@dataclass(frozen=True)
class Overdispersion:
    """The spread between providers beyond chance.

    Attributes
    ----------
    phi
        φ, the mean of z²; 1 where chance explains everything.
    tau_squared
        τ², the variance between providers on the transformed scale; 0 or more.
    providers
        How many providers it was worked out from.
    trimming
        What was done with the extremes.
    share
        At each end, the share of providers concerned.
    """

    phi: float
    tau_squared: float
    providers: int
    trimming: Trimming
    share: float

    def __post_init__(self) -> None:
        assert self.phi >= 0, "a mean of squares is not below 0"
        assert self.tau_squared >= 0, "a variance is not below 0"


def winsorise(z: Floats, share: float = SHARE) -> Floats:
    """Pull the most extreme values in to the quantiles.

    Parameters
    ----------
    z
        Standardised distances, shape (I,).
    share
        At each end, below one half.

    Returns
    -------
    Floats
        Shape (I,); nothing is dropped.

    Notes
    -----
    Quantiles interpolate linearly between order statistics.

    Examples
    --------
    >>> winsorise(np.array([-9.0, -1.0, 0.0, 1.0, 9.0]), 0.25).tolist()
    [-1.0, -1.0, 0.0, 1.0, 1.0]
    """
    low, high = np.quantile(z, [share, 1 - share])
    return np.clip(z, low, high)


def average_ranks(values: Floats) -> Floats:
    """Rank values from 1; equal values share the average of their ranks.

    Parameters
    ----------
    values
        Shape (I,).

    Returns
    -------
    Floats
        Shape (I,), from 1 to I.

    Examples
    --------
    >>> average_ranks(np.array([5.0, 7.0, 5.0])).tolist()
    [1.5, 3.0, 1.5]
    """
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: Floats = (last - (counts - 1) / 2)[place]
    return ranks


def is_kept(z: Floats, share: float = SHARE) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Say which values stay when the most extreme are left out.

    Parameters
    ----------
    z
        Standardised distances, shape (I,).
    share
        At each end, a whole part such as 1/10 or 1/20.

    Returns
    -------
    array of bool
        Shape (I,).

    Notes
    -----
    With B = 1/share bins, bin = ⌊B·rank/(I + 1)⌋; the first and the last bin are left out.

    Examples
    --------
    >>> is_kept(np.arange(19.0)).sum()
    np.int64(16)
    """
    bins = round(1 / share)
    place = np.floor(bins * average_ranks(z) / (len(z) + 1))
    kept: np.ndarray[tuple[int], np.dtype[np.bool_]] = (place >= 1) & (place <= bins - 2)
    return kept


def estimate(
    z: Floats, standard_error: Floats, trimming: Trimming, share: float = SHARE
) -> Overdispersion:
    """Estimate how much providers differ beyond chance.

    Parameters
    ----------
    z
        Distances from the target in standard errors, shape (I,).
    standard_error
        Of each provider on the transformed scale, above 0, shape (I,).
    trimming
        What to do with the most extreme providers first.
    share
        At each end.

    Returns
    -------
    Overdispersion
        φ and τ².

    Raises
    ------
    Refusal
        With fewer than two providers left, or a distance that is not finite.

    Notes
    -----
    φ = Σz²/I; w = s⁻²; τ² = max(0, (Iφ − (I − 1)) / (Σw − Σw²/Σw)).

    Sources
    -------
    Spiegelhalter DJ. Handling over-dispersion of performance indicators. Quality and Safety in
    Health Care 14, 2005, p. 347. DerSimonian R, Laird N. Meta-analysis in clinical trials.
    Controlled Clinical Trials 7, 1986, p. 177.

    Examples
    --------
    >>> z, s = np.array([-3.0, -1.0, 1.0, 3.0]), np.full(4, 0.1)
    >>> found = estimate(z, s, Trimming.NONE)
    >>> found.phi, round(found.tau_squared, 6)
    (5.0, 0.056667)
    """
    if not np.isfinite(z).all():
        raise Refusal(
            "funnel",
            "a provider without any event has no place on a logarithmic scale",
            "the logarithm of 0 is not a number, and leaving the provider out would hide it",
            "use the square root scale",
        )
    if trimming is Trimming.TRUNCATED:
        kept = is_kept(z, share)
        z, standard_error = z[kept], standard_error[kept]
    count = len(z)
    if count < 2:
        raise Refusal(
            "funnel",
            f"{count} provider(s) are too few to see how providers differ",
            "spread beyond chance needs at least two providers to compare",
            "compare with a larger reference population, or draw exact limits and say so",
        )
    if trimming is Trimming.WINSORISED:
        z = winsorise(z, share)
    phi = float(np.mean(z**2))
    weight = standard_error**-2.0
    freedom = weight.sum() - (weight**2).sum() / weight.sum()
    tau_squared = max(0.0, (count * phi - (count - 1)) / float(freedom))
    return Overdispersion(phi, tau_squared, count, trimming, share)
