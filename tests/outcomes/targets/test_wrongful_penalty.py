"""How often chance alone punishes an average provider, against plain counting and simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.provider_spread import spread_of_prior
from fairterms.outcomes.comparison.shrinkage import Prior
from fairterms.outcomes.targets import wrongful_penalty
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.outcomes.targets.wrongful_penalty import (
    chance_in_tier,
    count_needed,
    exact_chance_in_tier,
    reliability_needed,
    state,
)

PRIOR = Prior(45.73, 22.81)


@pytest.mark.parametrize(
    ("target", "average", "allowed"),
    [
        (Target(0.60, Direction.AT_LEAST), 0.675, 0.05),
        (Target(0.50, Direction.AT_LEAST), 0.675, 0.05),
        (Target(0.08, Direction.AT_MOST), 0.058, 0.10),
        (Target(0.0, Direction.AT_LEAST), 0.3, 0.05),
    ],
)
def test_the_count_needed_is_the_last_that_failed_and_one(
    target: Target, average: float, allowed: float
) -> None:
    found = count_needed(target, average, allowed)
    chances = [float(target.chance_missed(average, n)) for n in range(1, 3000)]
    failed = [n for n, chance in enumerate(chances, 1) if chance > allowed]
    assert found == (failed[-1] + 1 if failed else 1)


@pytest.mark.parametrize(
    ("target", "average"),
    [
        (Target(0.675, Direction.AT_LEAST), 0.675),
        (Target(0.7, Direction.AT_LEAST), 0.675),
        (Target(0.05, Direction.AT_MOST), 0.058),
        (Target(0.6745, Direction.AT_LEAST), 0.675),
    ],
)
def test_no_count_is_enough_for_a_target_at_or_above_the_average(
    target: Target, average: float
) -> None:
    assert count_needed(target, average, 0.05) is None


@pytest.mark.parametrize("block", [1, 7])
def test_the_count_needed_does_not_depend_on_how_it_is_searched(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [Target(rate, Direction.AT_LEAST) for rate in (0.45, 0.5, 0.55)]
    whole = [count_needed(target, 0.675, 0.05) for target in targets]
    monkeypatch.setattr(wrongful_penalty, "_BLOCK", block)
    assert [count_needed(target, 0.675, 0.05) for target in targets] == whole


def test_a_large_count_is_found_in_blocks() -> None:
    target = Target(0.665, Direction.AT_LEAST)
    found = count_needed(target, 0.675, 0.05)
    assert found is not None
    # About (1.645/0.01)² · 0.675 · 0.325.
    assert found == pytest.approx(5936, rel=0.03)
    assert target.chance_missed(0.675, found - 1) > 0.05
    sizes = np.arange(found, found + 500, dtype=np.int64)
    assert (target.chances_missed(0.675, sizes) <= 0.05).all()


@settings(deadline=None)
@given(share=st.floats(0.05, 0.45), less=st.floats(0, 0.95))
def test_a_more_reliable_measure_puts_fewer_into_the_tier(share: float, less: float) -> None:
    more = less + (1 - less) / 2
    assert float(chance_in_tier(share, more)) < float(chance_in_tier(share, less))
    assert float(chance_in_tier(share, 0)) == pytest.approx(share)


@settings(deadline=None)
@given(share=st.floats(0.05, 0.45), part=st.floats(0.01, 0.99))
def test_the_reliability_needed_gives_just_the_chance_allowed(share: float, part: float) -> None:
    allowed = share * part
    needed = reliability_needed(share, allowed)
    assert float(chance_in_tier(share, needed)) == pytest.approx(allowed)
    assert reliability_needed(share, share) == 0


@pytest.mark.parametrize("n", [40, 163, 626])
def test_whole_patients_and_the_normal_curve_nearly_agree(n: int) -> None:
    near = float(chance_in_tier(0.25, spread_of_prior(PRIOR, 145).at(n)))
    assert exact_chance_in_tier(0.25, n, PRIOR) == pytest.approx(near, abs=0.012)


def test_the_exact_chance_agrees_with_a_simulated_ranking() -> None:
    rng = np.random.default_rng(15)
    n, rounds, providers = 60, 4000, 80
    true = rng.beta(PRIOR.alpha, PRIOR.beta, (rounds, providers))
    true[:, 0] = PRIOR.mean
    counts = rng.binomial(n, true) + rng.random((rounds, providers))  # ties by lot
    lowest = (counts[:, 1:] < counts[:, :1]).mean(axis=1) < 0.25
    assert lowest.mean() == pytest.approx(exact_chance_in_tier(0.25, n, PRIOR), abs=0.02)


def test_with_one_patient_the_tier_is_a_lottery() -> None:
    assert exact_chance_in_tier(0.25, 1, PRIOR) == pytest.approx(0.25, abs=1e-9)


def test_the_statement_joins_both_chances_and_both_counts() -> None:
    spread = spread_of_prior(PRIOR, 145)
    target = Target(0.6, Direction.AT_LEAST)
    small = state(40, target, spread, tier=0.25, allowed=0.05)
    assert not small.is_fair
    assert small.count_for_target is not None
    assert small.count_for_tier == 345
    large = state(
        max(small.count_for_target, small.count_for_tier), target, spread, tier=0.25, allowed=0.05
    )
    assert large.is_fair
