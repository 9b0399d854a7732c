"""Figures of accuracy with their intervals: coverage, calibration, medians.

Scores of one patient resemble each other, so intervals count patients, not scores.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison.chance import binomial_at_most
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.prediction import Prediction
from fairterms.outcomes.patient_change.scores import Flags, Floats
from fairterms.outcomes.patient_change.thresholds import is_beyond

Z95 = 1.959963984540054
"""Of a two-sided 95 % interval."""

TENTHS = 10


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 % interval.

    Attributes
    ----------
    value, low, high
        In the figure's own unit.
    n
        Patients it rests on.
    """

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Coverage:
    """How many scores lay beyond a limit.

    Attributes
    ----------
    share
        Of scores the limit promises to be at or below it.
    beyond
        The share of scores beyond it, by patients' interval.
    n_scores
        Scores it was read from.
    """

    share: float
    beyond: Estimate
    n_scores: int

    @property
    def promised(self) -> float:
        """The share of scores that should lie beyond."""
        return 1 - self.share


@dataclass(frozen=True)
class CalibrationBand:
    """One tenth of the scores, by what was expected.

    Attributes
    ----------
    expected
        Mean expected score, in points.
    observed
        Mean observed score, in points.
    n_scores
        Scores in the band.
    """

    expected: float
    observed: Estimate
    n_scores: int


def cover(share: float, beyond: Floats, courses: Courses, rows: Flags) -> Coverage:
    """Return how many of the scores lay beyond a limit.

    Parameters
    ----------
    share
        Of the limit.
    beyond
        How far each score lies beyond it, positive for the worse; shape (rows,).
    courses
        The patients.
    rows
        Which scores are looked at; shape (rows,).
    """
    is_out = is_beyond(beyond, 0.0).astype(np.float64)
    return Coverage(share, mean_by_patient(is_out, courses, rows), int(np.sum(rows)))


def calibrate(prediction: Prediction, courses: Courses, rows: Flags) -> tuple[CalibrationBand, ...]:
    """Return expected against observed scores in tenths of the expected score.

    Parameters
    ----------
    prediction
        Of every score.
    courses
        The patients.
    rows
        Which scores are looked at; shape (rows,).
    """
    expected = prediction.expected
    if not np.any(rows):
        return ()
    edges = np.quantile(expected[rows], np.arange(1, TENTHS) / TENTHS)
    tenth = np.searchsorted(edges, expected, side="left")
    bands = [rows & (tenth == at) for at in range(TENTHS)]
    return tuple(
        CalibrationBand(
            float(expected[band].mean()),
            mean_by_patient(courses.series.score, courses, band),
            int(np.sum(band)),
        )
        for band in bands
        if np.any(band)
    )


def mean_by_patient(values: Floats, courses: Courses, rows: Flags) -> Estimate:
    """Return the mean of scores with an interval that counts patients.

    Parameters
    ----------
    values
        One a score; shape (rows,).
    courses
        The patients.
    rows
        Which scores are looked at; shape (rows,).

    Notes
    -----
    A ratio of sums over patients, Σa/Σm, with variance n/(n − 1)·Σ(a − pm)²/(Σm)².
    """
    patient = courses.series.patient[rows]
    count = np.bincount(patient, minlength=courses.n)
    total = np.bincount(patient, weights=values[rows], minlength=courses.n)
    has_scores = count > 0
    n = int(np.sum(has_scores))
    if n == 0:
        return Estimate(np.nan, np.nan, np.nan, 0)
    mean = float(total.sum() / count.sum())
    rest = total[has_scores] - mean * count[has_scores]
    error = np.inf if n == 1 else float(np.sqrt(n / (n - 1) * (rest @ rest))) / float(count.sum())
    return Estimate(mean, mean - Z95 * error, mean + Z95 * error, n)


def median(values: Floats) -> Estimate | None:
    """Return the median with the order statistics that enclose it in 95 of 100 samples.

    Parameters
    ----------
    values
        One a patient.

    Returns
    -------
    Estimate or None
        None of nobody. With fewer than six values even the extremes miss more than 5 of 100.

    Notes
    -----
    The j-th smallest and largest, j the most with P(X ≤ j − 1) ≤ 2.5 %, X ~ binomial(n, ½).

    Examples
    --------
    >>> median(np.arange(1.0, 26.0))
    Estimate(value=13.0, low=8.0, high=18.0, n=25)
    """
    n = values.size
    if n == 0:
        return None
    ordered = np.sort(values)
    below = binomial_at_most(np.arange((n + 1) // 2), n, 0.5)
    rank = max(int(np.sum(below <= 0.025)), 1)
    return Estimate(float(np.median(ordered)), float(ordered[rank - 1]), float(ordered[-rank]), n)
