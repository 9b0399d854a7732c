"""On track: no rule without its own back-test."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from fairterms.outcomes.expected_response import back_test, expected_course, on_track
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.on_track import Judged, Rule
from fairterms.outcomes.expected_response.rule_terms import RuleTerms
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FAILURE, FORM, HERE, Plan, draw

EARLIER = draw(Plan(patients=80, seed=41, prefix="earlier"))
NOW = draw(Plan(patients=50, seed=42, slope=(-3.0, -1.0)))
TERMS = RuleTerms(FORM, within=4)


@cache
def rule() -> Rule:
    return Rule(
        TERMS,
        expected_course.learn(EARLIER, FORM, Origin.EARLIER_YEARS, HERE),
        back_test.cross_validate(TERMS, FAILURE, EARLIER, 5, HERE),
    )


def judged() -> Judged:
    return on_track.judge(rule(), NOW)


def test_a_rule_without_a_back_test_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="back_test"):
        Rule(TERMS, rule().expected)  # type: ignore[call-arg]


def test_a_rule_with_the_back_test_of_another_is_refused() -> None:
    with pytest.raises(Refusal, match="its back-test was made with other terms"):
        replace(rule(), terms=replace(TERMS, within=3))


def test_a_rule_with_a_course_of_another_form_is_refused() -> None:
    other = replace(FORM, first=2)
    course = expected_course.learn(EARLIER, other, Origin.EARLIER_YEARS, HERE)
    with pytest.raises(Refusal, match="another form than the terms declare"):
        replace(rule(), expected=course)


def test_a_rule_never_judges_the_patients_it_was_learned_from() -> None:
    with pytest.raises(Refusal, match="was fitted on 80 of the 80"):
        on_track.judge(rule(), EARLIER)


def test_off_track_is_any_judged_score_beyond_the_limit() -> None:
    found = judged()
    for patient in range(NOW.n):
        rows = np.flatnonzero(NOW.series.patient == patient)[1:4]
        is_off = [row for row in rows if found.signals.prediction.z[row] > 0.8416212]
        assert found.is_off_track[patient] == bool(is_off)
        assert found.first_flag[patient] == (is_off[0] if is_off else -1)
        assert found.worst_level[patient] == found.signals.level[rows].max()


def test_patients_who_hardly_improve_are_off_track_more_often() -> None:
    off = judged().is_off_track
    assert off[NOW.group == 1].mean() > 2 * off[NOW.group == 0].mean()


def test_a_patient_with_the_first_score_alone_is_not_judged() -> None:
    found = on_track.judge(rule(), NOW.until_score(1))
    assert not found.is_judged.any()
    assert not found.is_off_track.any()
    assert judged().is_judged.all()


def test_levels_have_names() -> None:
    names = [judged().level_name(level) for level in range(4)]
    assert names == ["as expected", "a little worse than expected", "off track", "far off track"]
