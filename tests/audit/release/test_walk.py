"""A walk ends where the solver ends, obeys what is shown, and asks the solver where it must."""

import numpy as np
import pytest

from fairterms.audit.release import walk as module
from fairterms.audit.release.bounds import people
from fairterms.audit.release.count_table import CountTable
from fairterms.audit.release.knowledge import Knowledge, gather
from fairterms.audit.release.solver import cheapest
from fairterms.audit.release.walk import Point, start, walk
from fairterms.outcomes.small_cells.system import Flags, Whole
from tests.audit.release.outsider import draw, table

GOAL = 11


def by_solver(known: Knowledge, is_hidden: Flags, aim: Whole, way: int) -> int:
    """Return the least (way 1) or the most, up to 11, that a sum can be."""
    shown = known.counts[~is_hidden].astype(np.float64)
    most = float(max(GOAL, int(aim @ people(known))))
    found = cheapest(
        (way * aim).astype(np.float64),
        np.concatenate([known.sums[~is_hidden], aim[None]]),
        np.append(shown, -np.inf),
        np.append(shown, most),
    )
    assert found is not None
    return min(int(aim @ found), GOAL)


def trials(generator: np.random.Generator) -> list[tuple[Knowledge, Flags]]:
    """Return a table, and a half year with its year, each with some counts hidden."""
    half = draw(generator, 2, 3)
    year = table(half.counts + draw(generator, 2, 3).counts // 3, ("half", "rest"))
    parts = CountTable("half", ("half",), half.axes, half.counts)
    known = (
        gather([draw(generator, 4, 5)], []),
        gather([year], [(parts, generator.random((3, 4)) < 0.5)]),
    )
    return [(one, generator.random(len(one.names)) < 0.6) for one in known]


def test_the_ends_of_a_walk_are_those_of_the_solver() -> None:
    generator = np.random.default_rng(31)
    for known, is_hidden in [trial for _ in range(4) for trial in trials(generator)]:
        point = start(people(known), known.sums, ~is_hidden)
        for at in np.flatnonzero(is_hidden & known.is_small).tolist():
            for way, goal in ((1, 0), (-1, GOAL)):
                point = walk(point, known.sums[at], way, goal)
                found = min(int(known.sums[at] @ point.finest), GOAL)
                assert found == by_solver(known, is_hidden, known.sums[at], way)


def test_every_point_obeys_what_is_shown() -> None:
    generator = np.random.default_rng(32)
    for known, is_hidden in trials(generator):
        point = start(people(known), known.sums, ~is_hidden)
        for at in np.flatnonzero(is_hidden).tolist():
            point = walk(point, known.sums[at], 1, 0)
            assert point.finest.min() >= 0
            assert (known.sums @ point.finest == known.counts)[~is_hidden].all()


def test_a_walk_goes_no_further_than_its_goal() -> None:
    shown = np.array([[1, 1, 0], [0, 1, 1]])
    here = start(np.array([40, 30, 90]), shown, np.array([True, True]))
    assert walk(here, np.array([0, 1, 0]), 1, 12).finest.tolist() == [58, 12, 108]
    assert walk(here, np.array([0, 1, 0]), -1, 33).finest.tolist() == [37, 33, 87]
    assert walk(here, np.array([0, 1, 0]), -1, 30) is here


def test_what_nothing_holds_back_grows_to_the_goal() -> None:
    here = start(np.array([4, 7]), np.array([[1, 0], [1, 1]]), np.array([False, False]))
    assert walk(here, np.array([1, 1]), -1, 500).finest.sum() == 500


def odd() -> Point:
    """Return people of whom some count twice, 2a + b + c = 11 and a + 2b + c = 12."""
    return start(np.array([2, 3, 4]), np.array([[2, 1, 1], [1, 2, 1]]), np.array([True, True]))


def test_sums_that_are_not_of_a_network_are_asked_of_the_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def ask(point: Point, aim: Whole, way: int, goal: int) -> Point:
        asked.append(way)
        return real(point, aim, way, goal)

    real = module._ask
    monkeypatch.setattr(module, "_ask", ask)
    group = np.array([0, 0, 1])
    assert walk(odd(), group, 1, 0).finest.tolist() == [3, 4, 1]
    assert walk(odd(), group, -1, 100).finest.tolist() == [0, 1, 10]
    assert asked == [1]


def test_very_many_groups_are_asked_of_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WALKED", 2)
    here = start(np.array([4, 3, 9]), np.array([[1, 1, 0], [0, 1, 1]]), np.array([True, True]))
    assert here.edges is None
    assert walk(here, np.array([0, 1, 0]), -1, 100).finest.tolist() == [0, 7, 5]


def test_a_group_that_is_shown_alone_is_left_out_of_the_walk() -> None:
    rows = np.array([[1, 0, 0], [1, 1, 1]])
    here = start(np.array([4, 3, 9]), rows, np.array([True, True]))
    assert here.free.tolist() == [1, 2]
    assert walk(here, np.array([1, 0, 1]), 1, 0).finest.tolist() == [4, 12, 0]
