"""Thresholds without surprises from rounding."""

import numpy as np
import pytest

from fairterms.outcomes.patient_change.thresholds import is_at_least, is_beyond


@pytest.mark.parametrize("threshold", [1.96, 0.3, 5.0, 1_000.0, -2.0])
def test_a_value_a_hair_off_is_at_the_threshold(threshold: float) -> None:
    near = np.array([np.nextafter(threshold, -np.inf), threshold, np.nextafter(threshold, np.inf)])
    assert is_at_least(near, threshold).all()
    assert not is_beyond(near, threshold).any()


def test_a_value_that_differs_on_paper_is_not_at_the_threshold() -> None:
    assert not is_at_least(np.array([1.959999]), 1.96).any()
    assert is_beyond(np.array([1.960001]), 1.96).all()


def test_a_missing_value_reaches_nothing() -> None:
    missing = np.array([np.nan])
    assert not is_at_least(missing, 0).any()
    assert not is_beyond(missing, 0).any()


def test_infinity_reaches_every_threshold() -> None:
    far = np.array([-np.inf, np.inf])
    assert is_at_least(far, 0.5).tolist() == [False, True]
    assert is_beyond(far, 0.5).tolist() == [False, True]
