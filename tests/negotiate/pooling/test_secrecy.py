"""No group can work out another's counts from a pool and its own; brute force agrees."""

from itertools import product

import numpy as np
import pytest

from fairterms.negotiate.pooling.secrecy import (
    DOMINANT,
    FEW,
    LEAST_OPEN,
    LEAST_SHOWN,
    NARROW,
    SMALL,
    of_measure,
    of_total,
)

World = tuple[int, ...]
"""A count by group."""


def possible(world: World, eye: int) -> list[World]:
    """Return every world that a group must think possible, by brute force.

    It knows its own count, the sum, the rules, and that the sum was shown.
    """
    others = [at for at in range(len(world)) if at != eye]
    rest = sum(world) - world[eye]
    found = []
    for guessed in product(range(rest + 1), repeat=len(others) - 1):
        last = rest - sum(guessed)
        guess = list(world)
        for at, value in zip(others, (*guessed, last), strict=True):
            guess[at] = value
        if last >= 0 and of_total(guess).may_show:
            found.append(tuple(guess))
    return found


def shown_worlds(many: int, seed: int, groups: int = 3, most: int = 40) -> list[World]:
    """Draw small worlds, until enough of them may be shown."""
    random, found = np.random.default_rng(seed), list[World]()
    while len(found) < many:
        world = tuple(int(one) for one in random.integers(0, most + 1, groups))
        if of_total(world).may_show:
            found.append(world)
    return found


def check(world: World) -> None:
    """Hold what is counted against brute force, for the group that learns most."""
    fewest = min(
        len({one[other] for one in possible(world, eye)})
        for eye in range(len(world))
        for other in range(len(world))
        if other != eye
    )
    assert of_total(world).open_values == fewest >= LEAST_OPEN


@pytest.mark.parametrize("world", [*shown_worlds(30, seed=1), (22, 21, 21), (11, 26, 27)])
def test_nothing_that_is_shown_lets_a_group_work_out_another(world: World) -> None:
    check(world)


@pytest.mark.slow
def test_four_groups_keep_their_counts_to_themselves_too() -> None:
    for world in [*shown_worlds(12, seed=2, groups=4, most=36), (22, 22, 21, 21), (11, 11, 32, 32)]:
        check(world)


@pytest.mark.slow
def test_nothing_is_worked_out_in_many_more_worlds() -> None:
    for world in shown_worlds(600, seed=3, most=60):
        check(world)


@pytest.mark.slow
def test_every_world_at_the_edge_of_the_rules_is_safe() -> None:
    """Every world of three groups with a sum from 64 to 70."""
    for whole in range(64, 71):
        for first, second in product(range(LEAST_SHOWN, whole), repeat=2):
            world = (first, second, whole - first - second)
            if min(world) >= LEAST_SHOWN and of_total(world).may_show:
                check(world)


def test_many_groups_of_few_people_are_still_open() -> None:
    for groups in range(3, 12):
        least = 2 * LEAST_SHOWN * groups - 2
        even = [least // groups + (at < least % groups) for at in range(groups)]
        assert of_total(even).open_values >= LEAST_OPEN
        even[0] -= 1
        assert of_total(even).why_not == NARROW


@pytest.mark.parametrize(
    ("reached", "missed", "why"),
    [
        ((40, 50), (40, 50), FEW),
        ((40, 50, 10), (40, 50, 60), SMALL),
        ((40, 50, 60), (40, 50, 10), SMALL),
        ((0, 50, 60), (40, 50, 60), SMALL),
        ((40, 50, 91), (40, 50, 60), DOMINANT),
        ((40, 50, 60), (40, 50, 91), DOMINANT),
        ((21, 21, 21), (40, 50, 60), NARROW),
        ((40, 50, 60), (21, 21, 21), NARROW),
        ((40, 50, 90), (40, 50, 90), ""),
        ((22, 21, 21), (22, 21, 21), ""),
    ],
)
def test_each_rule_withholds_what_it_is_for(reached: World, missed: World, why: str) -> None:
    found = of_measure(reached, missed)
    assert (found.why_not, found.may_show) == (why, not why)
    assert (found.open_values >= LEAST_OPEN) == (not why)


def test_a_measure_is_as_open_as_its_narrower_count() -> None:
    wide, narrow = (400, 500, 600), (22, 21, 21)
    expected = of_total(narrow).open_values
    assert expected < of_total(wide).open_values
    assert of_measure(wide, narrow).open_values == expected
    assert of_measure(narrow, wide).open_values == expected
