"""What earlier years say of a month: its season, and how far one month scatters around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Season:
    """Seasons as logarithms; both arrays have shape (12,), January first.

    Attributes
    ----------
    middle
        How far a month lies from the average month of its year; the twelve add up to no change.
    errors
        How well each is known, as a standard deviation.
    noise
        How far one month scatters around its season, as a standard deviation.
    """

    middle: FloatArray
    errors: FloatArray
    noise: float


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
    by τ² ÷ (τ² + σ² ÷ k), where k years tell σ² around a step and the steps themselves scatter by
    τ²: three Januaries do not show a season that is smaller than their chance.
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
    steps, noise = _fitted(numbers, years, logs)
    per_step = noise**2 / seen
    between = max(float(np.mean(steps**2 - per_step)), 0.0)
    weight = between / (between + per_step)
    middle = weight * steps
    return Season(middle - np.log(np.mean(np.exp(middle))), np.sqrt(weight * per_step), noise)


def _fitted(
    numbers: npt.NDArray[np.int64], years: npt.NDArray[np.int64], logs: FloatArray
) -> tuple[FloatArray, float]:
    """Return the step of each month, adding up to 0, and the scatter that is left."""
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
    return np.append(first, -first.sum()), float(np.sqrt(left @ left / free))


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
