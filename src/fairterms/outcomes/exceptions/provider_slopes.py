"""Provider slopes: whether a subgroup's gap is there at every provider, or the work of a few.

A gap shared by all belongs in the case mix. One that some providers have and others have not is
about care, and a risk category would hide it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison import random_intercept
from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.outcomes.exceptions.score_curve import Floats, Integers
from fairterms.units.refusal import Refusal

FEWEST_PROVIDERS = 5
"""Providers that treat patients in and out of the subgroup; a choice of ours."""


@dataclass(frozen=True)
class SlopeSpread:
    """A subgroup's gap and how it differs between providers.

    Attributes
    ----------
    gap
        The gap at a typical provider, logits of the outcome.
    standard_error
        Of the gap; the spread between providers counted in.
    spread
        τ, the standard deviation of the gap between providers, logits.
    p_value
        How often chance alone makes providers' gaps scatter so much.
    providers
        How many treat patients in and out of the subgroup.
    """

    gap: float
    standard_error: float
    spread: float
    p_value: float
    providers: int

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval of the gap, logits."""
        return self.gap - 1.959964 * self.standard_error

    @property
    def high(self) -> float:
        """Upper end of the 95 % interval of the gap, logits."""
        return self.gap + 1.959964 * self.standard_error

    @property
    def share_alike(self) -> float:
        """Estimated share of providers whose own gap has the sign of the typical one."""
        if self.spread == 0:
            return 1.0
        return float(normal_probability(abs(self.gap) / self.spread))


@dataclass(frozen=True, eq=False)
class Scores:
    """What each provider's patients say of its own gap; shapes (J,).

    Attributes
    ----------
    score
        U, how far its gap lies from the common one, in units of information.
    information
        I, how much it tells.
    """

    score: Floats
    information: Floats


def spread_slopes(
    outcomes: npt.ArrayLike,
    expected: npt.ArrayLike,
    is_inside: npt.ArrayLike,
    providers: npt.ArrayLike,
    *,
    seed: int,
    replicates: int = 499,
) -> SlopeSpread:
    """Estimate how a subgroup's gap differs between providers.

    Parameters
    ----------
    outcomes
        1 where the patient reached the outcome and 0 where not, shape (n,).
    expected
        Each patient's chance by the case mix, above 0 and below 1, shape (n,).
    is_inside
        Whether each patient belongs to the subgroup, shape (n,).
    providers
        Each patient's provider, shape (n,).
    seed
        The same seed gives the same p-value.
    replicates
        How many worlds with one gap for all are drawn for the p-value.

    Raises
    ------
    Refusal
        As the random-intercept fit; and where fewer than five providers treat both kinds.

    Notes
    -----
    logit P = a + b·logit p + (γ + s_j)z + u_j, s_j of standard deviation τ. γ and u_j are fitted
    with τ = 0; then, with z̃ the provider's own deviation of z weighted by w = μ(1 − μ),
    U_j = Σ z̃(y − μ) and I_j = Σ w z̃². To first order U_j has variance I_j + τ²I_j², and fitting γ
    takes away what S = ΣI, Q = ΣI², C = ΣI³ say: τ² = [ΣU² − S + Q/S]/[Q − 2C/S + Q²/S²], 0 if
    negative. A moment estimator, chosen over a Laplace fit of two effects because a provider with
    three patients of the subgroup, all alike, then needs no special care. The gap is γ moved by
    one step at weights 1/(1/I_j + τ²). p by drawing outcomes from μ.

    For large τ (above 1 logit or so) the first order is rough and τ a little too small.

    Examples
    --------
    >>> draws = np.random.default_rng(2)
    >>> providers, inside = np.repeat(np.arange(40), 60), draws.random(2400) < 0.4
    >>> own = draws.normal(0.6, 0.8, 40)[providers]
    >>> outcomes = draws.random(2400) < 1 / (1 + np.exp(0.5 - own * inside))
    >>> found = spread_slopes(outcomes, np.full(2400, 0.4), inside, providers, seed=1)
    >>> round(found.gap, 1), round(found.spread, 1), found.p_value
    (0.4, 0.8, 0.002)
    """
    fitted, place, inside = _fit(outcomes, expected, is_inside, providers)
    results = np.asarray(outcomes, dtype=np.float64)
    chances = special.expit(fitted.linear)
    weights = chances * (1 - chances)
    mean = _by(place, weights * inside) / _by(place, weights)
    deviation = inside - mean[place]
    information = _by(place, weights * deviation**2)
    has_both = information > 1e-9
    if has_both.sum() < FEWEST_PROVIDERS:
        raise Refusal(
            "providers",
            f"{int(has_both.sum())} treat patients in and out of the subgroup",
            "with so few nobody can say whether the gap is theirs or everywhere",
            "wait for more providers, or compare with a wider population",
        )
    found = Scores(_by(place, deviation * (results - chances))[has_both], information[has_both])
    variance = _variance(found)
    generator, drawn = np.random.default_rng(seed), np.empty(replicates)
    for at in range(replicates):
        noise = (generator.random(len(chances)) < chances) - chances
        drawn[at] = _variance(Scores(_by(place, deviation * noise)[has_both], found.information))
    tau_squared = max(0.0, variance)
    own = 1 / (1 / found.information + tau_squared)
    return SlopeSpread(
        gap=fitted.gap + float(own @ (found.score / found.information) / own.sum()),
        standard_error=float(own.sum() ** -0.5),
        spread=float(np.sqrt(tau_squared)),
        p_value=float((1 + (drawn >= variance).sum()) / (1 + replicates)),
        providers=int(has_both.sum()),
    )


@dataclass(frozen=True, eq=False)
class CommonGap:
    """The fit with one gap for all: the gap, and each patient's logit at its provider."""

    gap: float
    linear: Floats


def _fit(
    outcomes: npt.ArrayLike,
    expected: npt.ArrayLike,
    is_inside: npt.ArrayLike,
    providers: npt.ArrayLike,
) -> tuple[CommonGap, Integers, Floats]:
    """Fit one gap for all; also each patient's provider as a place, and membership as 0 and 1."""
    inside, ids = np.asarray(is_inside, dtype=np.float64), np.asarray(providers)
    logits = special.logit(np.asarray(expected, dtype=np.float64))
    # Where everybody is expected to do alike, there is nothing to adjust for.
    columns = [inside] if np.ptp(logits) < 1e-9 else [inside, logits]
    facts = np.column_stack(columns)
    found = random_intercept.fit(outcomes, ids, facts, ["subgroup", "case mix"][: len(columns)])
    place = np.searchsorted(found.providers, ids)
    linear = found.coefficients[0] + facts @ found.coefficients[1:] + found.effects[place]
    return CommonGap(float(found.coefficients[1]), linear), place, inside


def _by(place: Integers, values: Floats) -> Floats:
    """Add up by provider, shape (J,)."""
    return np.bincount(place, weights=values).astype(np.float64)


def _variance(scores: Scores) -> float:
    """Return τ² as estimated, below 0 where providers scatter less than chance."""
    own = scores.information
    total, square, cube = own.sum(), (own**2).sum(), (own**3).sum()
    # The common gap leaves scores that add up to nothing; a drawn world is made to as well.
    score = scores.score - own / total * scores.score.sum()
    free = square - 2 * cube / total + square**2 / total**2
    return float(((score**2).sum() - total + square / total) / free)
