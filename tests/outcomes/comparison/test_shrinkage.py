"""Shrinkage moves the small most, drops nobody, and comes nearer the truth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.shrinkage import Prior, fit, shrink, shrink_mean
from fairterms.units.refusal import Refusal

priors = st.builds(Prior, st.floats(0.5, 200), st.floats(0.5, 200))


def log_likelihood(prior: Prior, reached: np.ndarray, n: np.ndarray) -> float:
    a, b = prior.alpha, prior.beta
    return float(np.sum(special.betaln(reached + a, n - reached + b) - special.betaln(a, b)))


def simulated(seed: int, providers: int, alpha: float, beta: float) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(seed)
    true = rng.beta(alpha, beta, providers)
    n = np.round(rng.lognormal(4, 1, providers)).astype(int) + 1
    return true, rng.binomial(n, true), n


@settings(deadline=None, max_examples=40)
@given(prior=priors, n=st.integers(0, 3000), k=st.integers(0, 3000))
def test_a_shrunk_rate_lies_between_its_own_and_the_rate_of_all(
    prior: Prior, n: int, k: int
) -> None:
    (found,) = shrink(min(k, n), n, prior)
    own = prior.mean if found.rate is None else found.rate
    low, high = sorted((own, prior.mean))
    assert low - 1e-9 <= found.shrunk <= high + 1e-9
    assert found.low <= found.high
    blend = found.own_weight * own + (1 - found.own_weight) * prior.mean
    assert found.shrunk == pytest.approx(blend)


@settings(deadline=None, max_examples=30)
@given(prior=priors, n=st.integers(1, 500), k=st.integers(0, 499))
def test_a_better_result_never_lowers_the_shrunk_rate(prior: Prior, n: int, k: int) -> None:
    reached = min(k, n - 1)
    worse, better = shrink([reached, reached + 1], [n, n], prior)
    assert better.shrunk > worse.shrunk


def test_nobody_is_dropped_not_even_without_patients() -> None:
    found = shrink([0, 1, 50], [0, 1, 100], Prior(6, 4))
    assert len(found) == 3
    assert found[0].rate is None
    assert found[0].shrunk == 0.6
    assert found[0].own_weight == 0


def test_a_very_large_provider_keeps_its_own_rate() -> None:
    (found,) = shrink(700_000, 1_000_000, Prior(20, 20))
    assert found.shrunk == pytest.approx(0.7, abs=1e-4)


def test_shrunk_rates_are_nearer_the_truth_than_counted_ones() -> None:
    true, reached, n = simulated(11, 2000, 20, 20)
    found = shrink(reached, n, fit(reached, n))
    shrunk_error = np.mean((np.array([one.shrunk for one in found]) - true) ** 2)
    assert shrunk_error < 0.6 * np.mean((reached / n - true) ** 2)


def test_limits_hold_the_truth_as_often_as_they_say() -> None:
    true, reached, n = simulated(12, 3000, 20, 20)
    found = shrink(reached, n, Prior(20, 20))
    held = [one.low <= rate <= one.high for one, rate in zip(found, true, strict=True)]
    assert np.mean(held) == pytest.approx(0.95, abs=0.015)


def test_the_fit_finds_what_was_planted() -> None:
    _, reached, n = simulated(13, 4000, 30, 15)
    prior = fit(reached, n)
    assert prior.mean == pytest.approx(2 / 3, abs=0.005)
    assert prior.weight == pytest.approx(45, rel=0.1)
    assert not prior.is_boundary


@pytest.mark.parametrize(("by_alpha", "by_beta"), [(1.01, 1), (0.99, 1), (1, 1.01), (1, 0.99)])
def test_no_neighbour_is_likelier_than_the_fit(by_alpha: float, by_beta: float) -> None:
    _, reached, n = simulated(14, 150, 45, 23)
    best = fit(reached, n)
    near = Prior(best.alpha * by_alpha, best.beta * by_beta)
    assert log_likelihood(near, reached, n) < log_likelihood(best, reached, n)


def test_providers_that_do_not_differ_are_said_not_to() -> None:
    assert fit([30, 60, 90], [60, 120, 180]).is_boundary


def test_providers_without_patients_change_nothing() -> None:
    assert fit([5, 9, 0], [10, 12, 0]) == fit([5, 9], [10, 12])


@pytest.mark.parametrize(
    ("reached", "n", "what"),
    [
        ([5], [10], "cannot be told from these counts"),
        ([10, 10], [10, 10], "cannot be told from these counts"),
        ([0, 0], [10, 10], "cannot be told from these counts"),
        ([11, 5], [10, 10], "1 of 2 providers have counts that cannot be"),
        ([float("nan"), 5], [10, 10], "1 of 2 providers have counts that cannot be"),
    ],
)
def test_counts_that_tell_nothing_are_refused(
    reached: list[float], n: list[float], what: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        fit(reached, n)
    assert refusal.value.what == what


@given(own=st.floats(-3, 3), reliability=st.floats(0, 1))
def test_a_mean_is_shrunk_by_its_reliability(own: float, reliability: float) -> None:
    assert shrink_mean(own, own, reliability) == pytest.approx(own)
    assert shrink_mean(own, 0.8, 1) == pytest.approx(own)
    assert shrink_mean(own, 0.8, 0) == pytest.approx(0.8)
