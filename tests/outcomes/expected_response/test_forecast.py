"""Forecasts: the same as conditioning by hand, and honest about what comes next."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.expected_response import expected_course
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.forecast import look_ahead
from fairterms.outcomes.expected_response.prediction import predict_from_all_before
from fairterms.outcomes.expected_response.tail import TailKind
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FORM, HERE, Plan, draw

EMPIRICAL = replace(FORM, tail=TailKind.EMPIRICAL)
OTHERS = draw(Plan(patients=300, seed=71, prefix="other"))
EXPECTED = expected_course.learn(OTHERS, EMPIRICAL, Origin.OTHER_SAMPLE, HERE)
NOW = draw(Plan(patients=400, seed=72))


def test_a_forecast_of_the_next_score_is_the_prediction_from_all_before() -> None:
    found = look_ahead(EXPECTED, NOW.until_score(3), [49], (0.8,))
    rows = NOW.position == 3
    before = predict_from_all_before(EXPECTED.models[0], NOW)
    assert found.expected[:, 0] == pytest.approx(before.expected[rows], abs=1e-9)
    reach = EXPECTED.tails_so_far[0].multiplier(0.8) * before.sd[rows]
    assert found.limits[0, :, 0] == pytest.approx(before.expected[rows] + reach, abs=1e-9)


def test_the_next_scores_keep_within_the_limits_as_often_as_promised() -> None:
    found = look_ahead(EXPECTED, NOW.until_score(3), [49, 90], (0.5, 0.8, 0.95))
    for place, share in enumerate(found.shares):
        for at, position in enumerate((3, 4)):
            seen = NOW.series.score[NOW.position == position]
            inside = np.mean(seen <= found.limits[place, :, at])
            assert inside == pytest.approx(share, abs=0.06)


def test_without_scores_a_forecast_is_the_course_of_the_group() -> None:
    found = look_ahead(EXPECTED, NOW.until_score(0), [0, 90], (0.8,))
    assert found.expected[:, 0] == pytest.approx(np.full(400, EXPECTED.models[0].level[0]))


def test_a_cross_fitted_forecast_comes_from_the_models_of_others() -> None:
    part = NOW.take(np.arange(400) < 60)
    crossed = expected_course.cross_fit(part, EMPIRICAL, 3, HERE)
    found = look_ahead(crossed, part.until_score(2), [90], (0.8,))
    for fold in range(3):
        one = replace(
            EXPECTED,
            models=(crossed.models[fold],),
            tails=(crossed.tails[fold],),
            tails_so_far=(crossed.tails_so_far[fold],),
        )
        is_here = np.arange(60) % 3 == fold
        alone = look_ahead(one, part.until_score(2).take(is_here), [90], (0.8,))
        assert found.limits[:, is_here] == pytest.approx(alone.limits)


def test_the_worse_side_lies_below_where_higher_is_better() -> None:
    flipped = draw(Plan(patients=300, seed=71, prefix="other"), is_flipped=True)
    mirror = expected_course.learn(flipped, EMPIRICAL, Origin.OTHER_SAMPLE, HERE)
    now = draw(Plan(patients=400, seed=72), is_flipped=True)
    up = look_ahead(EXPECTED, NOW.until_score(2), [90], (0.8,))
    down = look_ahead(mirror, now.until_score(2), [90], (0.8,))
    assert down.limits == pytest.approx(-up.limits, abs=1e-3)


def test_a_forecast_for_patients_of_the_sample_is_refused() -> None:
    with pytest.raises(Refusal, match="was fitted on 300"):
        look_ahead(EXPECTED, OTHERS, [90], (0.8,))
