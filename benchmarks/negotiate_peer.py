"""A negotiation library as a second opinion: NegMAS on the same problem, where it is installed.

NegMAS is AGPL and never a dependency: it is a peer in benchmarks and in one slow test. To install
it beside fairterms for a measurement::

    python -m venv --system-site-packages /tmp/negmas && /tmp/negmas/bin/pip install negmas==0.16.0
"""

import importlib
from collections.abc import Sequence
from typing import Any

Pair = tuple[float, float]


class Peer:
    """NegMAS on additive worths.

    Parameters
    ----------
    group, plan
        For each issue the worth of its options to either side.
    leaves
        What walking away is worth to either side.
    """

    def __init__(
        self, group: Sequence[Sequence[float]], plan: Sequence[Sequence[float]], leaves: Pair
    ) -> None:
        negmas = importlib.import_module("negmas")
        self._preferences = importlib.import_module("negmas.preferences")
        values = importlib.import_module("negmas.preferences.value_fun")
        names = [[f"o{at}" for at in range(len(row))] for row in group]
        self.space: Any = negmas.make_os(
            [negmas.make_issue(row, f"i{at}") for at, row in enumerate(names)]
        )

        def side(table: Sequence[Sequence[float]], leaves: float) -> Any:
            tables = {
                f"i{at}": values.TableFun(dict(zip(names[at], map(float, row), strict=True)))
                for at, row in enumerate(table)
            }
            return self._preferences.LinearAdditiveUtilityFunction(
                tables, outcome_space=self.space, reserved_value=leaves
            )

        self.sides = [side(group, leaves[0]), side(plan, leaves[1])]
        self._leaves = leaves
        self._found: tuple[Pair, ...] | None = None

    def frontier(self) -> tuple[Pair, ...]:
        """Return the worths of the frontier's outcomes."""
        if self._found is None:
            outcomes = list(self.space.enumerate())
            found, _ = self._preferences.pareto_frontier(
                self.sides, outcomes=outcomes, sort_by_welfare=False
            )
            self._found = tuple((float(u), float(w)) for u, w in found)
        return self._found

    def feasible(self) -> list[Pair]:
        """Return the frontier no worse than walking away; the library may leave out the rest."""
        d, e = self._leaves
        return [(u, w) for u, w in self.frontier() if u >= d and w >= e]

    def nash(self) -> Pair:
        """Return the worths of the Nash point."""
        (u, w), _ = self._preferences.nash_points(
            self.sides, self.frontier(), ranges=self._ranges(), outcome_space=self.space
        )[0]
        return float(u), float(w)

    def kalai_smorodinsky(self) -> Pair:
        """Return the worths of the Kalai-Smorodinsky point, over the best *feasible* values.

        Left to itself the library takes the best values of all outcomes.
        """
        (u, w), _ = self._preferences.ks_points(
            self.sides, self.frontier(), ranges=self._ranges(), outcome_space=self.space
        )[0]
        return float(u), float(w)

    def largest_sum(self) -> Pair:
        """Return the worths of the outcome with the largest sum."""
        (u, w), _ = self._preferences.max_welfare_points(
            self.sides, self.frontier(), ranges=self._ranges(), outcome_space=self.space
        )[0]
        return float(u), float(w)

    def _ranges(self) -> list[Pair]:
        d, e = self._leaves
        suits = self.feasible()
        return [(d, max(u for u, _ in suits)), (e, max(w for _, w in suits))]
