"""Ranks with their doubt: expected percentiles and the chance of being in each tier.

A rank is the least certain thing about a provider. Money should follow the chance of belonging to a
tier, not the place in a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.cells import Floats
from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.units.refusal import Refusal

QUARTERS = (0.25, 0.5, 0.75)
"""Where quarters of the providers end."""

NUMBERS_AT_ONCE = 2_000_000
"""Numbers held in memory at a time (16 MB)."""


@dataclass(frozen=True, eq=False)
class TierProbabilities:
    """How likely each provider belongs to each tier; J providers, T tiers, the lowest first.

    Attributes
    ----------
    probabilities
        Each row adds up to 1, shape (J, T).
    tier_by_rank
        The tier the provider's own estimate falls in, from 0, shape (J,).
    draws
        How many rankings were drawn.
    """

    probabilities: Floats
    tier_by_rank: npt.NDArray[np.int64]
    draws: int

    @property
    def error(self) -> Floats:
        """Monte Carlo standard error of each probability, shape (J, T)."""
        return np.sqrt(self.probabilities * (1 - self.probabilities) / self.draws)

    def is_sure(self, probability: float) -> npt.NDArray[np.bool_]:
        """Whether each provider is in the tier of its rank with at least this probability, (J,)."""
        own = self.probabilities[np.arange(len(self.tier_by_rank)), self.tier_by_rank]
        return np.asarray(own >= probability)


def expected_percentiles(effects: npt.ArrayLike, variances: npt.ArrayLike) -> Floats:
    """Return each provider's expected percentile, from 0 to 1, shape (J,).

    Parameters
    ----------
    effects, variances
        Posterior means in logits and variances in squared logits, shapes (J,).

    Notes
    -----
    Mean over the other providers k of Φ((û_j − û_k)/√(v_j + v_k)).

    Sources
    -------
    R. Lin, T. A. Louis, S. M. Paddock, G. Ridgeway, Ranking USRDS provider specific SMRs from
    1998-2001, Health Serv. Outcomes Res. Methodol. 9:22-38, 2009.

    Examples
    --------
    >>> expected_percentiles([-1.0, 0.0, 1.0], [1e-9, 1e-9, 1e-9]).round(3).tolist()
    [0.0, 0.5, 1.0]
    >>> expected_percentiles([0.0, 0.0], [0.0, 0.0]).tolist()  # no spread at all
    [0.5, 0.5]
    """
    means, spreads = _check(effects, variances)
    found = np.empty(len(means))
    step = max(1, NUMBERS_AT_ONCE // len(means))
    for start in range(0, len(means), step):
        rows = slice(start, start + step)
        apart = means[rows, None] - means[None, :]
        # Known exactly and equal: neither is above the other.
        width = np.maximum(np.sqrt(spreads[rows, None] + spreads[None, :]), 1e-150)
        found[rows] = normal_probability(apart / width).sum(axis=1)
    return (found - 0.5) / (len(means) - 1)  # less the comparison with itself


def tier_probabilities(
    effects: npt.ArrayLike,
    variances: npt.ArrayLike,
    *,
    seed: int,
    draws: int = 4_000,
    ends: Sequence[float] = QUARTERS,
) -> TierProbabilities:
    """Return the chance of each provider to be in each tier, by drawing rankings.

    Parameters
    ----------
    effects, variances
        Posterior means in logits and variances in squared logits, shapes (J,).
    seed
        The same seed gives the same probabilities.
    draws
        How many rankings to draw.
    ends
        Where tiers end, as rising shares of the providers; quarters if not given.

    Notes
    -----
    Each draw takes u_j ~ N(û_j, v_j) and ranks all providers. Rank r of J, from 1, is in the tier
    whose end is the first at or above r/J.

    Sources
    -------
    As :func:`expected_percentiles`.

    Examples
    --------
    >>> found = tier_probabilities([-2.0, 0.0, 2.0, 4.0], [0.01] * 4, seed=1)
    >>> found.probabilities.diagonal().tolist(), found.tier_by_rank.tolist()
    ([1.0, 1.0, 1.0, 1.0], [0, 1, 2, 3])
    """
    means, spreads = _check(effects, variances)
    tier_of_rank = _tiers(len(means), ends)
    counts = np.zeros((len(means), len(ends) + 1))
    generator, deviations = np.random.default_rng(seed), np.sqrt(spreads)
    # Without spread all draws are equal: the order of ids must not decide who is last.
    ties = np.random.default_rng([seed, 1])
    at_once = max(1, NUMBERS_AT_ONCE // len(means))
    for start in range(0, draws, at_once):
        size = min(at_once, draws - start)
        drawn = means + deviations * generator.standard_normal((size, len(means)))
        order = np.lexsort((ties.random(drawn.shape), drawn), axis=1)
        for tier in range(len(ends) + 1):
            counts[:, tier] += np.bincount(
                order[:, tier_of_rank == tier].ravel(), minlength=len(means)
            )
    own = np.empty(len(means), np.int64)
    own[np.argsort(means, kind="stable")] = tier_of_rank
    return TierProbabilities(counts / draws, own, draws)


def _tiers(providers: int, ends: Sequence[float]) -> npt.NDArray[np.int64]:
    """Return the tier of each rank, the lowest first, shape (J,)."""
    edges = np.asarray(ends, dtype=np.float64)
    if np.any(np.diff(edges) <= 0) or np.any((edges <= 0) | (edges >= 1)):
        raise Refusal(
            "tiers",
            f"they end at {', '.join(str(end) for end in ends)}",
            "tiers are shares of the providers, one above the other",
            "give rising numbers between 0 and 1, such as 0.25, 0.5, 0.75",
        )
    shares = np.arange(1, providers + 1) / providers
    # A share that is an end but for rounding belongs to the lower tier.
    return np.searchsorted(edges, shares - 1e-12, side="left")


def _check(effects: npt.ArrayLike, variances: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Return both columns as floats, or refuse."""
    means = np.asarray(effects, dtype=np.float64)
    spreads = np.asarray(variances, dtype=np.float64)
    is_usable = np.all(np.isfinite(means)) and np.all(np.isfinite(spreads) & (spreads >= 0))
    if means.ndim != 1 or means.shape != spreads.shape or len(means) < 2 or not is_usable:
        raise Refusal(
            "effects",
            f"{means.size} effects and {spreads.size} variances, fewer than two, or not numbers",
            "each provider needs one effect and one variance that is not negative",
            "give both from the same fit",
        )
    return means, spreads
