"""Providers with an intercept each: nothing is shrunken, and the median provider is the measure.

Large and small providers are treated alike, which leaves small ones far out by chance; the exact
test beside each ratio says how far chance goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake, plain_logistic
from fairterms.outcomes.comparison.cells import Cells, Floats, gather
from fairterms.outcomes.comparison.chance import normal_quantile
from fairterms.outcomes.comparison.laplace import find_modes
from fairterms.outcomes.comparison.poisson_binomial import Tails, judge_providers
from fairterms.outcomes.comparison.separation import Watch, solve, unsettled
from fairterms.outcomes.comparison.sums import information, project, sum_all, sum_two
from fairterms.units.refusal import Refusal

FLAT = 1e-6
MOST_STEPS = 50
LEAST_CONTRAST = 1e-12
"""Information within providers, beside the largest, below which a covariate shows no contrast."""

FURTHEST_Z = 8.2
"""Beyond this a tail chance is smaller than a float next to 1 can show."""


@dataclass(frozen=True, eq=False)
class FixedEffectsFit:
    """A fitted model with an intercept for each provider; J providers, k covariates.

    Attributes
    ----------
    names, coefficients
        Covariates and their logits per unit, shapes (k,).
    providers, patients, observed
        Ids in rising order; patients; patients with the outcome; shapes (J,).
    intercepts
        In logits, shape (J,); infinite where all or none of the patients reached the outcome.
    median_intercept
        The median provider's.
    expected
        Patients expected to reach the outcome at the median provider, shape (J,).
    tails
        How unusual each provider's result would be for the median provider.
    """

    names: tuple[str, ...]
    coefficients: Floats
    providers: npt.NDArray[np.generic]
    patients: Floats
    observed: Floats
    intercepts: Floats
    median_intercept: float
    expected: Floats
    tails: tuple[Tails, ...]

    @property
    def ratio(self) -> Floats:
        """Observed over expected at the median provider, the fixed-effects SRR, shape (J,)."""
        return self.observed / self.expected

    @property
    def scores(self) -> Floats:
        """z-scores of the tails, above 0 where the result is higher, shape (J,)."""
        below = np.array([tail.low - tail.at / 2 for tail in self.tails])
        above = np.array([tail.high - tail.at / 2 for tail in self.tails])
        # From the smaller tail, which alone is precise.
        found = np.where(below <= above, normal_quantile(below), -normal_quantile(above))
        return np.asarray(np.clip(found, -FURTHEST_Z, FURTHEST_Z))


def fit(
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str] | None = None,
) -> FixedEffectsFit:
    """Fit the model; parameters and refusals as in :func:`plain_logistic.fit`.

    Notes
    -----
    logit P(y = 1) = γ_j + xβ. The γ are profiled out: for each β O_j = Σ expit(γ_j + xβ);
    β follows by Newton with the information XᵀWX − Σ B Bᵀ/Σw. Providers whose patients all, or
    none, reached the outcome say nothing about β; their γ is infinite and counts in the median.

    Sources
    -------
    K. He et al., Evaluating hospital readmission rates in dialysis facilities; adjusting for
    hospital effects, Lifetime Data Anal. 19:490-512, 2013.

    Examples
    --------
    >>> fitted = fit([1, 0, 0, 0, 1, 0, 1, 1, 1, 0], list("aaaabbcccc"), np.empty((10, 0)))
    >>> fitted.expected.tolist()  # the median provider's patients reach it half the time
    [2.0, 1.0, 2.0]
    >>> fitted.ratio.tolist()
    [0.5, 1.0, 1.5]
    """
    results, ids, facts, labels = intake.check(outcomes, providers, covariates, names)
    cells = gather(results, ids, facts, labels)
    plain_logistic.refuse_equal_outcomes(cells)
    is_mixed = (cells.observed > 0) & (cells.observed < cells.patients)
    refuse_no_mixed(is_mixed)
    kept = np.isin(ids, cells.providers[is_mixed])
    within = cells if is_mixed.all() else gather(results[kept], ids[kept], facts[kept], labels)
    scaled, modes = fit_cells(within)
    unscaled = within.unscaled(np.concatenate([[0.0], scaled]))
    intercepts = np.where(cells.observed > 0, np.inf, -np.inf)
    intercepts[is_mixed] = modes + unscaled[0]
    median = float(np.median(intercepts))
    refuse_infinite_median(median)
    predictor = cells.predictor(cells.scaled(np.concatenate([[median], unscaled[1:]])))
    still = np.zeros(len(intercepts))
    return FixedEffectsFit(
        labels,
        unscaled[1:],
        cells.providers,
        cells.patients,
        cells.observed,
        intercepts,
        median,
        sum_two(cells, predictor, still)[0],
        judge_providers(cells, predictor, still),
    )


def fit_cells(cells: Cells) -> tuple[Floats, Floats]:
    """Return scaled coefficients, shape (k,), and intercepts at the mean cell, shape (J,)."""
    coefficients, mu = np.zeros(cells.design.shape[1]), np.empty(len(cells.trials))
    modes = np.log(cells.observed / (cells.patients - cells.observed))
    ones, none, watch = np.ones_like(modes), np.zeros_like(modes), Watch(cells.names[1:])
    for _ in range(MOST_STEPS):
        predictor = cells.predictor(coefficients)
        modes = find_modes(cells, predictor, np.inf, modes)
        if len(coefficients) == 1:
            return coefficients[1:], modes
        sum_all(cells, predictor, modes, mu)
        slope = (cells.event_sums.sum(axis=0) - project(cells, mu, (ones, none, none)))[1:]
        shape = information(cells, predictor, modes, 0.0)[1:, 1:]
        refuse_no_contrast(cells, shape)
        step = np.concatenate([[0.0], solve(shape, slope, watch.names)])
        # Steps beyond a few standard deviations only happen far from the top.
        step *= min(1.0, 5 / float(np.abs(step).max() + 1e-300))
        coefficients = coefficients + step
        move = cells.predictor(step)
        if slope @ step[1:] < FLAT and watch.is_at_rest(predictor, move, step[1:]):
            predictor = cells.predictor(coefficients)
            return coefficients[1:], find_modes(cells, predictor, np.inf, modes)
    raise unsettled(MOST_STEPS)


def refuse_no_contrast(cells: Cells, shape: Floats) -> None:
    """Refuse covariates that never differ between patients of one provider.

    Parameters
    ----------
    shape
        The information within providers, shape (k, k).
    """
    values, vectors = np.linalg.eigh(shape)
    if values[0] > LEAST_CONTRAST * values[-1]:
        return
    parts = np.abs(vectors[:, 0])
    told = [n for n, part in zip(cells.names[1:], parts, strict=True) if part >= 0.5 * parts.max()]
    raise Refusal(
        "covariates",
        f"{', '.join(told)} is the same for all patients of each provider",
        "its coefficient cannot be told from the providers' own intercepts",
        "leave it out, or use the random-intercept model",
    )


def refuse_no_mixed(is_mixed: npt.NDArray[np.bool_]) -> None:
    """Refuse where no provider has patients with and without the outcome."""
    if not is_mixed.any():
        raise Refusal(
            "providers",
            "outcomes are the same within each of them",
            "covariates cannot be weighed without patients who differ within a provider",
            "compare over a longer time, or use the random-intercept model",
        )


def refuse_infinite_median(median: float) -> None:
    """Refuse to measure against a median provider whose patients all, or never, succeed."""
    if not np.isfinite(median):
        raise Refusal(
            "providers",
            "at half of them all, or none, of the patients reached the outcome",
            "there is no finite median provider to compare with",
            "compare over a longer time, or use the random-intercept model",
        )
