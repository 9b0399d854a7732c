"""The chance to meet a target, against simulation; a fair target is the hardest that is fair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.shrinkage import Prior
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.outcomes.targets.target_likelihood import (
    FollowUp,
    chance_met,
    chance_met_with_follow_up,
    compare_follow_up,
    propose,
)

AT_LEAST, AT_MOST = Direction.AT_LEAST, Direction.AT_MOST
PRIOR = Prior(45.73, 22.81)
# As published for one American state: 34 % were asked again, 8 % of all were in remission.
LOW_FOLLOW_UP = FollowUp(patients=400, followed=136, reached=32)


@pytest.mark.parametrize("direction", Direction)
def test_the_chance_agrees_with_simulated_years(direction: Direction) -> None:
    rng = np.random.default_rng(18)
    true = rng.beta(PRIOR.alpha + 30, PRIOR.beta + 20, 200_000)
    rates = rng.binomial(80, true) / 80
    met = rates >= 0.65 if direction is AT_LEAST else rates <= 0.65
    found = chance_met(Target(0.65, direction), 30, 50, PRIOR, 80)
    assert found == pytest.approx(met.mean(), abs=0.005)


@settings(deadline=None, max_examples=25)
@given(n=st.integers(1, 200), k=st.integers(0, 199), percent=st.integers(1, 99))
def test_a_better_year_never_lowers_the_chance(n: int, k: int, percent: int) -> None:
    reached, target = min(k, n - 1), Target(percent / 100, AT_LEAST)
    worse = chance_met(target, reached, n, PRIOR, 60)
    assert 0 <= worse <= chance_met(target, reached + 1, n, PRIOR, 60) + 1e-12 <= 1 + 1e-9


@settings(deadline=None, max_examples=25)
@given(n=st.integers(0, 200), k=st.integers(0, 200), percent=st.integers(1, 98))
def test_a_harder_target_is_never_likelier(n: int, k: int, percent: int) -> None:
    reached = min(k, n)
    easier = chance_met(Target(percent / 100, AT_LEAST), reached, n, PRIOR, 60)
    harder = chance_met(Target(percent / 100 + 0.01, AT_LEAST), reached, n, PRIOR, 60)
    assert harder <= easier + 1e-12


def test_a_group_without_patients_has_the_chance_of_any_provider() -> None:
    rng = np.random.default_rng(19)
    rates = rng.binomial(60, rng.beta(PRIOR.alpha, PRIOR.beta, 200_000)) / 60
    found = chance_met(Target(0.7, AT_LEAST), 0, 0, PRIOR, 60)
    assert found == pytest.approx((rates >= 0.7).mean(), abs=0.005)


def test_few_patients_leave_the_chance_near_that_of_all() -> None:
    target = Target(0.7, AT_LEAST)
    any_provider = chance_met(target, 0, 0, PRIOR, 60)
    lucky_few = chance_met(target, 5, 5, PRIOR, 60)
    lucky_many = chance_met(target, 300, 300, PRIOR, 60)
    assert lucky_few - any_provider < 0.15
    assert lucky_many > 0.99


def test_follow_up_as_it_is_gives_the_chance_of_the_followed_alone() -> None:
    found = chance_met_with_follow_up(
        Target(0.08, AT_LEAST), LOW_FOLLOW_UP, Prior(8, 26), 400, share=0.34, relative=1
    )
    # 136 followed next year, 32 of them needed.
    assert found == pytest.approx(
        chance_met(Target(32 / 136, AT_LEAST), 32, 136, Prior(8, 26), 136), abs=0.003
    )


def test_better_follow_up_agrees_with_simulated_years() -> None:
    rng = np.random.default_rng(20)
    rate = rng.beta(8 + 32, 26 + 104, 200_000)
    reached = rng.binomial(136, rate) + rng.binomial(184, 0.5 * rate)
    found = chance_met_with_follow_up(
        Target(0.14, AT_LEAST), LOW_FOLLOW_UP, Prior(8, 26), 400, share=0.8, relative=0.5
    )
    assert found == pytest.approx((reached >= 56).mean(), abs=0.005)


def test_completeness_is_the_largest_lever_of_a_remission_target() -> None:
    found = compare_follow_up(Target(0.15, AT_LEAST), LOW_FOLLOW_UP, Prior(8, 26), 400, 0.8)
    assert found.now < 0.01
    assert found.if_none == pytest.approx(found.now, abs=0.001)
    assert found.if_same > 0.75
    assert (found.share_now, found.share_then) == (0.34, 0.8)


@settings(deadline=None, max_examples=16)
@given(relative=st.floats(0, 0.9), share=st.floats(0.35, 0.9), percent=st.integers(3, 25))
def test_more_follow_up_and_better_results_never_lower_the_chance(
    relative: float, share: float, percent: int
) -> None:
    target, year, prior = Target(percent / 100, AT_LEAST), FollowUp(100, 34, 8), Prior(8, 26)

    def chance(followed: float, part: float) -> float:
        return chance_met_with_follow_up(target, year, prior, 100, share=followed, relative=part)

    assert chance(share, relative) <= chance(share, relative + 0.1) + 1e-9
    assert chance(share, relative) <= chance(share + 0.1, relative) + 1e-9


@settings(deadline=None, max_examples=20)
@given(
    n=st.integers(1, 300),
    allowed=st.sampled_from((0.01, 0.05, 0.1, 0.3)),
    direction=st.sampled_from(Direction),
)
def test_a_proposed_target_is_the_hardest_an_average_provider_may_fail_so_rarely(
    n: int, allowed: float, direction: Direction
) -> None:
    found = propose(direction, (30, 50), PRIOR, n, allowed)
    assert found.average_fails <= allowed
    assert found.target.edge(n) == found.edge, "the rate as written asks for just this count"
    harder = found.edge + (1 if direction is AT_LEAST else -1)
    if 0 <= harder <= n:
        missed = Target(harder / n, direction).chance_missed(PRIOR.mean, n)
        assert missed > allowed


def test_a_fair_target_comes_nearer_the_average_with_more_patients() -> None:
    rates = [propose(AT_LEAST, (30, 50), PRIOR, n, 0.05).target.rate for n in (20, 100, 500, 2000)]
    assert rates == sorted(rates)
    assert rates[-1] < PRIOR.mean


def test_a_target_to_stay_below_is_proposed_above_the_average() -> None:
    found = propose(AT_MOST, (6, 100), Prior(37.37, 584.37), 150, 0.05)
    assert found.target.rate > 0.0601
    assert found.group_meets > 0.85
