"""What earlier years say of a month: its season, and how far and how long it strays from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

MOST_CARRIED = 0.9
"""A month never keeps more of the one before: three years cannot tell 0.9 from 1 (our choice)."""

SMALLEST_SQUARE = 1e-18
"""A scatter whose square is below it is none; divisions need one."""


@dataclass(frozen=True, eq=False)
class Season:
    """Seasons as logarithms, January first.

    Attributes
    ----------
    middle
        How far a month lies from the average month of its year, shape (12,); the mean of the twelve
        factors is 1.
    doubt
        How well they are known, as a covariance of shape (12, 12).
    noise
        How far one month scatters around its season, as a standard deviation.
    carry
        How much of it the next month keeps, 0 to below 1: whoever is dear in one month is often
        dear in the next.
    freedom
        How many months that tell nothing of each other the noise is known from.
    """

    middle: FloatArray
    doubt: FloatArray
    noise: float
    carry: float
    freedom: float

    def covariance(self) -> FloatArray:
        """Return how the chance of twelve months hangs together, shape (12, 12)."""
        return np.asarray(self.noise**2 * _kept(self.carry, 12))


def season_of(months: Sequence[date], logs: FloatArray) -> Season:
    """Learn seasons from the months of earlier years.

    Parameters
    ----------
    months
        Months of two years or more, each once.
    logs
        The logarithm of the figure in each, shape (months,).

    Raises
    ------
    Refusal
        When some month of the year was seen fewer than twice.

    Notes
    -----
    Least squares with one level a year and one step a month. The steps are drawn towards no season
    by how much of their scatter is chance: three Januaries do not show a season that is smaller
    than that.

    What a month keeps of the one before is the correlation of what is left, which taking the mean
    out of n months draws down to r ≈ ρ − (1 + 3ρ) ÷ n; ρ = (n r + 1) ÷ (n − 3) puts it back.

    Sources
    -------
    Marriott and Pope, "Bias in the estimation of autocorrelations", Biometrika 41, 1954.
    """
    numbers = np.array([month.month - 1 for month in months], dtype=np.int64)
    years = np.array([month.year for month in months])
    seen = np.bincount(numbers, minlength=12)
    if seen.min() < 2:
        raise Refusal(
            "season of the months",
            f"month {int(np.argmin(seen)) + 1} was seen in {int(seen.min())} earlier years",
            "what comes in one year more than in another cannot be told from chance",
            "add the claims and member-months of two earlier years or more to year/",
        )
    steps, left, free = _fitted(numbers, years, logs)
    carry = _carry(months, left)
    # The mean of a year takes with it what its months have in common; so much is put back.
    common = float(_kept(carry, 12).mean())
    noise = float(np.sqrt(left @ left / free * (1 - 1 / 12) / (1 - common)))
    middle, doubt = _drawn_together(steps, noise**2 * _kept(carry, 12) / seen.min())
    alone = (1 - carry**2) / (1 + carry**2)
    return Season(middle - np.log(np.mean(np.exp(middle))), doubt, noise, carry, free * alone)


def _drawn_together(steps: FloatArray, chance: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Draw steps towards no season by how much of their scatter is chance.

    Parameters
    ----------
    steps
        As they were seen, shape (12,), adding up to 0.
    chance
        The covariance of what chance adds to them, shape (12, 12).

    Returns
    -------
    tuple
        The steps as they are believed, and the covariance of the doubt that is left.

    Notes
    -----
    How much is chance is itself estimated: no step is ever called chance altogether, and the doubt
    about the share is added.

    Sources
    -------
    Morris, "Parametric empirical Bayes inference", Journal of the American Statistical Association
    78, 1983, section 1.
    """
    apart = np.eye(12) - 1 / 12
    error = apart @ chance @ apart
    by_chance, seen = float(np.trace(error)) / 11, float(steps @ steps) / 11
    # With eleven free steps nine elevenths is the most that may be called chance.
    shrink = 9 / 11 * min(by_chance / seen, 1.0) if seen > 0 else 9 / 11
    if shrink < SMALLEST_SQUARE:
        return steps, error
    believed = by_chance * (1 - shrink) / shrink * apart
    pull = believed @ np.linalg.pinv(believed + error, hermitian=True)
    unsure = 2 / 9 * shrink**2 * np.outer(steps, steps)
    return pull @ steps, believed - pull @ believed + unsure


def _kept(carry: float, months: int) -> FloatArray:
    """Return the correlation of months that keep a share of the one before."""
    number = np.arange(months)
    return np.asarray(carry ** np.abs(number[:, None] - number[None, :]), dtype=np.float64)


def _carry(months: Sequence[date], left: FloatArray) -> float:
    """Return how much of a month's chance the next month of the same year keeps."""
    by_month = dict(zip(months, left, strict=True))
    pairs = [
        (value, by_month[month.replace(month=month.month + 1)])
        for month, value in by_month.items()
        if month.month < 12 and month.replace(month=month.month + 1) in by_month
    ]
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    alike = float(np.mean(one * other) / max(float(np.mean(left**2)), SMALLEST_SQUARE))
    return min(max((12 * alike + 1) / 9, 0.0), MOST_CARRIED)


def _fitted(
    numbers: npt.NDArray[np.int64], years: npt.NDArray[np.int64], logs: FloatArray
) -> tuple[FloatArray, FloatArray, int]:
    """Return the step of each month, adding up to 0; what is left; and how many tell of it."""
    known = np.unique(years)
    levels = (years[:, None] == known[None, :]).astype(np.float64)
    # The twelfth step is minus the sum of the others, so that levels and steps can be told apart.
    steps = np.zeros((len(numbers), 11))
    for row, number in enumerate(numbers):
        steps[row] = -1.0 if number == 11 else np.eye(11)[number]
    design = np.hstack([levels, steps])
    found, *_ = np.linalg.lstsq(design, logs, rcond=None)
    left = logs - design @ found
    free = max(len(logs) - design.shape[1], 1)
    first = found[len(known) :]
    return np.append(first, -first.sum()), left, free


def scatter_around_years(months: Sequence[date], logs: FloatArray) -> float:
    """Return how far a month scatters around the average of its year, as a standard deviation.

    Parameters
    ----------
    months
        Months of earlier years.
    logs
        The logarithm of the figure in each, shape (months,).

    Returns
    -------
    float
        0 where no year has two months.
    """
    years = np.array([month.year for month in months])
    total, free = 0.0, 0
    for year in np.unique(years):
        part = logs[years == year]
        total += float(((part - part.mean()) ** 2).sum())
        free += len(part) - 1
    return float(np.sqrt(total / free)) if free else 0.0
