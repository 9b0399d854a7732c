"""Growth curves with facts at intake: against whole matrices, patient by patient."""

import numpy as np
import pytest

from fairterms.outcomes.patient_change import growth_curve
from fairterms.outcomes.patient_change.growth_curve import Facts, Sums
from fairterms.outcomes.patient_change.scores import Floats

N, TIMES = 12, np.array([0.0, 1.0, 1.5, 2.5])


def drawn(seed: int) -> tuple[Floats, Facts]:
    draws = np.random.default_rng(seed)
    facts = Facts(
        np.column_stack([np.ones(N), np.arange(N) % 2, draws.normal(size=N)]),
        np.column_stack([np.ones(N), np.arange(N) % 2]),
    )
    level = facts.level @ [15.0, 4.0, 1.0] + 3 * draws.normal(size=N)
    slope = facts.slope @ [-3.0, 1.0] + draws.normal(size=N)
    noise = 2 * draws.normal(size=(N, TIMES.size))
    return level[:, None] + slope[:, None] * TIMES + noise, facts


def sums_of(scores: Floats) -> Sums:
    patient = np.repeat(np.arange(N), TIMES.size)
    return growth_curve.sum_up(np.tile(TIMES, N), patient, scores.ravel(), N)


def slow(theta: Floats, scores: Floats, facts: Facts) -> tuple[float, Floats, float]:
    """Return deviance, β and σ² from one matrix over all scores."""
    lower = np.array([[theta[0], 0], [theta[1], theta[2]]])
    z = np.column_stack([np.ones_like(TIMES), TIMES])
    block = z @ lower @ lower.T @ z.T + np.eye(TIMES.size)
    covariance = np.kron(np.eye(N), block)
    x = np.concatenate(
        [
            np.repeat(facts.level, TIMES.size, axis=0),
            np.repeat(facts.slope, TIMES.size, axis=0) * np.tile(TIMES, N)[:, None],
        ],
        axis=1,
    )
    y, inverse = scores.ravel(), np.linalg.inv(covariance)
    information = x.T @ inverse @ x
    beta = np.linalg.solve(information, x.T @ inverse @ y)
    rest = y - x @ beta
    freedom = y.size - x.shape[1]
    variance = float(rest @ inverse @ rest) / freedom
    logs = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(information)[1]
    return float(logs) + freedom * (1 + np.log(2 * np.pi * variance)), beta, variance


@pytest.mark.parametrize("theta", [(1.0, 0.0, 0.5), (2.0, -0.7, 0.1), (0.0, 0.0, 0.0)])
def test_the_deviance_agrees_with_one_matrix_over_all_scores(
    theta: tuple[float, float, float],
) -> None:
    scores, facts = drawn(1)
    found = growth_curve.at(np.array(theta), sums_of(scores), facts)
    deviance, beta, variance = slow(np.array(theta), scores, facts)
    assert found.deviance == pytest.approx(deviance, abs=1e-8)
    assert found.beta == pytest.approx(beta, abs=1e-9)
    assert found.variance == pytest.approx(variance, rel=1e-9)


@pytest.mark.parametrize("theta", [(1.0, 0.0, 0.5), (2.0, -0.7, 0.1), (0.3, 0.4, -0.8)])
def test_the_gradient_is_that_of_the_deviance(theta: tuple[float, float, float]) -> None:
    scores, facts = drawn(4)
    sums, here = sums_of(scores), np.array(theta)
    found = growth_curve.gradient(here, growth_curve.at(here, sums, facts), sums, facts)
    for at, step in enumerate(np.eye(3) * 1e-5):
        up, down = (growth_curve.at(here + side, sums, facts).deviance for side in (step, -step))
        assert found[at] == pytest.approx((up - down) / 2e-5, abs=1e-5)


def test_no_step_away_from_the_fit_lowers_the_deviance() -> None:
    scores, facts = drawn(2)
    sums = sums_of(scores)
    found = growth_curve.fit(sums, facts)
    a = np.sqrt(found.spread.level)
    b = found.spread.both / a
    best = np.array([a, b, np.sqrt(max(found.spread.slope - b * b, 0))])
    assert growth_curve.at(best, sums, facts).deviance == pytest.approx(found.deviance, abs=1e-7)
    for step in np.eye(3) * 0.01:
        for side in (step, -step):
            assert growth_curve.at(best + side, sums, facts).deviance >= found.deviance - 1e-9


def test_a_patient_without_scores_changes_nothing_but_the_row() -> None:
    scores, facts = drawn(3)
    more = Facts(np.vstack([facts.level, [1, 0, 9]]), np.vstack([facts.slope, [1, 0]]))
    patient = np.repeat(np.arange(N), TIMES.size)
    sums = growth_curve.sum_up(np.tile(TIMES, N), patient, scores.ravel(), N + 1)
    theta = np.array([1.0, -0.2, 0.5])
    one = growth_curve.at(theta, sums_of(scores), facts)
    other = growth_curve.at(theta, sums, more)
    assert other.deviance == pytest.approx(one.deviance, abs=1e-9)
