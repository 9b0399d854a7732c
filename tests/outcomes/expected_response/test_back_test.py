"""Back-tests: against a plain count, and what may never happen in one."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from fairterms.outcomes.expected_response import back_test, expected_course, signals
from fairterms.outcomes.expected_response.back_test import BackTest
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.rule_terms import LimitTrigger, RuleTerms
from fairterms.outcomes.expected_response.tail import TailKind
from fairterms.outcomes.patient_change.scores import Series
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FAILURE, FORM, HERE, Plan, draw

pytestmark = pytest.mark.slow

COURSES = draw(Plan(patients=90, seed=21, slope=(-2.0, -2.0)))
TERMS = RuleTerms(FORM, within=4)


@cache
def run_at(share: float) -> BackTest:
    terms = replace(TERMS, trigger=LimitTrigger(share))
    return back_test.cross_validate(terms, FAILURE, COURSES, 5, HERE)


def test_the_four_counts_agree_with_a_plain_count() -> None:
    expected = expected_course.cross_fit(COURSES, FORM, 5, HERE)
    z, score, day = expected.predict(COURSES).z, COURSES.series.score, COURSES.series.day
    counts, leads = {"tp": 0, "fn": 0, "fp": 0, "tn": 0}, []
    for patient in range(COURSES.n):
        rows = np.flatnonzero(COURSES.series.patient == patient)
        flags = [row for row in rows[1:4] if z[row] > 0.8416212]
        is_failure = score[rows[0]] - score[rows[-1]] < 5
        kind = ("tp" if flags else "fn") if is_failure else ("fp" if flags else "tn")
        counts[kind] += 1
        if kind == "tp":
            leads.append(day[rows[-1]] - day[flags[0]])
    found = run_at(0.80)
    assert (found.caught, found.missed) == (counts["tp"], counts["fn"])
    assert (found.false_alarms, found.quiet) == (counts["fp"], counts["tn"])
    assert found.lead_days is not None
    assert found.lead_days.value == np.median(leads)
    assert min(counts.values()) > 0


def test_rates_are_of_their_own_denominators() -> None:
    found = run_at(0.80)
    shares = (
        found.sensitivity,
        found.specificity,
        found.positive_predictive_value,
        found.negative_predictive_value,
        found.flagged,
        found.base_rate,
    )
    tp, fn, fp, tn = found.caught, found.missed, found.false_alarms, found.quiet
    whole = [
        (tp, tp + fn),
        (tn, tn + fp),
        (tp, tp + fp),
        (tn, tn + fn),
        (tp + fp, 90),
        (tp + fn, 90),
    ]
    for share, (part, n) in zip(shares, whole, strict=True):
        assert share is not None
        assert (share.value, share.n) == (part / n, n)
        assert share.low < share.value < share.high


def test_a_further_limit_catches_no_more_and_alarms_no_more() -> None:
    near, far = run_at(0.68), run_at(0.95)
    assert far.caught <= near.caught
    assert far.false_alarms <= near.false_alarms


def with_scores(score: list[float]) -> Courses:
    """Return the courses with the first patient's five scores replaced."""
    old, new = COURSES.series, COURSES.series.score.copy()
    new[:5] = score
    return replace(COURSES, series=Series(old.patient, old.day, new, old.n_patients))


def test_the_last_score_raises_no_flag() -> None:
    terms = RuleTerms(FORM)
    expected = expected_course.learn(
        draw(Plan(patients=90, seed=22, prefix="other")), FORM, Origin.OTHER_SAMPLE, HERE
    )
    calm = with_scores([20, 12, 8, 6, 90])
    assert signals.find(terms, expected, calm).is_off[:5].tolist() == [False] * 4 + [True]
    one = back_test.validate(terms, FAILURE, expected, calm.take(np.arange(90) == 0))
    assert (one.caught, one.missed) == (0, 1)
    late = with_scores([20, 12, 8, 90, 90])
    one = back_test.validate(terms, FAILURE, expected, late.take(np.arange(90) == 0))
    assert (one.caught, one.missed) == (1, 0)
    assert one.lead_days is not None
    assert one.lead_days.value == 90 - 49


def test_a_flag_on_a_course_with_no_known_end_is_neither_right_nor_wrong() -> None:
    expected = expected_course.learn(
        draw(Plan(patients=90, seed=22, prefix="other")), FORM, Origin.OTHER_SAMPLE, HERE
    )
    beyond_the_range = with_scores([20, 12, 90, 90, 5_000]).take(np.arange(90) == 0)
    one = back_test.validate(RuleTerms(FORM), FAILURE, expected, beyond_the_range)
    assert (one.n, one.left_out) == (0, 1)
    assert one.base_rate is None


def test_a_back_test_on_the_patients_of_the_course_is_refused() -> None:
    own = expected_course.learn(COURSES, FORM, Origin.OTHER_SAMPLE, HERE)
    with pytest.raises(Refusal, match="was fitted on 90 of the 90"):
        back_test.validate(TERMS, FAILURE, own, COURSES)


def test_courses_that_no_rule_could_flag_are_counted_and_said() -> None:
    short = COURSES.series.take(
        np.flatnonzero((COURSES.series.patient > 1) | (COURSES.position < 2))
    )
    short = short.take(np.flatnonzero((short.patient != 1) | (np.arange(short.score.size) != 3)))
    session = np.zeros(short.score.size, dtype=np.int64)
    courses = replace(COURSES, series=short, session=session)
    found = back_test.cross_validate(TERMS, FAILURE, courses, 5, HERE)
    assert (found.left_out, found.never_judged, found.n) == (1, 1, 89)
    assert "1 courses with no known end were left out; 1 had no score" in found.sentences[-1]


def test_with_no_failures_there_is_no_sensitivity_and_no_lead() -> None:
    steep = draw(Plan(patients=60, seed=5, slope=(-30.0, -30.0)))
    found = back_test.cross_validate(TERMS, FAILURE, steep, 5, HERE)
    assert found.sensitivity is None
    assert found.lead_days is None
    assert found.specificity is not None


def test_limits_cover_what_they_promise_where_scores_are_normal() -> None:
    many = draw(Plan(patients=900, seed=30))
    found = back_test.cross_validate(RuleTerms(FORM), FAILURE, many, 5, HERE)
    for one in found.coverage:
        assert one.beyond.low - 0.01 < one.promised < one.beyond.high + 0.01
        assert one.n_scores == 3_600


def test_empirical_limits_cover_what_they_promise_where_scores_have_heavy_tails() -> None:
    many = draw(Plan(patients=900, seed=31, heavy=True, spread=((4.0, 0.0), (0.0, 0.2))))
    terms = RuleTerms(replace(FORM, tail=TailKind.EMPIRICAL))
    own = back_test.cross_validate(terms, FAILURE, many, 5, HERE).coverage[-1]
    assert own.beyond.low < own.promised < own.beyond.high


def test_what_was_expected_was_observed_in_every_tenth() -> None:
    many = draw(Plan(patients=900, seed=32))
    found = back_test.cross_validate(RuleTerms(FORM), FAILURE, many, 5, HERE)
    for band in found.calibration:
        assert band.observed.value == pytest.approx(band.expected, abs=0.5)


def test_the_sentences_carry_their_counts() -> None:
    found = run_at(0.80)
    assert found.sentences[0] == (
        "Tested on 90 courses (made-up courses; the same patients, each judged by a model that "
        "never saw them); failure: no change of 5 points for the better."
    )
    whole, others = found.caught + found.missed, found.false_alarms + found.quiet
    assert found.sentences[1] == (
        f"It flagged {found.caught} of {whole} failures and {found.false_alarms} of {others} "
        "other patients."
    )
