"""Scores as columns."""

import numpy as np
import pytest

from fairterms.outcomes.patient_change.scores import Scores, scores, series


def test_a_patient_is_paired_with_both_scores() -> None:
    assert scores([1, np.nan, 3], [1, 2, np.nan]).is_paired.tolist() == [True, False, False]


def test_columns_have_one_length() -> None:
    with pytest.raises(AssertionError, match="one length"):
        scores([1, 2], [1])
    with pytest.raises(AssertionError, match="one length"):
        series([0], [1, 2], [3], 1)


def test_a_score_belongs_to_a_counted_patient() -> None:
    with pytest.raises(AssertionError, match="not counted"):
        series([2], [0], [5], 2)


def test_the_order_of_recording_is_kept_within_a_day() -> None:
    rows = series([1, 0, 0, 0], [0, 5, 3, 5], [1, 2, 3, 4], 2).in_order()
    assert rows.score.tolist() == [3, 2, 4, 1]


def test_unknown_scores_are_left_out_and_their_patients_kept() -> None:
    known = series([0, 1], [0, 0], [np.nan, 4], 3).known()
    assert known.score.tolist() == [4]
    assert known.counts().tolist() == [0, 1, 0]


def test_a_series_is_of_the_same_patients() -> None:
    with pytest.raises(AssertionError, match="same patients"):
        Scores(np.zeros(2), np.zeros(2), series([0], [0], [1], 3))
