"""The frontier is that of comparing every outcome with every other."""

import numpy as np
import pytest

from fairterms.negotiate.bargain.frontier import frontier
from tests.negotiate.bargain.small_bargains import plain_frontier, random_worths


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_the_frontier_is_that_of_brute_force(first: int) -> None:
    for seed in range(first, first + 20):
        group, plan = random_worths(seed)
        found = frontier(group, plan)
        assert set(found.tolist()) == plain_frontier(group, plan)
        assert len(found) == len(set(found.tolist()))


def test_the_random_problems_hold_ties() -> None:
    tied = [
        seed
        for seed in range(1, 200, 2)
        if len({tuple(row) for row in np.stack(random_worths(seed), 1).tolist()})
        < len(random_worths(seed)[0])
    ]
    assert len(tied) > 50


def test_equal_outcomes_stand_together() -> None:
    group, plan = np.array([2.0, 1.0, 2.0, 2.0]), np.array([1.0, 3.0, 1.0, 0.0])
    assert frontier(group, plan).tolist() == [0, 2, 1]


def test_the_best_for_the_group_comes_first() -> None:
    group, plan = random_worths(4)
    worths = group[frontier(group, plan)]
    assert (np.diff(worths) < 0).all()


def test_another_scale_leaves_the_frontier_as_it_is() -> None:
    group, plan = random_worths(3)
    assert frontier(7 * group - 3, 0.25 * plan + 9).tolist() == frontier(group, plan).tolist()


def test_a_beaten_outcome_more_changes_nothing() -> None:
    group, plan = random_worths(8)
    more_group, more_plan = np.append(group, group.max() - 1), np.append(plan, plan.min() - 1)
    assert frontier(more_group, more_plan).tolist() == frontier(group, plan).tolist()


def test_nothing_has_an_empty_frontier() -> None:
    assert not len(frontier(np.zeros(0), np.zeros(0)))


def test_outcomes_all_alike_are_all_on_it() -> None:
    assert frontier(np.ones(5), np.ones(5)).tolist() == [0, 1, 2, 3, 4]
