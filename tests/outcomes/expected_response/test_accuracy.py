"""Figures of accuracy: intervals that count patients, not scores."""

import numpy as np
import pytest

from fairterms.outcomes.expected_response.accuracy import (
    calibrate,
    cover,
    mean_by_patient,
    median,
)
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.course_rows import ScoreRows, gather
from fairterms.outcomes.expected_response.prediction import Prediction
from fairterms.reference.instrument_facts import Direction
from tests.outcomes.expected_response.made_up_courses import Plan, draw


def repeated(times: int) -> Courses:
    n = 8
    ids = [f"p{at}" for at in range(n) for _ in range(times)]
    score = np.repeat([3.0, 5, 2, 8, 6, 6, 1, 4], times)
    return gather(ScoreRows(ids, np.tile(np.arange(times), n), score), Direction.HIGHER_IS_WORSE)


def test_the_same_scores_ten_times_over_are_no_more_certain() -> None:
    once, often = repeated(1), repeated(10)
    one = mean_by_patient(once.series.score, once, np.ones(8, dtype=bool))
    other = mean_by_patient(often.series.score, often, np.ones(80, dtype=bool))
    assert (other.value, other.low, other.high, other.n) == pytest.approx(
        (one.value, one.low, one.high, one.n)
    )


def test_one_score_a_patient_gives_the_textbook_standard_error() -> None:
    once = repeated(1)
    found = mean_by_patient(once.series.score, once, np.ones(8, dtype=bool))
    error = np.std(once.series.score, ddof=1) / np.sqrt(8)
    assert found.high - found.value == pytest.approx(1.959964 * error)


def test_one_patient_alone_has_no_interval() -> None:
    once = repeated(1)
    found = mean_by_patient(once.series.score, once, np.arange(8) == 3)
    assert (found.value, found.low, found.high, found.n) == (8, -np.inf, np.inf, 1)
    assert np.isnan(mean_by_patient(once.series.score, once, np.zeros(8, dtype=bool)).value)


def test_coverage_counts_scores_beyond_the_limit_only() -> None:
    once = repeated(1)
    found = cover(0.8, once.series.score - 5.0, once, np.ones(8, dtype=bool))
    assert (found.beyond.value, found.n_scores) == (3 / 8, 8)
    assert found.promised == pytest.approx(0.2)


def test_calibration_bands_rise_and_hold_every_score_once() -> None:
    courses = draw(Plan(patients=80))
    expected = courses.series.score - 1
    prediction = Prediction(expected, np.ones_like(expected), np.ones_like(expected))
    bands = calibrate(prediction, courses, courses.position > 0)
    assert len(bands) == 10
    assert sum(band.n_scores for band in bands) == 320
    assert [band.expected for band in bands] == sorted(band.expected for band in bands)
    for band in bands:
        assert band.observed.value == pytest.approx(band.expected + 1)


def test_calibration_of_no_scores_has_no_bands() -> None:
    courses = draw(Plan(patients=10))
    nothing = np.zeros(50)
    prediction = Prediction(nothing, nothing, nothing)
    assert calibrate(prediction, courses, np.zeros(50, dtype=bool)) == ()


def test_the_median_of_few_spans_all_of_them() -> None:
    found = median(np.array([30.0, 10.0, 20.0]))
    assert found is not None
    assert (found.value, found.low, found.high, found.n) == (20, 10, 30, 3)
    assert median(np.empty(0)) is None


def test_the_interval_of_a_median_holds_what_it_promises() -> None:
    draws = np.random.default_rng(7).exponential(size=(800, 31))
    found = [median(row) for row in draws]
    hits = [one is not None and one.low <= np.log(2) <= one.high for one in found]
    assert 0.94 < np.mean(hits) < 0.98
