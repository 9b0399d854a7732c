"""Predictions: against whole matrices, and what must hold for every patient."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.expected_response import growth_model
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.growth_model import GrowthModel, IntakeTerms
from fairterms.outcomes.expected_response.prediction import (
    condition,
    condition_so_far,
    judged_rows,
    predict,
    predict_from_all_before,
)
from fairterms.outcomes.patient_change.growth_curve import Spread
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole
from tests.outcomes.expected_response.made_up_courses import WEEKS, Plan, draw

COURSES = draw(Plan(patients=14, seed=6, level=(12.0, 20.0)))
MODEL = growth_model.fit(
    draw(Plan(seed=8, level=(12.0, 20.0), prefix="q")), WEEKS, IntakeTerms.LEVEL_AND_SLOPE
)


def dense(model: GrowthModel, courses: Courses, is_given: Flags, at: int) -> tuple[float, float]:
    """Return mean and sd of score `at` given others of its patient, from the joint normal."""
    patient = courses.series.patient[at]
    given_rows = np.flatnonzero(is_given & (courses.series.patient == patient))
    level, slope = model.means(courses)
    time = courses.time(WEEKS)
    g = np.array([[model.spread.level, model.spread.both], [model.spread.both, model.spread.slope]])

    def z(rows: Whole) -> Floats:
        times = time[rows]
        return np.column_stack([np.ones_like(times), times])

    mean = level[patient] + slope[patient] * time
    own, others = z(np.array([at])), z(given_rows)
    v = others @ g @ others.T + model.residual_sd**2 * np.eye(given_rows.size)
    weights = own @ g @ others.T @ np.linalg.inv(v)
    expected = mean[at] + weights @ (courses.series.score - mean)[given_rows]
    variance = own @ g @ own.T - weights @ others @ g @ own.T + model.residual_sd**2
    return expected.item(), float(np.sqrt(variance.item()))


@pytest.mark.parametrize("first", [0, 1, 3])
def test_a_prediction_is_the_joint_normal_conditioned(first: int) -> None:
    found = predict(MODEL, COURSES, first)
    for at in range(20):
        if COURSES.position[at] < first:
            continue
        expected, sd = dense(MODEL, COURSES, COURSES.position < first, at)
        assert found.expected[at] == pytest.approx(expected, abs=1e-9)
        assert found.sd[at] == pytest.approx(sd, abs=1e-9)


def test_a_forecast_from_all_before_is_the_joint_normal_too() -> None:
    found = predict_from_all_before(MODEL, COURSES)
    rows = np.arange(COURSES.series.score.size)
    for at in range(20):
        expected, sd = dense(MODEL, COURSES, rows < at, at)
        assert found.expected[at] == pytest.approx(expected, abs=1e-8)
        assert found.sd[at] == pytest.approx(sd, abs=1e-8)


def test_after_the_last_score_all_scores_are_known_either_way() -> None:
    so_far = condition_so_far(MODEL, COURSES, is_this_included=True)
    whole = condition(MODEL, COURSES, np.ones(COURSES.series.score.size, dtype=bool))
    last = COURSES.is_last
    assert so_far.level[last] == pytest.approx(whole.level, abs=1e-8)
    assert so_far.covariance[last] == pytest.approx(whole.covariance, abs=1e-9)


def test_no_score_given_is_the_course_of_the_group() -> None:
    lines = condition(MODEL, COURSES, np.zeros(COURSES.series.score.size, dtype=bool))
    level, slope = MODEL.means(COURSES)
    assert lines.level == pytest.approx(level)
    assert lines.slope == pytest.approx(slope)
    assert lines.var_level == pytest.approx(np.full(COURSES.n, MODEL.spread.level))
    assert lines.covariance == pytest.approx(np.full(COURSES.n, MODEL.spread.both))


def test_more_scores_never_make_a_course_less_certain() -> None:
    wide = [predict(MODEL, COURSES, first).sd for first in (0, 1, 2, 4)]
    for less, more in pairwise(wide):
        assert np.all(more <= less + 1e-12)


def test_patients_who_do_not_differ_have_the_course_of_the_group_whatever_they_score() -> None:
    alike = replace(MODEL, spread=Spread(0.0, 0.0, 0.0))
    found, level = predict(alike, COURSES, 2), alike.means(COURSES)[0]
    assert found.expected[COURSES.starts] == pytest.approx(level)
    assert found.sd == pytest.approx(np.full(found.sd.size, MODEL.residual_sd))


def test_z_is_positive_for_the_worse_on_either_kind_of_instrument() -> None:
    flipped = draw(Plan(patients=14, seed=6, level=(12.0, 20.0)), is_flipped=True)
    mirror = replace(MODEL, level=-MODEL.level, slope=-MODEL.slope)
    assert predict(mirror, flipped, 1).z == pytest.approx(predict(MODEL, COURSES, 1).z, abs=1e-9)


@given(st.floats(-50, 50))
def test_a_patient_who_starts_worse_is_expected_worse_and_no_less_surely(more: float) -> None:
    old = COURSES.series
    score = old.score + np.where(COURSES.position == 0, more, 0.0)
    moved = replace(COURSES, series=Series(old.patient, old.day, score, old.n_patients))
    before, after = predict(MODEL, COURSES, 1), predict(MODEL, moved, 1)
    assert after.sd == pytest.approx(before.sd)
    first = COURSES.position == 0
    assert np.all((after.expected - before.expected)[first] * np.sign(more) >= 0)


def test_only_scores_after_the_given_and_within_those_looked_at_are_judged() -> None:
    assert judged_rows(COURSES, 1).tolist()[:5] == [False, True, True, True, True]
    assert judged_rows(COURSES, 2, 4).tolist()[:5] == [False, False, True, True, False]
