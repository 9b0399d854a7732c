"""Spread beyond chance: found where it is, and not where chance explains everything."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.chance import Floats
from fairterms.outcomes.comparison.overdispersion import (
    Trimming,
    average_ranks,
    estimate,
    is_kept,
    winsorise,
)
from fairterms.units.refusal import Refusal

DISTANCES = st.lists(st.floats(-20, 20), min_size=3, max_size=40).map(np.array)


def plain_tau_squared(z: list[float], s: list[float]) -> float:
    """The formula, a provider at a time."""
    phi = sum(one * one for one in z) / len(z)
    weights = [1 / one**2 for one in s]
    top = len(z) * phi - (len(z) - 1)
    return max(0.0, top / (sum(weights) - sum(w * w for w in weights) / sum(weights)))


@settings(deadline=None, max_examples=30)
@given(z=DISTANCES, seed=st.integers(0, 99))
def test_the_estimate_agrees_with_the_plain_sum(z: Floats, seed: int) -> None:
    s = np.random.default_rng(seed).uniform(0.01, 0.3, len(z))
    found = estimate(z, s, Trimming.NONE)
    assert found.tau_squared == pytest.approx(plain_tau_squared(z.tolist(), s.tolist()), abs=1e-12)
    assert found.phi == pytest.approx(float(np.mean(z**2)))


def test_providers_that_differ_by_chance_have_no_spread() -> None:
    z = np.random.default_rng(1).normal(0, 1, 4000)
    found = estimate(z, np.full(4000, 0.05), Trimming.WINSORISED)
    assert found.phi < 1
    assert found.tau_squared == 0


def test_a_planted_spread_is_found() -> None:
    rng = np.random.default_rng(2)
    s = rng.uniform(0.01, 0.05, 5000)
    z = rng.normal(0, np.sqrt(s**2 + 0.03**2)) / s
    assert estimate(z, s, Trimming.NONE).tau_squared == pytest.approx(0.03**2, rel=0.1)


@settings(deadline=None, max_examples=30)
@given(z=DISTANCES)
def test_pulling_in_extremes_never_raises_the_spread(z: Floats) -> None:
    # Around their middle: a quantile may lie further from a target that all are far from.
    z, s = z - np.median(z), np.full(len(z), 0.1)
    plain, tamed = estimate(z, s, Trimming.NONE), estimate(z, s, Trimming.WINSORISED)
    assert tamed.phi <= plain.phi * (1 + 1e-12)
    assert tamed.tau_squared <= plain.tau_squared * (1 + 1e-12)
    assert tamed.providers == plain.providers == len(z)


def test_one_absurd_provider_hardly_moves_the_winsorised_spread() -> None:
    z = np.random.default_rng(3).normal(0, 2, 100)
    s = np.full(100, 0.1)
    z[0] = 5
    before = estimate(z, s, Trimming.WINSORISED).phi
    z[0] = 500
    assert estimate(z, s, Trimming.WINSORISED).phi == pytest.approx(before, rel=0.01)
    assert estimate(z, s, Trimming.NONE).phi > 1000


def test_quantiles_lie_between_order_statistics() -> None:
    # Eleven values: the 10 % quantile is the second. Twelve: a tenth of the way past it.
    assert winsorise(np.arange(11.0)).min() == 1
    assert winsorise(np.arange(12.0)).min() == pytest.approx(1.1)


def test_ties_share_their_average_rank() -> None:
    values = np.array([3.0, 1.0, 3.0, 3.0, 0.0])
    assert average_ranks(values).tolist() == [4.0, 2.0, 4.0, 4.0, 1.0]


@pytest.mark.parametrize(("count", "low", "high"), [(19, 1, 2), (20, 2, 2), (10, 1, 1)])
def test_truncation_leaves_out_the_first_and_the_last_bin(count: int, low: int, high: int) -> None:
    kept = is_kept(np.arange(float(count)))
    assert kept.tolist() == [False] * low + [True] * (count - low - high) + [False] * high


def test_truncation_drops_ties_together() -> None:
    z = np.array([0.0, 0.0, *range(1, 18)])
    assert not is_kept(z)[:2].any()


def test_truncation_reports_how_many_are_left() -> None:
    z = np.linspace(-3, 3, 19)
    assert estimate(z, np.full(19, 0.1), Trimming.TRUNCATED).providers == 16


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_providers_are_refused(count: int) -> None:
    with pytest.raises(Refusal) as refusal:
        estimate(np.ones(count), np.ones(count), Trimming.NONE)
    assert str(refusal.value) == (
        f"funnel: {count} provider(s) are too few to see how providers differ\n"
        "      why: spread beyond chance needs at least two providers to compare\n"
        "      fix: compare with a larger reference population, or draw exact limits and say so"
    )


def test_a_provider_without_a_place_on_the_scale_is_refused_not_dropped() -> None:
    with pytest.raises(Refusal, match="without any event") as refusal:
        estimate(np.array([-np.inf, 0.0, 1.0]), np.ones(3), Trimming.TRUNCATED)
    assert refusal.value.fix == "use the square root scale"
