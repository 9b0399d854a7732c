"""The solutions are those of their definitions, over all feasible outcomes."""

import numpy as np
import pytest

from fairterms.negotiate.bargain.solutions import Solutions, solve
from tests.negotiate.bargain.small_bargains import plain_frontier, random_worths


def plain(seed: int, d: float, e: float) -> Solutions | None:
    """Work each rule out from its definition, outcome by outcome."""
    group, plan = random_worths(seed)
    pairs = [(float(u), float(w)) for u, w in zip(group, plan, strict=True)]
    suits = [i for i, (u, w) in enumerate(pairs) if u >= d and w >= e]
    if not suits:
        return None
    on = plain_frontier(group, plan)
    most_u = max(pairs[i][0] for i in suits) - d
    most_w = max(pairs[i][1] for i in suits) - e

    def share(gain: float, most: float) -> float:
        return gain / most if most > 0 else 1.0

    def shares(i: int) -> list[float]:
        return sorted((share(pairs[i][0] - d, most_u), share(pairs[i][1] - e, most_w)))

    def best(score: dict[int, object]) -> tuple[int, ...]:
        top = max(score.values())  # type: ignore[type-var]
        return tuple(i for i in sorted(score) if score[i] == top)

    chosen = [i for i in suits if i in on]
    return Solutions(
        best({i: (pairs[i][0] - d) * (pairs[i][1] - e) for i in chosen}),
        best({i: shares(i) for i in chosen}),
        best({i: (pairs[i][0] - d) + (pairs[i][1] - e) for i in chosen}),
        len(suits),
    )


@pytest.mark.parametrize("first", range(0, 200, 40))
def test_solutions_follow_their_definitions(first: int) -> None:
    for seed in range(first, first + 40):
        group, plan = random_worths(seed)
        found = solve(group, plan, (-1.0, -2.0))
        expected = plain(seed, -1.0, -2.0)
        assert found == (expected or Solutions((), (), (), 0))


def test_the_rules_are_told_apart_by_some_of_the_problems() -> None:
    found = [solve(*random_worths(seed), (-1.0, -2.0)) for seed in range(100)]
    assert any(one.nash != one.kalai_smorodinsky for one in found)
    assert any(one.nash != one.utilitarian for one in found)


def test_only_feasible_outcomes_count_as_the_best_there_is() -> None:
    # The first outcome gives the group 100 and is below the plan's walking away.
    group, plan = np.array([100.0, 6.0, 4.0, 2.0]), np.array([-1.0, 0.0, 4.0, 6.0])
    assert solve(group, plan, (0.0, 0.0)).kalai_smorodinsky == (2,)
    assert solve(group, plan, (0.0, 0.0)).feasible == 3


@pytest.mark.parametrize("seed", range(0, 60, 2))
def test_another_unit_leaves_nash_and_kalai_smorodinsky_as_they_are(seed: int) -> None:
    group, plan = random_worths(seed)
    plainly, scaled = (
        solve(group, plan, (-2.0, -2.0)),
        solve(8 * group + 3, 0.5 * plan - 1, (-13.0, -2.0)),
    )
    assert (scaled.nash, scaled.kalai_smorodinsky) == (plainly.nash, plainly.kalai_smorodinsky)


def test_the_largest_sum_does_depend_on_the_unit() -> None:
    group, plan = np.array([3.0, 1.0]), np.array([1.0, 2.0])
    assert solve(group, plan, (0.0, 0.0)).utilitarian == (0,)
    assert solve(group, 10 * plan, (0.0, 0.0)).utilitarian == (1,)


@pytest.mark.parametrize("seed", range(1, 40, 2))
def test_a_beaten_outcome_more_changes_no_solution(seed: int) -> None:
    group, plan = random_worths(seed)
    found = solve(group, plan, (-50.0, -50.0))
    worse = (np.append(group, group.min() - 1), np.append(plan, plan.min() - 1))
    more = solve(*worse, (-50.0, -50.0))
    assert (more.nash, more.kalai_smorodinsky, more.utilitarian) == (
        found.nash,
        found.kalai_smorodinsky,
        found.utilitarian,
    )


@pytest.mark.parametrize("seed", range(20))
def test_a_symmetric_problem_has_symmetric_solutions(seed: int) -> None:
    some, other = random_worths(seed)
    group, plan = np.concatenate([some, other]), np.concatenate([other, some])
    found = solve(group, plan, (-50.0, -50.0))
    for chosen in (found.nash, found.kalai_smorodinsky, found.utilitarian):
        pairs = {(group[i], plan[i]) for i in chosen}
        assert pairs == {(w, u) for u, w in pairs}


def test_where_nothing_suits_both_there_is_no_solution() -> None:
    assert solve(np.array([1.0]), np.array([1.0]), (2.0, 0.0)) == Solutions((), (), (), 0)


def test_a_side_that_cannot_gain_is_satisfied() -> None:
    group, plan = np.array([0.0, 0.0]), np.array([1.0, 5.0])
    assert solve(group, plan, (0.0, 0.0)).kalai_smorodinsky == (1,)
