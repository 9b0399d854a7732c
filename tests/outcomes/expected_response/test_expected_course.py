"""The expected course: it judges others, never those it was learned from."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.expected_response import expected_course, growth_model
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.growth_model import IntakeTerms
from fairterms.outcomes.expected_response.prediction import condition_so_far, predict
from fairterms.outcomes.expected_response.tail import TailKind
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FORM, HERE, WEEKS, Plan, draw

pytestmark = pytest.mark.slow

COURSES = draw(Plan(patients=50, seed=2))
OTHERS = draw(Plan(patients=50, seed=3, prefix="other"))


def test_a_course_fitted_on_the_judged_patients_is_refused() -> None:
    own = expected_course.learn(COURSES, FORM, Origin.EARLIER_YEARS, HERE)
    with pytest.raises(Refusal, match="was fitted on 50 of the 50 courses") as told:
        own.predict(COURSES)
    assert "p7" not in str(told.value)


def test_one_patient_in_common_is_enough_to_refuse() -> None:
    is_common = np.arange(50) == 7
    mixed = replace(OTHERS, ids=(*OTHERS.ids[:-1], "p7"))
    found = expected_course.learn(mixed, FORM, Origin.OTHER_SAMPLE, HERE)
    with pytest.raises(Refusal, match="on 1 of the 50"):
        found.multipliers(COURSES, 0.8)
    assert found.predict(COURSES.take(~is_common)).z.size == 49 * 5


def test_each_patient_is_judged_by_the_model_of_the_other_parts() -> None:
    found = expected_course.cross_fit(COURSES, FORM, 5, HERE)
    got = found.predict(COURSES)
    for part in range(5):
        is_out = np.arange(50) % 5 == part
        model = growth_model.fit(COURSES.take(~is_out), WEEKS, IntakeTerms.NONE)
        alone = predict(model, COURSES.take(is_out), 1)
        assert got.z[is_out[COURSES.series.patient]] == pytest.approx(alone.z, abs=1e-9)


def test_lines_so_far_come_from_the_same_models() -> None:
    found = expected_course.cross_fit(COURSES, FORM, 5, HERE)
    lines = found.lines_so_far(COURSES)
    is_out = np.arange(50) % 5 == 3
    alone = condition_so_far(found.models[3], COURSES.take(is_out), is_this_included=True)
    rows = is_out[COURSES.series.patient]
    assert lines.slope[rows] == pytest.approx(alone.slope)
    assert lines.residual_sd[rows] == pytest.approx(alone.residual_sd)


def test_a_cross_fitting_judges_no_strangers() -> None:
    found = expected_course.cross_fit(COURSES, FORM, 5, HERE)
    with pytest.raises(Refusal, match="50 courses are not of its cross-fitting"):
        found.predict(OTHERS)


def test_a_cross_fitting_whose_folds_were_mixed_up_is_refused() -> None:
    found = expected_course.cross_fit(COURSES, FORM, 5, HERE)
    shifted = {name: (part + 1) % 5 for name, part in found.fold.items()}
    with pytest.raises(Refusal, match="was fitted on 50"):
        replace(found, fold=shifted).predict(COURSES)


def test_an_empirical_tail_is_wider_where_scores_have_heavy_tails() -> None:
    heavy = draw(Plan(patients=400, seed=5, heavy=True))
    form = replace(FORM, tail=TailKind.EMPIRICAL)
    normal = expected_course.learn(heavy, FORM, Origin.OTHER_SAMPLE, HERE).tails[0]
    own = expected_course.learn(heavy, form, Origin.OTHER_SAMPLE, HERE).tails[0]
    assert own.multiplier(0.995) > normal.multiplier(0.995)
    assert own.z.size == 400 * 4
