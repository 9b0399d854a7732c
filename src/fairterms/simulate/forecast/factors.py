"""Year-level factors: what moves a whole year at once, for every patient alike.

Chance between patients evens out in a large group; a dear year does not. With patient noise alone
a contract that loses money in 31 % of years looks as if it did in 17 %. So every forecast says how
far each factor may move, and one that leaves a factor out is refused.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.simulate.years import FloatArray

MEANINGS = {
    "trend": "what one unit of care costs this year, against what was expected",
    "acuity": "how ill the group's patients are this year",
    "coding": "how completely diagnoses are written down, which moves risk scores",
    "attribution": "how many people the plan lists as the group's",
    "completion": "how many patients have the scores a measure needs",
    "no_show": "how many booked visits are kept: −2 % is two more in a hundred missed",
    "staffing": "how many clinicians the group has to give care",
}
"""The factors every forecast must speak of, with what each means."""


@dataclass(frozen=True)
class Factor:
    """How far one factor may move a year.

    Attributes
    ----------
    name
        One of :data:`MEANINGS`.
    spread
        Standard deviation as a share: 0.04 moves a usual year by 4 % either way.
    centre
        Where the middle lies against the expected scenario, as a share; 0 when it is believed.
    grows
        Share by which the middle grows from one performance year to the next.
    basis
        Why these numbers, in the group's words.
    rests_on
        Past years whose mean the expected level is; 0 takes the level for known.
    """

    name: str
    spread: float
    centre: float = 0.0
    grows: float = 0.0
    basis: str = ""
    rests_on: int = 0

    def normal_moves(self, scores: FloatArray, year: int) -> FloatArray:
        """Return the logarithm by which each year moves, before any weight.

        Parameters
        ----------
        scores
            One standard normal number a year, shape (years,).
        year
            Which performance year, counted from 0. Nobody knows a later year as well as the
            first: the spread of a factor that grows widens with the square root of the years.
        """
        middle = np.log1p(self.centre) + year * np.log1p(self.grows)
        return np.asarray(middle + np.sqrt(self.variance(year)) * scores)

    def variance(self, year: int) -> float:
        """Return the variance of :meth:`normal_moves`, which keeps means where they are.

        Notes
        -----
        A year lies ``spread`` from the true level, and the mean of k past years lies spread ÷ √k
        from it. Left out, an 80 % range that rests on three years holds 73 %.
        """
        of_the_year = year + 1 if self.grows else 1
        of_the_level = 1 / self.rests_on if self.rests_on else 0.0
        return self.spread**2 * (of_the_year + of_the_level)
