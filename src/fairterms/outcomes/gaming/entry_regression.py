"""Entry above a cut: patients who scored high that day score lower the next by themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.outcomes.gaming.evidence import Terms, present
from fairterms.outcomes.patient_change.scores import Floats


@dataclass(frozen=True)
class ByItself:
    """What entry above a cut brings without any care.

    Attributes
    ----------
    n
        Patients.
    points
        Mean fall of the score that regression to the mean alone gives.
    rate
        The share that reaches the measure by it alone, as a fraction.
    """

    n: int
    points: float
    rate: float

    def subtract(self, observed: float) -> float:
        """Return the rate that is left; nobody's merit is taken out."""
        return observed - self.rate


def expect_by_itself(intake: Floats, terms: Terms) -> ByItself:
    """Work out what unchanged patients would show at a second screening.

    Parameters
    ----------
    intake
        Scores of those who entered, in points, shape (n,).
    terms
        With the mean μ, spread s and reliability r of everybody's screening scores.

    Raises
    ------
    Lacking
        Where mean, spread or reliability were not agreed.

    Notes
    -----
    Given the first score x the second is normal with mean μ + r(x − μ) and spread s√(1 − r²), both
    cut by whatever entry requires, for entry was by x. Scores are whole, so the chance of
    x2 ≤ limit is taken at limit + ½, the limit rounded down.

    Examples
    --------
    >>> terms = Terms(10, 0.5, (120, 240), 0, 27, 8, 6, 0.84)
    >>> found = expect_by_itself(np.array([10.0, 16, 24]), terms)
    >>> round(found.points, 2), round(found.rate, 3)
    (1.39, 0.044)
    """
    mean = present(terms.population_mean, "terms.reliability")
    spread = present(terms.population_sd, "terms.reliability")
    r = present(terms.reliability, "terms.reliability")
    fall = (1 - r) * (intake - mean)
    limit = np.floor(intake * (1 - terms.response_share) + 1e-9) + 0.5
    z = (limit - (intake - fall)) / (spread * np.sqrt(1 - r * r))
    return ByItself(len(intake), float(fall.mean()), float(normal_probability(z).mean()))
