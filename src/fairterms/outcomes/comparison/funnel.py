"""Funnels: limits that are wide for small providers and narrow for large ones.

A provider outside the limits differs from the target by more than chance, and by more than
providers usually differ, would explain. Inside them there is nothing to reward or to punish.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats, floats, normal_quantile
from fairterms.outcomes.comparison.funnel_scale import Scale
from fairterms.outcomes.comparison.overdispersion import SHARE, Overdispersion, Trimming, estimate
from fairterms.units.refusal import Refusal

WIDE: Final = 0.998
"""The share of providers at the target that stay within the outer limits by chance."""
NARROW: Final = 0.95
"""The same for the inner limits."""


class Label(StrEnum):
    """Where a provider stands."""

    FAR_BELOW = "below the 99.8 % limit"
    BELOW = "below the 95 % limit"
    INSIDE = "within the limits"
    ABOVE = "above the 95 % limit"
    FAR_ABOVE = "above the 99.8 % limit"


_EDGES: Final = tuple(float(normal_quantile(0.5 + share / 2)) for share in (NARROW, WIDE))
_BY_RANK: Final = (Label.FAR_BELOW, Label.BELOW, Label.INSIDE, Label.ABOVE, Label.FAR_ABOVE)


@dataclass(frozen=True)
class Funnel:
    """Limits around a target.

    Attributes
    ----------
    scale
        The transformation used.
    target
        The rate or ratio all are compared with, on the plain scale.
    overdispersion
        How much providers differ beyond chance; None where that was left out on purpose.
    """

    scale: Scale
    target: float
    overdispersion: Overdispersion | None

    @property
    def tau_squared(self) -> float:
        """The variance between providers on the transformed scale; 0 if left out."""
        return self.overdispersion.tau_squared if self.overdispersion else 0.0

    def limits(self, size: npt.ArrayLike, share: float) -> tuple[Floats, Floats]:
        """Give the limits for providers of given sizes.

        Parameters
        ----------
        size
            Patients (proportions) or expected events (ratios), above 0; any shape.
        share
            The share of providers at the target that stay inside, such as :data:`NARROW`.

        Returns
        -------
        tuple of Floats
            Lower and upper limit on the plain scale, the shape of `size`.

        Notes
        -----
        θ ± z √(s² + τ²), transformed back. Left on the square root scale, limits would be half
        as far from the target as they are: for 100 expected events 0.902 to 1.098.

        Examples
        --------
        >>> from fairterms.outcomes.comparison.funnel_scale import SQUARE_ROOT
        >>> low, high = Funnel(SQUARE_ROOT, 1.0, None).limits(100, NARROW)
        >>> round(float(low), 3), round(float(high), 3)
        (0.814, 1.206)
        """
        reach = normal_quantile(0.5 + share / 2) * self.spread(size)
        centre = self.scale.there(floats(self.target))
        return self.scale.back(centre - reach), self.scale.back(centre + reach)

    def spread(self, size: npt.ArrayLike) -> Floats:
        """Give √(s² + τ²), how far providers at the target scatter on the transformed scale.

        Parameters
        ----------
        size
            Patients or expected events, above 0; any shape.

        Returns
        -------
        Floats
            The shape of `size`.
        """
        spread: Floats = np.sqrt(self.scale.standard_error(floats(size)) ** 2 + self.tau_squared)
        return spread

    def distances(self, observed: npt.ArrayLike, size: npt.ArrayLike) -> Floats:
        """Give how far providers are from the target, in units of :meth:`spread`.

        Parameters
        ----------
        observed
            Patients who reached the measure, or events; shape (I,).
        size
            All patients, or expected events; shape (I,).

        Returns
        -------
        Floats
            Shape (I,); positive above the target.
        """
        y = self.scale.there(floats(observed) / floats(size))
        distance: Floats = (y - self.scale.there(floats(self.target))) / self.spread(size)
        return distance


@dataclass(frozen=True)
class Placement:
    """One provider in a funnel. Holds counts: see that small ones stay within the group.

    Attributes
    ----------
    name
        The provider.
    observed, size
        Its counts.
    value
        Its rate or ratio.
    distance
        From the target, in standard deviations that include overdispersion.
    label
        Where that is.
    """

    name: str
    observed: float
    size: float
    value: float
    distance: float
    label: Label


def fit(
    observed: npt.ArrayLike,
    size: npt.ArrayLike,
    scale: Scale,
    trimming: Trimming,
    *,
    target: float | None = None,
    share: float = SHARE,
) -> Funnel:
    """Make the funnel of a reference population.

    Parameters
    ----------
    observed
        Patients who reached the measure, or events; shape (I,).
    size
        All patients, or expected events; above 0, shape (I,).
    scale
        One of the three of :mod:`fairterms.outcomes.comparison.funnel_scale`.
    trimming
        What to do with extremes before the spread is estimated.
    target
        The rate or ratio to compare with; None means the pooled rate, or a ratio of 1.
    share
        The share of extremes at each end.

    Returns
    -------
    Funnel
        With φ and τ².

    Raises
    ------
    Refusal
        If counts cannot be, or the spread cannot be told.

    Sources
    -------
    Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in
    Medicine 24, 2005, p. 1185.

    Examples
    --------
    >>> from fairterms.outcomes.comparison.funnel_scale import ARCSINE
    >>> funnel = fit([40, 60, 50, 55], [100, 100, 100, 100], ARCSINE, Trimming.WINSORISED)
    >>> round(funnel.target, 4)
    0.5125
    """
    counts, sizes = _checked(observed, size, scale)
    if target is None:
        target = float(counts.sum() / sizes.sum()) if scale.is_proportion else 1.0
    plain = Funnel(scale, target, None)
    found = estimate(plain.distances(counts, sizes), scale.standard_error(sizes), trimming, share)
    return Funnel(scale, target, found)


def place(
    funnel: Funnel, names: Sequence[str], observed: npt.ArrayLike, size: npt.ArrayLike
) -> tuple[Placement, ...]:
    """Place every provider; none is dropped.

    Parameters
    ----------
    funnel
        From :func:`fit`, best on a reference population other than the year judged.
    names
        Of the providers, I of them.
    observed, size
        As for :func:`fit`; shape (I,).

    Returns
    -------
    tuple of Placement
        One per provider, in the order given.

    Raises
    ------
    Refusal
        If counts cannot be.

    Examples
    --------
    >>> from fairterms.outcomes.comparison.funnel_scale import ARCSINE
    >>> place(Funnel(ARCSINE, 0.5, None), ["Cedar"], [30], [100])[0].label
    <Label.FAR_BELOW: 'below the 99.8 % limit'>
    """
    counts, sizes = _checked(observed, size, funnel.scale)
    distances = funnel.distances(counts, sizes)
    found = zip(names, counts, sizes, distances, strict=True)
    return tuple(
        Placement(name, float(o), float(n), float(o / n), float(z), label(float(z)))
        for name, o, n, z in found
    )


def label(distance: float) -> Label:
    """Name the place of a provider.

    Parameters
    ----------
    distance
        From the target in standard deviations.

    Returns
    -------
    Label
        A provider exactly on a limit is within it.

    Examples
    --------
    >>> label(-2.0).value, label(0.0).value
    ('below the 95 % limit', 'within the limits')
    """
    beyond = sum(abs(distance) > edge for edge in _EDGES)
    return _BY_RANK[2 + beyond if distance > 0 else 2 - beyond]


def share_outside(placements: Sequence[Placement]) -> float:
    """Give the share of providers beyond the 95 % limits.

    Parameters
    ----------
    placements
        At least one.

    Returns
    -------
    float
        0 to 1. Far above 0.05 the limits leave out something that makes providers differ.

    Examples
    --------
    >>> from fairterms.outcomes.comparison.funnel_scale import ARCSINE
    >>> share_outside(place(Funnel(ARCSINE, 0.5, None), "AB", [30, 50], [100, 100]))
    0.5
    """
    return sum(p.label is not Label.INSIDE for p in placements) / len(placements)


def _checked(observed: npt.ArrayLike, size: npt.ArrayLike, scale: Scale) -> tuple[Floats, Floats]:
    counts, sizes = np.broadcast_arrays(floats(observed), floats(size))
    are_sound = np.isfinite(counts) & np.isfinite(sizes) & (counts >= 0) & (sizes > 0)
    if scale.is_proportion:
        are_sound &= counts <= sizes
    if not are_sound.all():
        raise Refusal(
            "funnel",
            f"{int((~are_sound).sum())} of {len(counts)} providers have counts that cannot be",
            "a count is missing, below 0, larger than the patients, or there are no patients",
            "correct the counts, or list these providers apart with the reason",
        )
    return counts, sizes
