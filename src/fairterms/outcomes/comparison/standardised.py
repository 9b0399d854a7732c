"""Risk-standardised ratios and rates: a provider beside the average one, with the same patients.

Predicted counts the provider's own, shrunken effect; expected counts the average provider's. The
ratio of the two (SRR) times the overall rate is the risk-standardised rate (RSRR).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.cells import Cells, Floats, gather
from fairterms.outcomes.comparison.random_intercept import (
    Estimate,
    RandomInterceptFit,
    Scale,
    climb_from,
    describe,
    estimate,
    scale,
)
from fairterms.outcomes.comparison.sums import sum_two
from fairterms.units.refusal import Refusal

LEAST_START = 0.1
"""A spread in logits to start a replicate from, where the fit itself found none."""

MOST_FAILED = 0.05
"""The share of replicates without a fit beyond which intervals are refused; a choice of ours."""


@dataclass(frozen=True, eq=False)
class Standardised:
    """Risk-standardised results; J providers.

    Attributes
    ----------
    fit
        What they rest on, with ids and counts.
    ratio, rate
        SRR, and RSRR as a share of patients, shapes (J,).
    """

    fit: RandomInterceptFit
    ratio: Floats
    rate: Floats


@dataclass(frozen=True, eq=False)
class Intervals:
    """How far chance moves the results; J providers.

    Attributes
    ----------
    standardised
        The results themselves.
    ratio_low, ratio_high
        The interval of each SRR, shapes (J,).
    level
        Share of replicates inside, such as 0.95.
    replicates, failed
        How many were asked for, and in how many of these no model could be fitted.
    """

    standardised: Standardised
    ratio_low: Floats
    ratio_high: Floats
    level: float
    replicates: int
    failed: int

    @property
    def rate_low(self) -> Floats:
        """Lower end of each RSRR's interval, shape (J,)."""
        return self.ratio_low * self.standardised.fit.overall_rate

    @property
    def rate_high(self) -> Floats:
        """Upper end of each RSRR's interval, shape (J,)."""
        return self.ratio_high * self.standardised.fit.overall_rate


def standardise(fit: RandomInterceptFit) -> Standardised:
    """Return SRR and RSRR of each provider of a fit.

    Notes
    -----
    SRR_j = Σ expit(xβ + û_j)/Σ expit(xβ); RSRR_j = SRR_j·ȳ, ȳ the share of all patients with the
    outcome. Ratios compare a provider with the average provider treating *its own* patients: two
    providers' ratios rest on different patients and are not measured against each other.

    Sources
    -------
    The Committee of Presidents of Statistical Societies with CMS, Statistical issues in assessing
    hospital performance, 2012.
    """
    ratio = fit.predicted / fit.expected
    return Standardised(fit, ratio, ratio * fit.overall_rate)


def resample(
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str] | None = None,
    *,
    seed: int,
    replicates: int = 200,
) -> Intervals:
    """Return SRR and RSRR with 95 % intervals by resampling providers.

    Parameters
    ----------
    outcomes, providers, covariates, names
        As in :func:`fairterms.outcomes.comparison.random_intercept.fit`.
    seed
        The same seed gives the same intervals.
    replicates
        How many times to resample, 20 or more; 1,000 or more where money hangs on an end.

    Raises
    ------
    Refusal
        As the fit; and where more than one replicate in twenty cannot be fitted.

    Notes
    -----
    In each replicate J providers are drawn with replacement and the model is fitted to them, a
    provider drawn twice counting twice. Then u_j is drawn from N(û_j, v_j) at the replicate's β and
    σ, for **every** provider, drawn or not, and gives its SRR. (Computing it only for the drawn
    ones needs more replicates for the same precision.) The interval holds the middle 95 %.
    """
    if replicates < 20:
        raise Refusal(
            "replicates",
            f"{replicates} are too few",
            "the ends of a 95 % interval need at least twenty",
            "ask for 200 or more",
        )
    cells = gather(outcomes, providers, covariates, names)
    found = estimate(cells)
    scaled = scale(_with_spread(found), cells)
    generator = np.random.default_rng(seed)
    drawn = [_draw_ratio(scaled, cells, generator) for _ in range(replicates)]
    ratios = [ratio for ratio in drawn if ratio is not None]
    failed = replicates - len(ratios)
    if failed > MOST_FAILED * replicates:
        raise Refusal(
            "intervals",
            f"{failed} of {replicates} resampled sets of providers could not be fitted",
            "the fit hangs on a few providers, and an interval would hide that",
            "leave out covariates that few providers' patients have, or add providers",
        )
    low, high = np.quantile(np.array(ratios), [0.025, 0.975], axis=0)
    return Intervals(standardise(describe(cells, found)), low, high, 0.95, replicates, failed)


def _with_spread(found: Estimate) -> Estimate:
    """Return a start with σ above 0."""
    return Estimate(
        found.coefficients,
        max(found.sigma, LEAST_START),
        found.modes,
        found.log_likelihood,
        found.evaluations,
    )


def _draw_ratio(scaled: Scale, cells: Cells, generator: np.random.Generator) -> Floats | None:
    """Return one replicate's SRR of each provider, shape (J,); None where it cannot be fitted."""
    number = len(cells.patients)
    # Both are drawn before anything can fail, so that a failure moves no later replicate.
    weights = np.bincount(generator.integers(number, size=number), minlength=number)
    noise = generator.standard_normal(number)
    try:
        found = climb_from(scaled, cells, weights.astype(np.float64))
    except Refusal:
        return None
    predictor = cells.predictor(found.coefficients)
    _, variance = sum_two(cells, predictor, found.modes)
    effects = found.modes + noise / np.sqrt(variance + found.sigma**-2)
    predicted, _ = sum_two(cells, predictor, effects)
    expected, _ = sum_two(cells, predictor, np.zeros(number))
    return predicted / expected
