"""Forecasts: what to expect of each patient later, with limits, given all scores so far."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import ExpectedCourse
from fairterms.outcomes.expected_response.prediction import condition
from fairterms.outcomes.patient_change.scores import Floats


@dataclass(frozen=True, eq=False)
class Forecast:
    """What to expect of every patient at every time.

    Attributes
    ----------
    time
        Days or sessions since the start, as the course counts them; shape (times,).
    expected
        In points; shape (patients, times).
    shares
        Of the limits.
    limits
        One-sided, on the worse side, in points; shape (limits, patients, times).
    """

    time: Floats
    expected: Floats
    shares: tuple[float, ...]
    limits: Floats


def look_ahead(
    expected: ExpectedCourse, courses: Courses, time: npt.ArrayLike, shares: tuple[float, ...]
) -> Forecast:
    """Return what to expect of each patient at later times.

    Parameters
    ----------
    expected
        The expected course, learned from others.
    courses
        Patients under way; every score counts. Without scores the forecast is that of the group.
    time
        Days or sessions since the start; shape (times,).
    shares
        Of scores that should lie at or below each limit, 0 to 1.

    Raises
    ------
    Refusal
        When the expected course was fitted on any of these patients.

    Notes
    -----
    The tails are those of scores expected one step ahead; further ahead the standard deviation
    grows by the model, the tail stays.
    """
    model_of, times = expected.model_of(courses), np.asarray(time, dtype=np.float64)
    mean = np.empty((courses.n, times.size))
    limits = np.empty((len(shares), courses.n, times.size))
    bent = expected.form.time_scale.bend(times)[None, :]
    for at, (model, tail) in enumerate(zip(expected.models, expected.tails_so_far, strict=True)):
        is_here = model_of == at
        part = courses.take(is_here)
        lines = condition(model, part, np.ones(part.series.score.size, dtype=np.bool_))
        mean[is_here], sd = lines.at(np.arange(part.n)[:, None], bent)
        for place, share in enumerate(shares):
            reach = courses.worse_sign * tail.multiplier(share)
            limits[place, is_here] = mean[is_here] + reach * sd
    return Forecast(times, mean, shares, limits)
