"""Signals: which scores raise a flag under the terms of a rule, and how far off each one is."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import ExpectedCourse
from fairterms.outcomes.expected_response.prediction import Prediction, judged_rows
from fairterms.outcomes.expected_response.rule_terms import (
    ForesightTrigger,
    LimitTrigger,
    RuleTerms,
)
from fairterms.outcomes.patient_change.scores import Flags, Floats, Whole
from fairterms.outcomes.patient_change.thresholds import is_beyond
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class Signals:
    """What a rule says of every score; all arrays of shape (rows,).

    Attributes
    ----------
    prediction
        Expected and observed.
    is_judged
        Later than the given scores and within those looked at.
    is_off
        Judged, and off track.
    level
        How many of the levels' limits the score lies beyond, 0 for none; 0 where not judged.
    limit
        The first limit that means off track, in points; for a foreseen failure that of the
        mildest level, for display.
    chance
        Of failure at the horizon, where the rule foresees; NaN under a limit.
    """

    prediction: Prediction
    is_judged: Flags
    is_off: Flags
    level: Whole
    limit: Floats
    chance: Floats


def find(terms: RuleTerms, expected: ExpectedCourse, courses: Courses) -> Signals:
    """Return the signals of all scores.

    Parameters
    ----------
    terms
        Of the rule.
    expected
        The expected course, of the form the rule declares.
    courses
        The patients to judge.

    Raises
    ------
    Refusal
        When the course has another form, or was fitted on these patients.
    """
    if expected.form != terms.form:
        raise Refusal(
            "expected course",
            "has another form than the rule declares",
            "its limits would be another rule's",
            "learn the course with the rule's own form",
        )
    prediction = expected.predict(courses)
    is_judged = judged_rows(courses, terms.form.first, terms.within)
    level = np.zeros(is_judged.size, dtype=np.int64)
    for one in terms.levels:
        level += is_beyond(prediction.z - expected.multipliers(courses, one.share), 0.0)
    level = np.where(is_judged, level, 0)
    is_off, chance = _off(terms, expected, courses, prediction)
    share = (
        terms.trigger.share if isinstance(terms.trigger, LimitTrigger) else terms.levels[0].share
    )
    reach = expected.multipliers(courses, share) * prediction.sd
    limit = prediction.expected + courses.worse_sign * reach
    return Signals(prediction, is_judged, is_judged & is_off, level, limit, chance)


def _off(
    terms: RuleTerms, expected: ExpectedCourse, courses: Courses, prediction: Prediction
) -> tuple[Flags, Floats]:
    if isinstance(terms.trigger, ForesightTrigger):
        chance = chance_of_failure(terms.trigger, expected, courses)
        return is_beyond(chance, terms.trigger.chance), chance
    beyond = prediction.z - expected.multipliers(courses, terms.trigger.share)
    return is_beyond(beyond, 0.0), np.full(beyond.size, np.nan)


def chance_of_failure(
    trigger: ForesightTrigger, expected: ExpectedCourse, courses: Courses
) -> Floats:
    """Return the chance of failure at the horizon after each score, that score known; (rows,).

    Parameters
    ----------
    trigger
        How much change is enough, and when.
    expected
        The expected course.
    courses
        The patients.

    Notes
    -----
    With x1 the first score and d = +1 if higher is worse: failure is y > x1 − d·change for d = +1,
    where y at the horizon is normal given all scores so far. The chance orders patients well; as a
    chance it is only as good as the normal law, so the threshold is set by the back-test.
    """
    lines, sign = expected.lines_so_far(courses), courses.worse_sign
    rows = courses.series.score.size
    horizon = np.full(rows, expected.form.time_scale.bend(trigger.horizon))
    mean, sd = lines.at(np.arange(rows), horizon)
    first = courses.series.score[courses.starts[courses.series.patient]]
    enough = first - sign * trigger.change_needed
    return normal_probability(sign * (mean - enough) / sd)
