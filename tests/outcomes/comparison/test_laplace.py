"""Laplace's likelihood: against a slow twin, against the integral itself, and its slope."""

import numpy as np
import numpy.typing as npt
import pytest
from scipy.optimize import brentq  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.cells import gather
from fairterms.outcomes.comparison.laplace import Surface, find_modes
from tests.outcomes.made_up_patients import Patients, make

Floats = npt.NDArray[np.float64]
BETA = np.array([-0.4, -0.5, -0.2])


def surface_of(patients: Patients, weights: Floats | None = None) -> Surface:
    cells = gather(*patients.columns)
    return Surface(cells, weights, np.zeros(len(cells.patients)))


def slow_parts(patients: Patients, scaled: Floats, sigma: float) -> tuple[Floats, Floats]:
    """Give each provider's Laplace log-likelihood and mode, one at a time, as the text says."""
    cells = gather(*patients.columns)
    facts = (patients.covariates - cells.centre) / cells.spread
    linear = scaled[0] + facts @ scaled[1:]
    values, modes = [], []
    for provider in cells.providers:
        own = patients.providers == provider
        eta, y = linear[own], patients.outcomes[own]

        def score(u: float, eta: Floats = eta, y: npt.NDArray[np.int64] = y) -> float:
            return float(np.sum(y - 1 / (1 + np.exp(-eta - u))) - u / sigma**2)

        mode = brentq(score, -50, 50, xtol=1e-13)
        mu = 1 / (1 + np.exp(-eta - mode))
        curvature = np.sum(mu * (1 - mu)) + sigma**-2
        value = np.sum(y * (eta + mode) - np.log1p(np.exp(eta + mode))) - mode**2 / (2 * sigma**2)
        values.append(value - np.log(curvature) / 2 - np.log(sigma))
        modes.append(mode)
    return np.array(values), np.array(modes)


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("sigma", [0.05, 0.6, 3.0])
def test_the_likelihood_and_modes_are_those_of_the_slow_twin(sigma: float, coarse: bool) -> None:
    patients = make(coarse=coarse)
    surface = surface_of(patients)
    value, _ = surface.height(BETA, float(np.log(sigma)))
    parts, modes = slow_parts(patients, BETA, sigma)
    assert value == pytest.approx(parts.sum(), abs=1e-8)
    np.testing.assert_allclose(surface.modes, modes, atol=1e-8)


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("sigma", [0.1, 0.6, 2.0])
def test_the_slope_is_that_of_the_height(sigma: float, weighted: bool) -> None:
    weights = np.arange(30).astype(np.float64) % 4 if weighted else None
    surface, step = surface_of(make(), weights), 1e-5
    place = np.append(BETA, np.log(sigma))
    _, slope = surface.height(place[:-1], float(place[-1]))
    for at in range(4):
        up, down = place.copy(), place.copy()
        up[at], down[at] = up[at] + step, down[at] - step
        rise = (
            surface.height(up[:-1], float(up[-1]))[0]
            - surface.height(down[:-1], float(down[-1]))[0]
        )
        assert slope[at] == pytest.approx(rise / (2 * step), rel=1e-6, abs=1e-5)


def test_a_slope_without_the_log_determinant_would_be_caught() -> None:
    """Plant the usual fault: the slope of the joint likelihood, not of Laplace's."""
    surface, sigma = surface_of(make(each=8)), 0.8
    _, slope = surface.height(BETA, float(np.log(sigma)))
    joint = -30 + np.sum(surface.modes**2) / sigma**2
    assert abs(joint - slope[-1]) > 1


def test_a_provider_that_counts_twice_is_two_providers() -> None:
    patients = make(providers=6)
    weights = np.array([2.0, 1, 0, 1, 1, 1])
    parts, _ = slow_parts(patients, BETA, 0.7)
    value, _ = surface_of(patients, weights).height(BETA, float(np.log(0.7)))
    assert value == pytest.approx(float(weights @ parts), abs=1e-8)


def test_the_approximation_comes_near_the_integral_with_many_patients() -> None:
    apart = []
    for each in (10, 160):
        patients = make(providers=5, each=each)
        cells = gather(*patients.columns)
        parts, _ = slow_parts(patients, BETA, 0.5)
        grid = np.linspace(-6, 6, 6001)
        linear = cells.predictor(BETA)
        exact = []
        for at, block in enumerate(np.split(linear, 5)):
            log_joint = (
                cells.event_sums[at] @ BETA
                + cells.observed[at] * grid
                - np.log1p(np.exp(block[:, None] + grid)).sum(axis=0)
                - grid**2 / (2 * 0.5**2)
            )
            top = log_joint.max()
            area = np.exp(log_joint - top).sum() * (grid[1] - grid[0])
            exact.append(top + np.log(area / (0.5 * np.sqrt(2 * np.pi))))
        apart.append(np.abs(parts - exact).max())
    assert apart[0] < 0.02
    assert apart[1] < apart[0] / 2


@pytest.mark.parametrize("sigma", [1e-4, 0.5, 20.0])
def test_modes_are_found_from_far_away(sigma: float) -> None:
    cells = gather(*make().columns)
    predictor = cells.predictor(BETA)
    near = find_modes(cells, predictor, sigma, np.zeros(30))
    far = find_modes(cells, predictor, sigma, np.full(30, 25.0))
    np.testing.assert_allclose(near, far, atol=1e-9)
