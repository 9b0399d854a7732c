"""Expected percentiles and tier probabilities: known answers, symmetry, doubt."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison import tiers
from fairterms.outcomes.comparison.tiers import expected_percentiles, tier_probabilities
from fairterms.units.refusal import Refusal

DRAWS = np.random.default_rng(8)
EFFECTS = DRAWS.normal(0, 0.4, 60)
VARIANCES = DRAWS.uniform(0.01, 0.1, 60)


@given(st.lists(st.floats(-3, 3), min_size=2, max_size=30), st.floats(1e-6, 4))
def test_percentiles_average_a_half(effects: list[float], variance: float) -> None:
    found = expected_percentiles(effects, np.full(len(effects), variance))
    assert found.mean() == pytest.approx(0.5)
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.diff(found[np.argsort(effects, kind="stable")]) >= -1e-12).all()


def test_percentiles_agree_with_a_loop_whatever_is_held_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = expected_percentiles(EFFECTS, VARIANCES)
    monkeypatch.setattr(tiers, "NUMBERS_AT_ONCE", 200)
    np.testing.assert_allclose(expected_percentiles(EFFECTS, VARIANCES), whole, atol=1e-14)
    draws = np.random.default_rng(1).normal(EFFECTS, np.sqrt(VARIANCES), (20_000, 60))
    shares = np.array([(draws[:, [at]] > draws).sum(axis=1).mean() / 59 for at in range(60)])
    np.testing.assert_allclose(whole, shares, atol=0.01)


def test_providers_not_told_apart_are_all_in_the_middle() -> None:
    assert expected_percentiles(np.zeros(5), np.zeros(5)).tolist() == [0.5] * 5
    assert expected_percentiles(np.zeros(5), np.ones(5)).tolist() == pytest.approx([0.5] * 5)


def test_probabilities_add_up_and_tiers_are_filled() -> None:
    found = tier_probabilities(EFFECTS, VARIANCES, seed=1)
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1)
    np.testing.assert_allclose(found.probabilities.sum(axis=0), 15)
    assert np.bincount(found.tier_by_rank).tolist() == [15] * 4


def test_the_same_seed_gives_the_same_bytes_and_another_seed_nearly_the_same() -> None:
    first = tier_probabilities(EFFECTS, VARIANCES, seed=1)
    again = tier_probabilities(EFFECTS, VARIANCES, seed=1)
    other = tier_probabilities(EFFECTS, VARIANCES, seed=2)
    assert first.probabilities.tobytes() == again.probabilities.tobytes()
    assert first.probabilities.tobytes() != other.probabilities.tobytes()
    apart = np.abs(first.probabilities - other.probabilities)
    assert (apart <= 5 * np.sqrt(first.error**2 + other.error**2) + 0.002).all()


def test_two_providers_have_the_textbook_probability() -> None:
    found = tier_probabilities([0.0, 0.3], [0.05, 0.04], seed=3, draws=200_000, ends=[0.5])
    above = expected_percentiles([0.0, 0.3], [0.05, 0.04])[1]
    assert above == pytest.approx(0.841345, abs=1e-6)  # Φ(0.3/√0.09) = Φ(1)
    assert found.probabilities[1, 1] == pytest.approx(above, abs=0.005)


def test_more_doubt_makes_fewer_providers_sure_of_their_tier() -> None:
    sure = [
        tier_probabilities(EFFECTS, VARIANCES * k, seed=1).is_sure(0.8).sum() for k in (0.01, 1, 10)
    ]
    assert sure[0] > sure[1] > sure[2]


def test_tiers_of_unequal_size_hold_their_shares() -> None:
    found = tier_probabilities(EFFECTS, VARIANCES, seed=1, ends=[0.1, 0.9])
    assert np.bincount(found.tier_by_rank).tolist() == [6, 48, 6]
    assert np.bincount(tier_probabilities([1, 2, 3], [1, 1, 1], seed=1).tier_by_rank).tolist() == [
        0,
        1,
        1,
        1,
    ]


@pytest.mark.parametrize("ends", [[0.5, 0.5], [0.0, 0.5], [0.5, 1.0], [0.7, 0.2]])
def test_tiers_that_do_not_rise_are_refused(ends: list[float]) -> None:
    with pytest.raises(Refusal, match="tiers: they end at"):
        tier_probabilities(EFFECTS, VARIANCES, seed=1, ends=ends)


@pytest.mark.parametrize(
    ("effects", "variances"),
    [([1.0], [1.0]), ([1, 2], [1.0]), ([1, np.nan], [1, 1]), ([1, 2], [1, -1]), ([], [])],
)
def test_unusable_effects_are_refused(effects: list[float], variances: list[float]) -> None:
    with pytest.raises(Refusal, match="effects: "):
        expected_percentiles(effects, variances)


def test_without_any_spread_every_provider_has_the_same_chance_of_each_tier() -> None:
    found = tier_probabilities(np.zeros(12), np.zeros(12), seed=1)
    assert (np.abs(found.probabilities - 0.25) <= 5 * found.error.max()).all()
    np.testing.assert_allclose(found.probabilities.sum(axis=0), 3)


def test_only_the_tied_share_their_ranks() -> None:
    # The lowest and the highest are known; the two between are equal.
    found = tier_probabilities([2.0, 1.0, 1.0, 0.0], np.zeros(4), seed=1)
    assert found.probabilities[0].tolist() == [0, 0, 0, 1]
    assert found.probabilities[3].tolist() == [1, 0, 0, 0]
    assert found.probabilities[1:3, 1:3].ravel().tolist() == pytest.approx([0.5] * 4, abs=0.04)
