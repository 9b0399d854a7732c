"""Plain logistic regression: one intercept for all providers, and what each was expected to reach.

The expected number rests on the patients' facts at intake alone, so the ratio of observed to
expected says how a provider did with the patients it had, chance included.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.cells import Cells, Floats, gather
from fairterms.outcomes.comparison.poisson_binomial import judge_providers
from fairterms.outcomes.comparison.separation import Watch, solve, unsettled
from fairterms.outcomes.comparison.sums import information, project, sum_all
from fairterms.units.refusal import Refusal

FLAT = 1e-6
"""The search ends with a step that promises less log-likelihood than this; the error left is of the
order of its square."""

MOST_STEPS = 100


@dataclass(frozen=True, eq=False)
class PlainFit:
    """A fitted plain logistic model; J providers, p coefficients.

    Attributes
    ----------
    names, coefficients, standard_errors
        The intercept first; logits per unit of each covariate, shapes (p,).
    log_likelihood
        At the coefficients.
    providers, patients, observed
        Ids in rising order; patients; patients with the outcome; shapes (J,).
    expected, variance
        Σ μ and Σ μ(1 − μ) of each provider's patients, shapes (J,).
    p_low, p_high
        Chance, for a provider as good as its patients' facts suggest, of a result as low or lower,
        and as high or higher; exact; shapes (J,).
    """

    names: tuple[str, ...]
    coefficients: Floats
    standard_errors: Floats
    log_likelihood: float
    providers: npt.NDArray[np.generic]
    patients: Floats
    observed: Floats
    expected: Floats
    variance: Floats
    p_low: Floats
    p_high: Floats

    @property
    def ratio(self) -> Floats:
        """O/E of each provider, shape (J,)."""
        return self.observed / self.expected


def fit(
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str] | None = None,
) -> PlainFit:
    """Fit the plain model and compare each provider's result with what was expected.

    Parameters
    ----------
    outcomes, providers, covariates, names
        As in :func:`fairterms.outcomes.comparison.cells.gather`; shapes (n,), (n,), (n, k), (k,).

    Raises
    ------
    Refusal
        Where all outcomes are the same, or a covariate tells the outcome by itself.

    Examples
    --------
    Three of four reach the outcome at b, one of four at a; four were expected in all.

    >>> fitted = fit([1, 0, 0, 0, 1, 1, 1, 0], list("aaaabbbb"), np.empty((8, 0)))
    >>> fitted.ratio.tolist()
    [0.5, 1.5]
    >>> fitted.p_high.tolist()  # 1 or more of 4, and 3 or more of 4, at even chances
    [0.9375, 0.3125]
    """
    cells = gather(outcomes, providers, covariates, names)
    coefficients = fit_cells(cells)
    predictor, still = cells.predictor(coefficients), np.zeros(len(cells.patients))
    moments = sum_all(cells, predictor, still)
    unscaling = cells.unscaling()
    covariance = np.linalg.inv(information(cells, predictor, still, np.inf))
    tails = judge_providers(cells, predictor, still)
    return PlainFit(
        cells.names,
        unscaling @ coefficients,
        np.sqrt(np.diag(unscaling @ covariance @ unscaling.T)),
        float(cells.event_sums.sum(axis=0) @ coefficients - moments.log_partition.sum()),
        cells.providers,
        cells.patients,
        cells.observed,
        moments.expected,
        moments.variance,
        np.array([tail.low for tail in tails]),
        np.array([tail.high for tail in tails]),
    )


def fit_cells(cells: Cells) -> Floats:
    """Return the scaled coefficients of the plain model, shape (p,).

    Notes
    -----
    Iteratively reweighted least squares, that is Newton: β += (XᵀWX)⁻¹Xᵀ(y − μ), halved while the
    log-likelihood falls. Where a covariate settles some outcomes (separation) the likelihood has no
    top; that is refused by name.
    """
    refuse_equal_outcomes(cells)
    share = cells.observed.sum() / cells.patients.sum()
    coefficients = np.zeros(cells.design.shape[1])
    coefficients[0] = np.log(share / (1 - share))
    still, sums = np.zeros(len(cells.patients)), cells.event_sums.sum(axis=0)
    mu = np.empty(len(cells.trials))
    ones, none = np.ones_like(still), np.zeros_like(still)
    best, step, watch = -np.inf, np.zeros_like(coefficients), Watch(cells.names)
    for _ in range(MOST_STEPS):
        predictor = cells.predictor(coefficients)
        moments = sum_all(cells, predictor, still, mu)
        found = float(sums @ coefficients - moments.log_partition.sum())
        if found < best - 1e-9 * abs(best):
            step = step / 2
            coefficients = coefficients - step
            continue
        best = found
        slope = sums - project(cells, mu, (ones, none, none))
        step = solve(information(cells, predictor, still, np.inf), slope, cells.names)
        coefficients = coefficients + step
        if slope @ step < FLAT and watch.is_at_rest(predictor, cells.predictor(step), step):
            return coefficients
    raise unsettled(MOST_STEPS)


def refuse_equal_outcomes(cells: Cells) -> None:
    """Refuse to compare where every patient, or none, reached the outcome."""
    observed, patients = cells.observed.sum(), cells.patients.sum()
    if observed in {0, patients}:
        raise Refusal(
            "outcomes",
            f"{'all' if observed else 'none'} of the patients reached it",
            "where outcomes do not differ there is nothing to explain or to compare",
            "check how the outcome is counted, or compare over a longer time",
        )
