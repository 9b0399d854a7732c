"""Null worlds: the same patients with new outcomes, in which no subgroup departs from the case mix.

Providers differ in them as they do in the data. A world without that is also offered, to show what
is claimed where the resemblance of a provider's patients is forgotten.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison import plain_logistic, random_intercept
from fairterms.outcomes.exceptions.cohort import Cohort
from fairterms.outcomes.exceptions.score_curve import Floats, Integers

MOST_REFITS = 50
REFIT_TOLERANCE = 1e-6
"""Logits: a last step smaller than this moves no score anyone would see."""

NEAREST = 1e-9
"""No patient's chance is nearer to 0 or 1, so that every score stays finite."""


@dataclass(frozen=True, eq=False)
class NullModel:
    """What is redrawn from; n patients, J providers, p covariates.

    Attributes
    ----------
    design
        A column of ones and the covariates, standardised, shape (n, p + 1).
    place
        Each patient's provider, shape (n,).
    providers
        Their number, J.
    plain
        Coefficients of the plain model, in logits per column of `design`, shape (p + 1,).
    inverse
        Inverse of the plain model's curvature there, shape (p + 1, p + 1).
    linear
        xβ of the random-intercept model, logits, shape (n,).
    sigma
        σ, the spread of providers in logits; 0 where the data show none.
    """

    design: Floats
    place: Integers
    providers: int
    plain: Floats
    inverse: Floats
    linear: Floats
    sigma: float

    @property
    def expected(self) -> Floats:
        """Each patient's chance by the case mix alone, shape (n,)."""
        return chance(self.design @ self.plain)

    def draw(self, generator: np.random.Generator) -> Floats:
        """Draw new providers' effects, then new outcomes, shape (n,)."""
        effects = generator.normal(0, self.sigma, self.providers)
        rates = chance(self.linear + effects[self.place])
        return (generator.random(len(rates)) < rates).astype(np.float64)

    def draw_naive(self, generator: np.random.Generator) -> Floats:
        """Draw new outcomes as if all providers were alike, shape (n,)."""
        rates = self.expected
        return (generator.random(len(rates)) < rates).astype(np.float64)

    def refit(self, outcomes: Floats) -> Floats:
        """Return expectations fitted to new outcomes, shape (n,): each world goes the same way.

        Notes
        -----
        Newton's steps for the plain model from the coefficients of the data, with the curvature
        there: a few more steps, each ten times cheaper.
        """
        coefficients = self.plain
        for _ in range(MOST_REFITS):
            step = self.inverse @ ((outcomes - chance(self.design @ coefficients)) @ self.design)
            coefficients = coefficients + np.clip(step, -2, 2)
            if np.abs(step).max() < REFIT_TOLERANCE:
                break
        return chance(self.design @ coefficients)


def chance(logits: Floats) -> Floats:
    """Return expit of logits, kept off 0 and 1."""
    return np.asarray(np.clip(special.expit(logits), NEAREST, 1 - NEAREST), dtype=np.float64)


def fit(cohort: Cohort) -> NullModel:
    """Fit the case mix of a cohort, with and without effects of providers.

    Raises
    ------
    Refusal
        As :func:`fairterms.outcomes.comparison.random_intercept.fit`.

    Notes
    -----
    The scan's expectations are those of the plain model: they add up to what was observed, and a
    contract's adjuster knows no provider. The redraw is from the random-intercept model.
    """
    cells = cohort.cells()
    plain = plain_logistic.fit_cells(cells)
    # Coefficients of the cells count in standard deviations, and so must the columns here.
    found = random_intercept.estimate(cells)
    design = np.ones((cohort.patients, len(plain)))
    design[:, 1:] = (cohort.covariates - cells.centre) / cells.spread
    rates = chance(design @ plain)
    curvature = (design * (rates * (1 - rates))[:, None]).T @ design
    inverse = np.asarray(np.linalg.inv(curvature), dtype=np.float64)
    known, place = cohort.provider_places()
    linear = design @ found.coefficients
    return NullModel(design, place, len(known), plain, inverse, linear, float(found.sigma))
