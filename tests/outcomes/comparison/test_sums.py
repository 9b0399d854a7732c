"""Sums by block are those of a plain loop over patients."""

import numpy as np
import pytest

from fairterms.outcomes.comparison import cells as module
from fairterms.outcomes.comparison.cells import gather
from fairterms.outcomes.comparison.sums import information, project, sum_all, sum_two
from tests.outcomes.made_up_patients import make

EFFECTS = np.linspace(-1, 1, 30)
BETA = np.array([-0.3, 0.5, -0.7])


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("rows", [64, 8_192])
def test_moments_projection_and_information_agree_with_the_slow_twin(
    monkeypatch: pytest.MonkeyPatch, rows: int, coarse: bool
) -> None:
    monkeypatch.setattr(module, "BLOCK_ROWS", rows)
    patients = make(coarse=coarse)
    cells = gather(*patients.columns)
    predictor = cells.predictor(BETA)
    design = np.column_stack(
        [np.ones(len(patients.outcomes)), (patients.covariates - cells.centre) / cells.spread]
    )
    eta = design @ BETA + EFFECTS[patients.providers]
    mu = 1 / (1 + np.exp(-eta))
    weight = mu * (1 - mu)
    own = patients.providers == np.arange(30)[:, None]

    kept = np.empty(len(cells.trials))
    moments = sum_all(cells, predictor, EFFECTS, kept)
    np.testing.assert_allclose(moments.expected, own @ mu)
    np.testing.assert_allclose(moments.variance, own @ weight)
    np.testing.assert_allclose(moments.skewness, own @ (weight * (1 - 2 * mu)), atol=1e-12)
    np.testing.assert_allclose(moments.log_partition, own @ np.log1p(np.exp(eta)))

    expected, variance = sum_two(cells, predictor, EFFECTS)
    np.testing.assert_allclose(expected, moments.expected)
    np.testing.assert_allclose(variance, moments.variance)

    a, b, c = EFFECTS + 2, EFFECTS**2, 1 - EFFECTS
    at = patients.providers
    each = a[at] * mu + b[at] * weight * (1 - 2 * mu) + c[at] * weight
    np.testing.assert_allclose(project(cells, kept, (a, b, c)), design.T @ each)

    crossed = own @ (weight[:, None] * design)
    slow = design.T @ (weight[:, None] * design)
    np.testing.assert_allclose(information(cells, predictor, EFFECTS, np.inf), slow, atol=1e-9)
    slow -= (crossed / (own @ weight + 4)[:, None]).T @ crossed
    np.testing.assert_allclose(information(cells, predictor, EFFECTS, 4.0), slow, atol=1e-9)


def test_wild_coefficients_overflow_nothing() -> None:
    cells = gather(*make().columns)
    predictor = cells.predictor(np.array([1e6, 1e6, -1e6]))
    moments = sum_all(cells, predictor, EFFECTS)
    assert np.isfinite(moments.log_partition).all()
    assert (moments.expected <= cells.patients).all()
