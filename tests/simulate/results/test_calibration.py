"""A forecast is calibrated when its range holds the truth as often as it promises."""

import numpy as np
import pytest

from fairterms.simulate.results.calibration import Trial, calibration, rank


def trial(number: int, width: float = 1.0, shift: float = 0.0) -> Trial:
    """Draw a made-up group, forecast its year, and hold its true year back."""
    dice = np.random.default_rng(number)
    level = dice.normal(0, 3)
    return Trial(dice.normal(level + shift, width, 500), float(dice.normal(level, 1.0)))


def test_a_forecast_that_draws_from_the_truth_is_calibrated() -> None:
    found = calibration(trial, 400)
    assert 0.75 <= found.coverage.value <= 0.85
    assert found.promised == pytest.approx(0.8)
    assert found.is_calibrated
    assert found.coverage.error == pytest.approx(0.02, abs=0.003)
    assert found.ranks.mean() == pytest.approx(0.5, abs=0.05)
    assert np.mean(found.ranks < 0.1) == pytest.approx(0.1, abs=0.05)
    assert found.words().endswith("trials (it promises 80 %): as it should.")


@pytest.mark.parametrize(
    ("width", "shift", "words"), [(0.5, 0, "too seldom"), (2, 0, "too often"), (1, 2, "too seldom")]
)
def test_a_forecast_too_narrow_too_wide_or_shifted_is_told_so(
    width: float, shift: float, words: str
) -> None:
    found = calibration(lambda number: trial(number, width, shift), 200)
    assert not found.is_calibrated
    assert words in found.words()


def test_an_interval_that_ends_on_an_atom_may_hold_more() -> None:
    def paid(number: int) -> Trial:
        dice = np.random.default_rng(number)
        return Trial(np.maximum(dice.normal(-1, 1, 500), 0), float(max(dice.normal(-1, 1), 0)))

    found = calibration(paid, 300)
    assert found.promised == pytest.approx(0.9, abs=0.01)
    assert found.coverage.value > 0.85
    assert found.is_calibrated
    assert dict(found.as_rows())["promised"] == found.promised


def test_a_rank_counts_equal_years_half() -> None:
    values = np.array([0.0, 0.0, 5.0, 9.0])
    assert [rank(values, actual) for actual in (-1.0, 0.0, 5.0, 7.0, 10.0)] == [
        0, 0.25, 0.625, 0.75, 1,
    ]  # fmt: skip
