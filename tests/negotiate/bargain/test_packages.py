"""Packages are worth the same to us and differ; after an agreement both may do better."""

import numpy as np

from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.bargain.packages import NEAR, better_for_both, equal_packages
from tests.negotiate.bargain.small_bargains import plain_frontier

SPACE = OutcomeSpace((3, 3, 3))
DRAWS = np.random.default_rng(3)
GROUP, PLAN = DRAWS.normal(0, 100, 27).round(), DRAWS.normal(0, 100, 27).round()


def test_three_packages_are_worth_nearly_the_same_to_us() -> None:
    group = SPACE.added([np.array([0.0, 10.0, 20.0])] * 3)
    found = equal_packages(SPACE, group, PLAN, 30.0)
    assert len(set(found)) == 3
    assert {float(group[one]) for one in found} == {30.0}
    assert NEAR * 60 < 10


def test_the_first_is_the_best_for_the_plan_of_those() -> None:
    group = SPACE.added([np.array([0.0, 10.0, 20.0])] * 3)
    found = equal_packages(SPACE, group, PLAN, 30.0)
    assert PLAN[found[0]] == PLAN[group == 30.0].max()
    assert min(PLAN[list(found)]) >= np.median(PLAN[group == 30.0])


def test_where_one_outcome_alone_is_worth_so_much_there_is_one_package() -> None:
    group = SPACE.added([np.array([0.0, 10.0, 20.0])] * 3)
    assert equal_packages(SPACE, group, PLAN, 60.0) == (26,)
    assert equal_packages(SPACE, group, PLAN, 500.0) == ()


def test_an_agreement_on_the_frontier_cannot_be_bettered_for_both() -> None:
    on = plain_frontier(GROUP, PLAN)
    for outcome in range(27):
        better = better_for_both(GROUP, PLAN, outcome)
        assert (len(better) == 0) == (outcome in on)
        assert set(better.tolist()) <= on
        assert (GROUP[better] >= GROUP[outcome]).all()
        assert (PLAN[better] >= PLAN[outcome]).all()
