"""The random-intercept logistic model: providers' effects, shrunken by how little is known of each.

A provider with few patients is drawn towards the average, so that chance is neither paid nor
punished. This is the model behind most published risk-standardised rates.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import plain_logistic
from fairterms.outcomes.comparison.ascent import climb
from fairterms.outcomes.comparison.cells import Cells, Floats, gather
from fairterms.outcomes.comparison.laplace import Surface
from fairterms.outcomes.comparison.separation import factor, unsettled
from fairterms.outcomes.comparison.sums import Moments, information, sum_all, sum_two
from fairterms.units.refusal import Refusal

LARGEST_SIGMA = 10.0
"""A spread in logits beyond which outcomes are, in effect, all the same within each provider."""

LEAST_GAIN = 1e-6
"""A spread that raises the log-likelihood by less than this is no spread."""


@dataclass(frozen=True, eq=False)
class RandomInterceptFit:
    """A fitted random-intercept logistic model; J providers, p coefficients.

    Attributes
    ----------
    names, coefficients, standard_errors
        The intercept first; logits per unit of each covariate, shapes (p,). The errors take σ as
        known.
    sigma
        Standard deviation of the provider effects, in logits. 0 where the data show no spread
        beyond chance: then all effects are 0 and the coefficients those of the plain model.
    log_likelihood
        By Laplace's approximation.
    providers, patients, observed
        Ids in rising order; patients; patients with the outcome; shapes (J,).
    effects, variances
        Conditional modes û in logits, and conditional variances 1/D in squared logits, shapes (J,).
    predicted, expected
        Σ expit(xβ + û) and Σ expit(xβ) over each provider's patients, shapes (J,).
    evaluations
        How often the likelihood was worked out.
    """

    names: tuple[str, ...]
    coefficients: Floats
    standard_errors: Floats
    sigma: float
    log_likelihood: float
    providers: npt.NDArray[np.generic]
    patients: Floats
    observed: Floats
    effects: Floats
    variances: Floats
    predicted: Floats
    expected: Floats
    evaluations: int

    @property
    def is_boundary(self) -> bool:
        """Whether the data show no spread between providers beyond chance."""
        return self.sigma == 0

    @property
    def reliability(self) -> Floats:
        """How much of each effect is signal, 1 − v/σ², from 0 to 1, shape (J,)."""
        if self.is_boundary:
            return np.zeros_like(self.variances)
        return np.asarray(1 - self.variances / self.sigma**2)

    @property
    def overall_rate(self) -> float:
        """Share of all patients with the outcome."""
        return float(self.observed.sum() / self.patients.sum())


@dataclass(frozen=True, eq=False)
class Estimate:
    """Where the likelihood is highest, in scaled coefficients.

    Attributes
    ----------
    coefficients, sigma, modes
        Scaled β, shape (p,); σ in logits; û in logits, shape (J,).
    log_likelihood, evaluations
        As in :class:`RandomInterceptFit`.
    """

    coefficients: Floats
    sigma: float
    modes: Floats
    log_likelihood: float
    evaluations: int


@dataclass(frozen=True, eq=False)
class Scale:
    """A start, and what a step of one in each scaled parameter means.

    Attributes
    ----------
    start
        Where all scaled parameters are 0.
    unit
        Steps in β, one column a parameter, shape (p, p).
    log_unit
        Step in ln σ.
    """

    start: Estimate
    unit: Floats
    log_unit: float

    def place(self, point: Floats) -> tuple[Floats, float]:
        """Return the scaled coefficients, shape (p,), and ln σ at a point, shape (p + 1,)."""
        coefficients = self.start.coefficients + self.unit @ point[:-1]
        return coefficients, float(np.log(self.start.sigma) + self.log_unit * point[-1])


def fit(
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str] | None = None,
) -> RandomInterceptFit:
    """Fit the model by maximum likelihood, integrals by Laplace's approximation.

    Parameters
    ----------
    outcomes
        Whether each patient reached the outcome, 0 or 1, shape (n,).
    providers
        Each patient's provider, any sortable ids, shape (n,).
    covariates
        Facts at intake, shape (n, k); the intercept is added. k may be 0.
    names
        What the covariates are called, k of them.

    Raises
    ------
    Refusal
        Where all outcomes are the same, a covariate tells the outcome by itself or repeats others,
        there is one provider, no provider has two patients, or outcomes do not differ within
        providers.

    Notes
    -----
    logit P(y = 1) = xβ + u_j, u_j ~ N(0, σ²). Equal on each run: no random start. With few patients
    a provider (some ten) Laplace's approximation finds σ a little too small; adaptive quadrature
    would find 0.4706 where it finds 0.4699 at 50 to 103 patients.

    Sources
    -------
    D. Bates, M. Mächler, B. Bolker, S. Walker, Fitting linear mixed-effects models using lme4,
    J. Stat. Softw. 67(1), 2015, for the model whose answers this one reproduces.

    Examples
    --------
    >>> draws = np.random.default_rng(1)
    >>> providers = np.repeat(np.arange(20), 50)
    >>> severity = draws.normal(size=1000)
    >>> chance = 1 / (1 + np.exp(0.5 + 0.8 * severity - draws.normal(0, 0.6, 20)[providers]))
    >>> fitted = fit(draws.random(1000) < chance, providers, severity[:, None], ["severity"])
    >>> fitted.coefficients.round(2).tolist(), round(fitted.sigma, 2)
    ([-0.77, -0.89], 0.68)
    """
    cells = gather(outcomes, providers, covariates, names)
    return describe(cells, estimate(cells))


def estimate(cells: Cells) -> Estimate:
    """Return where the likelihood of gathered patients is highest; raises as :func:`fit`."""
    refuse_too_few(cells)
    plain = plain_logistic.fit_cells(cells)
    still = np.zeros(len(cells.patients))
    moments = sum_all(cells, cells.predictor(plain), still)
    without = float(cells.event_sums.sum(axis=0) @ plain - moments.log_partition.sum())
    start = Estimate(plain, first_sigma(cells, moments), still, without, 1)
    found = climb_from(scale(start, cells), cells)
    if found.log_likelihood - without < LEAST_GAIN:
        return Estimate(plain, 0.0, still, without, found.evaluations)
    refuse_no_overlap(found.sigma)
    return found


def scale(start: Estimate, cells: Cells) -> Scale:
    """Return what one step in each parameter means, at a start with σ above 0.

    Notes
    -----
    By the information at the start (Cholesky for β; 2Σr², r the reliability of each provider, for
    ln σ), so that a step of one is about a standard error in each.
    """
    predictor = cells.predictor(start.coefficients)
    shape = information(cells, predictor, start.modes, start.sigma**-2)
    # A quarter is the variance of a patient at even chances: near enough for a scale.
    reliability = 1 / (1 + 4 / (cells.patients * start.sigma**2))
    return Scale(
        start,
        np.asarray(np.linalg.inv(factor(shape, cells.names)).T, dtype=np.float64),
        float(1 / np.sqrt(2 * np.sum(reliability**2))),
    )


def climb_from(scaled: Scale, cells: Cells, weights: Floats | None = None) -> Estimate:
    """Return where the likelihood is highest, climbing from a scaled start.

    Parameters
    ----------
    weights
        How often each provider counts, shape (J,); once if not given.
    """
    start, surface = scaled.start, Surface(cells, weights, scaled.start.modes)

    def height(point: Floats) -> tuple[float, Floats]:
        value, slope = surface.height(*scaled.place(point))
        return value, np.append(scaled.unit.T @ slope[:-1], scaled.log_unit * slope[-1])

    summit = climb(height, np.zeros(len(scaled.unit) + 1))
    if not summit.is_reached:
        raise unsettled(summit.evaluations)
    coefficients, log_sigma = scaled.place(summit.point)
    return Estimate(
        coefficients,
        float(np.exp(log_sigma)),
        surface.modes,
        summit.value,
        start.evaluations + summit.evaluations,
    )


def first_sigma(cells: Cells, moments: Moments) -> float:
    """Return a first guess at σ, in logits, from how far observed and expected lie apart.

    At σ = 0 the expected square of O − E is Σ w; a spread σ adds σ²(Σ w)².
    """
    excess = np.sum((cells.observed - moments.expected) ** 2 - moments.variance)
    return float(np.clip(np.sqrt(max(excess, 0) / np.sum(moments.variance**2)), 0.1, 2))


def describe(cells: Cells, found: Estimate) -> RandomInterceptFit:
    """Return the fit in the covariates' own units, with what it says of each provider."""
    predictor, still = cells.predictor(found.coefficients), np.zeros(len(found.modes))
    ridge = found.sigma**-2 if found.sigma else np.inf
    predicted, variance = sum_two(cells, predictor, found.modes)
    unscaling = cells.unscaling()
    shape = information(cells, predictor, found.modes, ridge)
    covariance = unscaling @ np.linalg.inv(shape) @ unscaling.T
    return RandomInterceptFit(
        names=cells.names,
        coefficients=unscaling @ found.coefficients,
        standard_errors=np.sqrt(np.diag(covariance)),
        sigma=found.sigma,
        log_likelihood=found.log_likelihood,
        providers=cells.providers,
        patients=cells.patients,
        observed=cells.observed,
        effects=found.modes,
        variances=1 / (variance + ridge),
        predicted=predicted,
        expected=sum_two(cells, predictor, still)[0],
        evaluations=found.evaluations,
    )


def refuse_too_few(cells: Cells) -> None:
    """Refuse to estimate a spread that the numbers cannot show."""
    if len(cells.patients) < 2:
        raise Refusal(
            "providers",
            "there is only one",
            "a spread between providers cannot be seen in one of them",
            "compare it with published coefficients instead, or add other providers",
        )
    if cells.patients.max() < 2:
        raise Refusal(
            "providers",
            "none has two patients",
            "a provider's own effect cannot be told from its patient's luck",
            "compare larger units, or a longer time",
        )


def refuse_no_overlap(sigma: float) -> None:
    """Refuse a spread so large that outcomes hardly differ within any provider."""
    if sigma > LARGEST_SIGMA:
        raise Refusal(
            "providers",
            "outcomes are nearly the same within each of them",
            "no finite spread describes that; it is usually an error in counting",
            "check how each provider records the outcome",
        )
