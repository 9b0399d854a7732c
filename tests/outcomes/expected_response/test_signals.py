"""Signals: flags, levels and limits of every score."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.expected_response import expected_course, signals
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.rule_terms import ForesightTrigger, RuleTerms
from fairterms.outcomes.patient_change.scores import Series
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FORM, HERE, Plan, draw

TERMS = RuleTerms(FORM)
EXPECTED = expected_course.learn(
    draw(Plan(patients=120, seed=11, prefix="other")), FORM, Origin.OTHER_SAMPLE, HERE
)
COURSES = draw(Plan(patients=40, seed=12))
FORESIGHT = RuleTerms(FORM, ForesightTrigger(chance=0.3, change_needed=5, horizon=180))


def moved(rows: int, by: float) -> Courses:
    old = COURSES.series
    score = old.score.copy()
    score[rows] += by
    return replace(COURSES, series=Series(old.patient, old.day, score, old.n_patients))


def test_a_score_beyond_its_limit_is_off_track_and_no_other() -> None:
    found = signals.find(TERMS, EXPECTED, COURSES)
    beyond = COURSES.series.score > found.limit
    assert 0.1 < np.mean(beyond[found.is_judged]) < 0.3
    assert np.array_equal(found.is_off, beyond & found.is_judged)


def test_levels_rise_with_the_limits() -> None:
    found = signals.find(TERMS, EXPECTED, COURSES)
    for at, share in enumerate((0.68, 0.80, 0.95), start=1):
        is_beyond = found.prediction.z > EXPECTED.multipliers(COURSES, share)
        assert np.array_equal(found.level >= at, is_beyond & found.is_judged)


def test_the_given_score_and_later_ones_than_looked_at_raise_no_flag() -> None:
    found = signals.find(replace(TERMS, within=3), EXPECTED, COURSES)
    position = COURSES.position
    assert not found.is_off[(position < 1) | (position >= 3)].any()
    assert not found.level[(position < 1) | (position >= 3)].any()
    assert found.is_off.any()


@given(st.integers(0, 199), st.floats(0, 60))
def test_more_deviation_never_turns_off_track_to_on_track(row: int, by: float) -> None:
    if COURSES.position[row] == 0:
        return
    before = signals.find(TERMS, EXPECTED, COURSES)
    after = signals.find(TERMS, EXPECTED, moved(row, by))
    assert np.all(after.is_off >= before.is_off)
    assert np.all(after.level >= before.level)


def test_a_worse_first_score_makes_later_ones_look_better() -> None:
    # The price of starting from the intake score: an inflated one hides a bad course.
    before = signals.find(TERMS, EXPECTED, COURSES)
    after = signals.find(TERMS, EXPECTED, moved(0, 20))
    assert np.all(after.limit[1:5] > before.limit[1:5])


def test_a_better_instrument_upside_down_gives_the_same_flags() -> None:
    flipped = draw(Plan(patients=40, seed=12), is_flipped=True)
    mirror = expected_course.learn(
        draw(Plan(patients=120, seed=11, prefix="other"), is_flipped=True),
        FORM,
        Origin.OTHER_SAMPLE,
        HERE,
    )
    one = signals.find(TERMS, EXPECTED, COURSES)
    other = signals.find(TERMS, mirror, flipped)
    assert np.array_equal(one.is_off, other.is_off)
    assert other.limit == pytest.approx(-one.limit, abs=1e-4)
    ahead = signals.find(FORESIGHT, mirror, flipped)
    assert np.array_equal(signals.find(FORESIGHT, EXPECTED, COURSES).is_off, ahead.is_off)


def test_foresight_agrees_with_drawn_futures() -> None:
    # Whole futures of one patient: a normal draw of line and error, given all scores so far.
    found = signals.find(FORESIGHT, EXPECTED, COURSES)
    lines = EXPECTED.lines_so_far(COURSES)
    draws = np.random.default_rng(1)
    for row in (1, 3, 9):
        spread = [
            [lines.var_level[row], lines.covariance[row]],
            [lines.covariance[row], lines.var_slope[row]],
        ]
        line = draws.multivariate_normal([lines.level[row], lines.slope[row]], spread, 40_000)
        end = line @ [1, np.log1p(180 / 7)] + lines.residual_sd[row] * draws.normal(size=40_000)
        first = COURSES.series.score[COURSES.starts[COURSES.series.patient[row]]]
        assert found.chance[row] == pytest.approx(np.mean(end > first - 5), abs=0.01)


def test_foresight_flags_above_the_declared_chance_only() -> None:
    found = signals.find(FORESIGHT, EXPECTED, COURSES)
    assert np.array_equal(found.is_off, found.is_judged & (found.chance > 0.3))
    assert np.isnan(signals.find(TERMS, EXPECTED, COURSES).chance).all()


def test_a_course_of_another_form_is_refused() -> None:
    with pytest.raises(Refusal, match="another form than the rule declares"):
        signals.find(RuleTerms(replace(FORM, first=2)), EXPECTED, COURSES)
