"""Trajectories: the curves of a chart are those the rule judges by."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from fairterms.outcomes.expected_response import expected_course, trajectories
from fairterms.outcomes.expected_response.expected_course import (
    CourseForm,
    ExpectedCourse,
    Origin,
)
from fairterms.outcomes.expected_response.growth_model import IntakeTerms
from fairterms.outcomes.expected_response.tail import TailKind
from fairterms.outcomes.expected_response.trajectories import Start, draw
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response import made_up_courses
from tests.outcomes.expected_response.made_up_courses import HERE, WEEKS, Plan

FORM = CourseForm(WEEKS, IntakeTerms.LEVEL_AND_SLOPE, 1, TailKind.EMPIRICAL)
WORSE = Direction.HIGHER_IS_WORSE
DAYS = (0, 7, 21, 49, 90)


@cache
def learned(form: CourseForm = FORM, *, is_flipped: bool = False) -> ExpectedCourse:
    courses = made_up_courses.draw(
        Plan(patients=120, seed=61, level=(12.0, 20.0), slope=(-2.0, -4.0)), is_flipped=is_flipped
    )
    return expected_course.learn(courses, form, Origin.OTHER_SAMPLE, HERE)


def test_the_curve_of_a_patient_is_the_one_the_rule_judges_by() -> None:
    now = made_up_courses.draw(Plan(patients=2, seed=62, prefix="now"))
    first = now.series.score[now.starts]
    drawn = draw(learned(), [Start("mild", first[0]), Start("severe", first[1])], DAYS, WORSE)
    judged = learned().predict(now)
    for at, one in enumerate(drawn):
        rows = now.series.patient == at
        assert one.expected == pytest.approx(judged.expected[rows])
        reach = learned().tails[0].multiplier(0.80) * judged.sd[rows]
        assert one.limits[1] == pytest.approx(judged.expected[rows] + reach)


def test_limits_lie_above_each_other() -> None:
    (one,) = draw(learned(), [Start("severe", 20)], np.arange(0, 100), WORSE)
    assert one.limits.shape == (3, 100)
    assert np.all(np.diff(one.limits, axis=0) > 0)
    assert one.expected.shape == one.time.shape == (100,)


def test_where_higher_is_better_limits_lie_below() -> None:
    (up,) = draw(learned(), [Start("severe", 20)], DAYS, WORSE)
    flipped = learned(is_flipped=True)
    (down,) = draw(flipped, [Start("severe", -20)], DAYS, Direction.HIGHER_IS_BETTER)
    assert down.limits == pytest.approx(-up.limits, abs=1e-3)


def test_without_a_first_score_the_curve_is_that_of_the_group() -> None:
    form = replace(FORM, first=0)
    (one,) = draw(learned(form), [Start("severe", None)], DAYS, WORSE)
    model = learned(form).models[0]
    line = model.level.sum() + model.slope.sum() * WEEKS.bend(DAYS)
    assert one.expected == pytest.approx(line)


def test_a_start_that_does_not_fit_the_course_is_refused() -> None:
    with pytest.raises(Refusal, match="expected from 1 first scores"):
        draw(learned(), [Start("mild", None)], DAYS, WORSE)
    with pytest.raises(Refusal, match="expected from 0 first scores"):
        draw(learned(replace(FORM, first=0)), [Start("mild", 12)], DAYS, WORSE)
    with pytest.raises(Refusal, match="odd is no severity group"):
        draw(learned(), [Start("odd", 12)], DAYS, WORSE)


def test_a_cross_fitting_has_no_single_curve() -> None:
    courses = made_up_courses.draw(Plan(patients=60))
    crossed = expected_course.cross_fit(courses, FORM, 3, HERE)
    with pytest.raises(Refusal, match="one curve a fold"):
        draw(crossed, [Start("mild", 12)], DAYS, WORSE)


def test_a_chart_shows_three_limits_unless_told_otherwise() -> None:
    assert trajectories.SHARES == (0.50, 0.80, 0.95)
    (one,) = draw(learned(), [Start("mild", 12)], DAYS, WORSE, shares=(0.9,))
    assert one.limits.shape == (1, 5)
