"""An established negotiation library finds the same frontier and the same fair points.

Sources
-------
NegMAS 0.16.0 (Mohammad et al.), run once on :data:`GROUP` and :data:`PLAN`; what it printed stands
below, so that the agreement is tested where it is not installed.
"""

from collections.abc import Sequence

import numpy as np
import pytest

from fairterms.negotiate.bargain.frontier import frontier
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.bargain.solutions import solve
from fairterms.simulate.years import FloatArray

GROUP = ((0, 2, 5), (7, 4, 0), (0, 3), (6, 1, 0))
PLAN = ((9, 8, 0), (0, 2, 5), (4, 0), (0, 1, 8))
"""Worth of each option of four issues to either side."""

PRINTED_FRONTIER = (
    (18, 8),
    (16, 9),
    (15, 12),
    (13, 13),
    (12, 16),
    (10, 17),
    (9, 20),
    (7, 21),
    (6, 22),
    (4, 23),
)
PRINTED_POINTS = {
    (3.0, 4.0): ((12, 16), (12, 16)),
    (0.0, 12.0): ((9, 20), (9, 20)),
    (13.0, 6.0): ((15, 12), (16, 9)),
}
"""Reserved values to Nash and Kalai-Smorodinsky, over the best feasible values."""

PRINTED_LARGEST_SUM = (9, 20)

Table = Sequence[Sequence[float]]


def worths(table: Table) -> FloatArray:
    space = OutcomeSpace(tuple(len(row) for row in table))
    return space.added([np.array(row, dtype=np.float64) for row in table])


def pairs(outcomes: Sequence[int]) -> list[tuple[float, float]]:
    group, plan = worths(GROUP), worths(PLAN)
    return [(float(group[one]), float(plan[one])) for one in outcomes]


def test_the_frontier_is_the_printed_one() -> None:
    found = pairs(frontier(worths(GROUP), worths(PLAN)).tolist())
    # The library leaves out what is below a reserved value, here 3 and 4.
    assert tuple(one for one in dict.fromkeys(found) if one >= (3, 4) and one[1] >= 4) == (
        PRINTED_FRONTIER
    )


@pytest.mark.parametrize("reserved", PRINTED_POINTS)
def test_the_fair_points_are_the_printed_ones(reserved: tuple[float, float]) -> None:
    found = solve(worths(GROUP), worths(PLAN), reserved)
    chosen = (found.nash, found.kalai_smorodinsky)
    for ours, theirs in zip(chosen, PRINTED_POINTS[reserved], strict=True):
        assert pairs(ours) == [theirs]


def test_the_largest_sum_is_the_printed_one() -> None:
    assert pairs(solve(worths(GROUP), worths(PLAN), (3.0, 4.0)).utilitarian) == [
        PRINTED_LARGEST_SUM
    ]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_the_library_where_installed_agrees_on_random_problems(seed: int) -> None:
    pytest.importorskip("negmas")
    from benchmarks.negotiate_peer import Peer  # noqa: PLC0415 -- the peer is not always there

    draws = np.random.default_rng(seed)
    tables = [[draws.random(3).tolist() for _ in range(4)] for _ in range(2)]
    group, plan = worths(tables[0]), worths(tables[1])
    leaves = (float(np.quantile(group, 0.3)), float(np.quantile(plan, 0.3)))
    peer = Peer(tables[0], tables[1], leaves)
    mine = frontier(group, plan)
    mine = mine[(group[mine] >= leaves[0]) & (plan[mine] >= leaves[1])]
    on = np.stack([group[mine], plan[mine]], axis=1)
    theirs = np.array(sorted(peer.feasible(), reverse=True))
    assert np.allclose(on, theirs, rtol=0, atol=1e-9)
    found = solve(group, plan, leaves)
    nash = found.nash[0]
    assert group[nash] == pytest.approx(peer.nash()[0], abs=1e-9)
    assert plan[nash] == pytest.approx(peer.nash()[1], abs=1e-9)
    # Of few outcomes the library may take the most even one; ours leaves the worse off no less.
    best = on.max(axis=0) - leaves
    fair = found.kalai_smorodinsky[0]
    ours = (np.array([group[fair], plan[fair]]) - leaves) / best
    peers = (np.array(peer.kalai_smorodinsky()) - leaves) / best
    assert ours.min() >= peers.min() - 1e-9
