"""The growth model: planted truths found, and what it refuses."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.expected_response import growth_model
from fairterms.outcomes.expected_response.course_rows import ScoreRows, gather
from fairterms.outcomes.expected_response.growth_model import IntakeTerms
from fairterms.outcomes.patient_change.scores import Series
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import WEEKS, Plan, draw

SEVERE = Plan(patients=3_000, seed=4, level=(12.0, 20.0), slope=(-2.0, -4.0))


def test_the_planted_course_is_found() -> None:
    found = growth_model.fit(draw(SEVERE), WEEKS, IntakeTerms.LEVEL_AND_SLOPE)
    assert found.level == pytest.approx([12, 8], abs=0.25)
    assert found.slope == pytest.approx([-2, -2], abs=0.12)
    assert found.residual_sd == pytest.approx(2, abs=0.05)
    assert found.spread.level == pytest.approx(9, abs=0.6)
    assert found.spread.slope == pytest.approx(1, abs=0.1)
    assert found.spread.both == pytest.approx(-1, abs=0.25)
    assert found.column_names == ("constant", "severe")


def test_severity_left_out_makes_patients_differ_more() -> None:
    courses = draw(SEVERE)
    without = growth_model.fit(courses, WEEKS, IntakeTerms.NONE)
    with_level = growth_model.fit(courses, WEEKS, IntakeTerms.LEVEL)
    assert without.spread.level > with_level.spread.level + 5
    assert without.level.shape == with_level.slope.shape == (1,)


def test_moving_every_score_moves_the_level_alone() -> None:
    courses = draw(Plan())
    old = courses.series
    moved = replace(courses, series=Series(old.patient, old.day, old.score + 30, old.n_patients))
    one = growth_model.fit(courses, WEEKS, IntakeTerms.LEVEL)
    other = growth_model.fit(moved, WEEKS, IntakeTerms.LEVEL)
    assert other.level == pytest.approx(one.level + np.array([30, 0]), abs=1e-4)
    assert other.slope == pytest.approx(one.slope, abs=1e-4)
    assert other.residual_sd == pytest.approx(one.residual_sd, abs=1e-4)


def test_the_model_remembers_whom_it_was_fitted_on() -> None:
    courses = draw(Plan())
    assert growth_model.fit(courses, WEEKS, IntakeTerms.NONE).ids == frozenset(courses.ids)


def test_courses_with_other_groups_are_refused() -> None:
    found = growth_model.fit(draw(Plan()), WEEKS, IntakeTerms.LEVEL)
    others = gather(ScoreRows(["z"], [0], [9]), Direction.HIGHER_IS_WORSE)
    with pytest.raises(Refusal, match="are not those of the expected course"):
        found.means(others)


def test_too_few_patients_are_refused() -> None:
    with pytest.raises(Refusal, match="9 patients have scores"):
        growth_model.fit(draw(Plan(patients=9)), WEEKS, IntakeTerms.NONE)


def test_scores_of_one_time_only_are_refused() -> None:
    with pytest.raises(Refusal, match="no patient has scores at two times"):
        growth_model.fit(draw(Plan(days=(0,))), WEEKS, IntakeTerms.NONE)


def test_a_group_without_patients_is_refused() -> None:
    courses = draw(Plan())
    empty = replace(courses, groups=("mild", "severe", "nobody"))
    with pytest.raises(Refusal, match="a group has no patients"):
        growth_model.fit(empty, WEEKS, IntakeTerms.LEVEL)
    assert growth_model.fit(empty, WEEKS, IntakeTerms.NONE).n_scores == 300


@pytest.mark.slow
def test_a_hundred_thousand_patients_are_fitted() -> None:
    found = growth_model.fit(
        draw(replace(SEVERE, patients=100_000)), WEEKS, IntakeTerms.LEVEL_AND_SLOPE
    )
    assert found.spread.level == pytest.approx(9, abs=0.15)
    assert np.all(np.abs(found.level - [12, 8]) < 0.06)
