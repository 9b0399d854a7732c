"""What to expect of a patient, given some of the scores: the joint normal, conditioned.

With the scores given, mean Xβ + ZGZ'V⁻¹(y − Xβ) and the variance that belongs to it. How far a
score lies from it, in its standard deviations, is z, positive for the worse.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.growth_model import GrowthModel
from fairterms.outcomes.patient_change import growth_curve
from fairterms.outcomes.patient_change.growth_curve import Spread, Sums
from fairterms.outcomes.patient_change.scores import Flags, Floats, Whole


@dataclass(frozen=True, eq=False)
class Lines:
    """Level and slope to expect of each patient, and how far they may be off.

    Attributes
    ----------
    level, slope
        In points, and points per unit of f; shape (patients,).
    var_level, var_slope, covariance
        Of the patient's own level and slope given the scores; shape (patients,).
    residual_sd
        σ of one score, in points; shape (patients,).
    """

    level: Floats
    slope: Floats
    var_level: Floats
    var_slope: Floats
    covariance: Floats
    residual_sd: Floats

    def at(self, patient: Whole, time: Floats) -> tuple[Floats, Floats]:
        """Return the expected score and the standard deviation of one score about it.

        Parameters
        ----------
        patient
            Positions; shape (rows,), or any shape that broadcasts with time.
        time
            f, that is ln(1 + t / unit).

        Returns
        -------
        tuple
            Both in points, of the common shape.
        """
        expected = self.level[patient] + self.slope[patient] * time
        variance = (
            self.var_level[patient]
            + 2 * self.covariance[patient] * time
            + self.var_slope[patient] * time**2
            + self.residual_sd[patient] ** 2
        )
        return expected, np.sqrt(variance)


@dataclass(frozen=True, eq=False)
class Prediction:
    """Expected and observed at each score.

    Attributes
    ----------
    expected, sd
        In points; shape (rows,).
    z
        (observed − expected) / sd, positive for the worse; shape (rows,).
    """

    expected: Floats
    sd: Floats
    z: Floats


def condition(model: GrowthModel, courses: Courses, given: npt.ArrayLike) -> Lines:
    """Return what to expect of each patient once some scores are known.

    Parameters
    ----------
    model
        The expected course.
    courses
        The patients; their facts at intake count too.
    given
        Which scores are known; flags of shape (rows,).

    Returns
    -------
    Lines
        Where no score is given: the course of the patient's group, and the whole spread.

    Notes
    -----
    û = G·M·Z'(y − Xβ), Var(u | y) = σ²·G·M with G in units of σ², M = (I + Z'Z·G)⁻¹; the same
    as ZGZ'V⁻¹(y − Xβ), without a matrix as large as the patient's scores. β is taken as known.
    """
    is_given = np.asarray(given, dtype=np.bool_)
    level, slope = model.means(courses)
    series, time = courses.series, courses.time(model.time_scale)
    rest = series.score - level[series.patient] - slope[series.patient] * time
    sums = growth_curve.sum_up(time[is_given], series.patient[is_given], rest[is_given], courses.n)
    return _lines(model, sums, level, slope)


def _lines(model: GrowthModel, sums: Sums, level: Floats, slope: Floats) -> Lines:
    square = model.residual_sd**2
    p, r, q = model.spread.level, model.spread.slope, model.spread.both
    shrinkage = growth_curve.shrink(sums, Spread(p / square, r / square, q / square))
    rest_level, rest_slope = shrinkage.apply(sums.y, sums.ty)
    return Lines(
        level=level + (p * rest_level + q * rest_slope) / square,
        slope=slope + (q * rest_level + r * rest_slope) / square,
        var_level=p * shrinkage.m11 + q * shrinkage.m21,
        var_slope=q * shrinkage.m12 + r * shrinkage.m22,
        covariance=p * shrinkage.m12 + q * shrinkage.m22,
        residual_sd=np.full(level.size, model.residual_sd),
    )


def predict(model: GrowthModel, courses: Courses, first: int) -> Prediction:
    """Return what to expect at every score, given each patient's first scores only.

    Parameters
    ----------
    model
        The expected course.
    courses
        The patients.
    first
        How many scores are given; 1 is the intake score, 0 none. Only later scores may be judged.
    """
    lines = condition(model, courses, courses.position < first)
    expected, sd = lines.at(courses.series.patient, courses.time(model.time_scale))
    return _prediction(courses, expected, sd)


def predict_from_all_before(model: GrowthModel, courses: Courses) -> Prediction:
    """Return what to expect at every score, given all the patient's scores before it.

    Notes
    -----
    Good for a forecast, poor for a limit: a slow worsening draws the expectation with it, so that a
    worse score today can hide a bad one tomorrow. Limits are judged from the first scores.
    """
    lines = condition_so_far(model, courses, is_this_included=False)
    time = courses.time(model.time_scale)
    return _prediction(courses, *lines.at(np.arange(time.size), time))


def condition_so_far(model: GrowthModel, courses: Courses, *, is_this_included: bool) -> Lines:
    """Return what to expect at the time of every score, given the patient's scores so far.

    Parameters
    ----------
    model
        The expected course.
    courses
        The patients.
    is_this_included
        Whether the score itself is given too, or only those before it.

    Returns
    -------
    Lines
        One line a score, each array of shape (rows,).
    """
    series, time = courses.series, courses.time(model.time_scale)
    level, slope = model.means(courses)
    rest = series.score - level[series.patient] - slope[series.patient] * time
    starts = courses.starts[series.patient]
    ends = np.arange(time.size) + int(is_this_included)

    def so_far(weights: Floats) -> Floats:
        run = np.concatenate([[0.0], np.cumsum(weights)])
        return np.asarray(run[ends] - run[starts], dtype=np.float64)

    ones = np.ones_like(time)
    sums = Sums(
        so_far(ones), so_far(time), so_far(time**2), so_far(rest), so_far(time * rest), 0.0, 0
    )
    return _lines(model, sums, level[series.patient], slope[series.patient])


def _prediction(courses: Courses, expected: Floats, sd: Floats) -> Prediction:
    return Prediction(expected, sd, courses.worse_sign * (courses.series.score - expected) / sd)


def judged_rows(courses: Courses, first: int, within: int | None = None) -> Flags:
    """Return which scores come after the given ones, and within the first so many; (rows,)."""
    position = courses.position
    is_judged = position >= first
    return is_judged if within is None else is_judged & (position < within)
