"""A search that runs off is told from one that comes to rest, and the covariate is named."""

import numpy as np
import pytest

from fairterms.outcomes.comparison.separation import LATE_STEPS, Watch, factor, solve, unsettled
from fairterms.units.refusal import Refusal

NAMES = ("intercept", "severity", "rare")
STEP = np.array([2.0, 0.01, 1.0])


def test_a_small_move_is_rest() -> None:
    watch = Watch(NAMES)
    assert watch.is_at_rest(np.array([0.0, 3.0]), np.array([0.001, 0.03]), STEP)
    assert watch.late == 0


def test_a_search_that_keeps_moving_is_refused_word_for_word() -> None:
    watch, far, move = Watch(NAMES), np.array([0.0, 20.0]), np.array([0.0, 1.0])
    for _ in range(LATE_STEPS):
        assert not watch.is_at_rest(far, move, STEP)
    with pytest.raises(Refusal) as caught:
        watch.is_at_rest(far, move, STEP)
    assert str(caught.value) == (
        "covariates: some patients' outcomes follow for certain from rare\n"
        "      why: no finite coefficient describes that, and comparisons would hang on a few "
        "patients\n"
        "      fix: leave it out, or join it with a wider group of patients"
    )


def test_a_direction_without_information_is_refused() -> None:
    curvature = np.diag([4.0, 1.0, 0.0])
    with pytest.raises(Refusal, match="from rare"):
        solve(curvature, STEP, NAMES)
    with pytest.raises(Refusal, match="from rare"):
        factor(curvature, NAMES)


def test_information_in_every_direction_is_solved() -> None:
    curvature = np.diag([4.0, 1.0, 2.0])
    np.testing.assert_allclose(solve(curvature, STEP, NAMES), [0.5, 0.01, 0.5])
    np.testing.assert_allclose(factor(curvature, NAMES), np.sqrt(curvature))


def test_an_unsettled_fit_advises_another_scale() -> None:
    assert "did not settle in 100 steps" in str(unsettled(100))
    assert "logarithms" in unsettled(100).fix
