"""The likelihood of a random-intercept logistic model by Laplace's approximation, with its slope.

η = xβ + u, u ~ N(0, σ²) for each provider. The integral over u is replaced by that of the normal
curve which touches the integrand at its top, û, the conditional mode.
"""

import numpy as np

from fairterms.outcomes.comparison.cells import Cells, Floats
from fairterms.outcomes.comparison.sums import Moments, project, sum_all, sum_two

FLAT = 1e-5
"""Newton steps shorter than this end the search: what is left is of the order of their square."""

MOST_STEPS = 200


def find_modes(cells: Cells, predictor: Floats, sigma: float, start: Floats) -> Floats:
    """Return the conditional modes û, in logits, shape (J,).

    Parameters
    ----------
    predictor
        xβ of each cell, shape (m,).
    sigma
        Standard deviation of the provider effects, in logits, above 0.
    start
        Where to begin, shape (J,).

    Notes
    -----
    Newton: u += (Σ(y − μ) − λu)/D, D = Σ w + λ, λ = σ⁻². Since |d ln D/du| ≤ 1, a step of at most
    one logit cannot overshoot into a cycle.
    """
    effects, ridge = start.copy(), sigma**-2
    for _ in range(MOST_STEPS):
        expected, variance = sum_two(cells, predictor, effects)
        step = (cells.observed - expected - ridge * effects) / (variance + ridge)
        np.clip(step, -1, 1, out=step)
        effects += step
        if np.abs(step).max() < FLAT:
            return effects
    raise AssertionError("the search for the conditional modes did not end")


class Surface:
    """The log-likelihood over (β, ln σ); it begins each search for modes where the last one ended.

    Attributes
    ----------
    cells
        The patients.
    weights
        How often each provider counts, shape (J,).
    modes
        The conditional modes at the last point looked at, shape (J,).
    """

    def __init__(self, cells: Cells, weights: Floats | None, modes: Floats) -> None:
        self.cells = cells
        self.weights = np.ones(len(cells.patients)) if weights is None else weights
        self.modes = modes
        self._event_sum = self.weights @ cells.event_sums
        self._mu = np.empty(len(cells.trials))

    def height(self, coefficients: Floats, log_sigma: float) -> tuple[float, Floats]:
        """Return the log-likelihood and its gradient, shape (p + 1,), ln σ last.

        Notes
        -----
        L = Σ[yη − ln(1 + e^η)] − ½λΣu² − ½Σ ln D − J ln σ;
        ∂L/∂β = Xᵀ(y − μ) − ½Σ D⁻¹Σ w(1 − 2μ)(x − B/D), which is Xᵀ times one number a patient;
        ∂L/∂ln σ = −J + λΣu² − ½Σ D⁻¹(−2λ + 2λCu/D), C = Σ w(1 − 2μ).
        """
        cells, sigma, ridge = self.cells, float(np.exp(log_sigma)), float(np.exp(-2 * log_sigma))
        predictor = cells.predictor(coefficients)
        self.modes = find_modes(cells, predictor, sigma, self.modes)
        moments = sum_all(cells, predictor, self.modes, self._mu)
        total = self._total(moments, coefficients, ridge) - self.weights.sum() * log_sigma
        curvature = moments.variance + ridge
        skew = moments.skewness / curvature
        half = self.weights / (2 * curvature)
        slope = self._event_sum + project(cells, self._mu, (-self.weights, -half, half * skew))
        along = ridge * self.modes**2 - 1 + (1 - skew * self.modes) * ridge / curvature
        return float(total), np.append(slope, self.weights @ along)

    def _total(self, moments: Moments, coefficients: Floats, ridge: float) -> float:
        """Return the log-likelihood but for J ln σ."""
        each = (
            self.cells.observed * self.modes
            - moments.log_partition
            - ridge * self.modes**2 / 2
            - np.log(moments.variance + ridge) / 2
        )
        return float(self._event_sum @ coefficients + self.weights @ each)
