"""How fast all outcomes of a bargain are weighed, and whether a negotiation library agrees.

Run ``python benchmarks/negotiate.py [YEARS]``; 512 if not given. Two measurements, each of eight
issues with five options, 390,625 outcomes:

1. additive worths, from option worths to frontier and fair points, beside NegMAS in the same
   process where it is installed (AGPL, so never a dependency; benchmarks/negotiate_peer.py says
   how to install it). Its frontier, Nash and Kalai-Smorodinsky points must be ours;
2. the example juniper (23 clauses): every contract settled on made-up years around its expected
   scenario, each clause once for each of its versions.

CPU seconds and seconds by the clock; load and machine move all alike.
"""

import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

# So that the command works from any folder: what the tests make up is not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.negotiate_peer import Pair, Peer

from fairterms.contract.offer import Change
from fairterms.contract.value import read
from fairterms.negotiate.bargain.frontier import frontier
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.bargain.solutions import Solutions, solve
from fairterms.negotiate.bargain.utility import Weighing
from fairterms.negotiate.positions.position import Issue, Option
from fairterms.simulate.years import FloatArray, IntArray
from tests.simulate.clause_price.made_up import example, years_around

ISSUES, OPTIONS, YEARS = 8, 5, 512
LEAVES = (0.3, 0.3)
_Result = TypeVar("_Result")
Table = list[list[float]]

TERMS: tuple[tuple[str, str, tuple[object, ...]], ...] = (
    ("care_coordination", "rate", ("$0.50 PMPM", "$0.60 PMPM", "$0.85 PMPM", "$1.00 PMPM")),
    ("benchmark", "risk_cap_up", ("2 %", "4 %", "5 %", "6 %")),
    ("stop_loss", "credit_share", ("80 %", "85 %", "95 %", "100 %")),
    ("quality_gate", "quality_minimum", ("52.5 %", "55 %", "57.5 %", "60 %")),
    ("administrative_reduction", "rate", ("0 %", "1 %", "1.5 %", "3 %")),
    ("gain_cap", "paid_cap", tuple(f"{share} % of benchmark" for share in (2, 4, 5, 6))),
    ("phase_in", "downside_share", ("0 %", "20 %", "50 %", "100 %")),
    ("loss_cap", "owed_cap", tuple(f"{share} % of benchmark" for share in (1, 2, 3, 4))),
)


def main(arguments: Sequence[str]) -> None:
    """Time both measurements and print a table."""
    additive()
    settled(int(arguments[0]) if arguments else YEARS)


def additive() -> None:
    """Weigh additive outcomes, find the frontier and the fair points; then ask the peer."""
    draws = np.random.default_rng(2027)
    tables: list[Table] = [draws.random((ISSUES, OPTIONS)).tolist() for _ in range(2)]
    space = OutcomeSpace((OPTIONS,) * ISSUES)
    weights = [draws.dirichlet(np.ones(ISSUES)) for _ in range(2)]
    for table, weight in zip(tables, weights, strict=True):
        for at, row in enumerate(table):
            table[at] = [float(weight[at] * value) for value in row]

    def ours() -> tuple[FloatArray, FloatArray, IntArray]:
        group, plan = (space.added([np.array(row) for row in table]) for table in tables)
        return group, plan, frontier(group, plan)

    print(f"{ISSUES} issues x {OPTIONS} options, {space.size:,} outcomes, additive worths")
    group, plan, on = timed("ours: worths and frontier", ours)
    timed("ours: frontier from arrays", lambda: frontier(group, plan))
    found = timed("ours: fair points", lambda: solve(group, plan, LEAVES))
    print(f"    {len(on)} outcomes on the frontier, {found.feasible:,} feasible outcomes")
    if importlib.util.find_spec("negmas") is None:
        print("NegMAS is not installed: no second opinion (see benchmarks/negotiate_peer.py)")
        return
    agree(Peer(tables[0], tables[1], LEAVES), (group, plan, on), found)


def agree(peer: Peer, ours: tuple[FloatArray, FloatArray, IntArray], found: Solutions) -> None:
    """Time the peer on the same problem and hold it to our answers."""
    group, plan, on = ours
    timed("NegMAS: worths and frontier", peer.frontier)
    both = [(float(group[one]), float(plan[one])) for one in on]
    mine = {rounded(one) for one in both if one[0] >= LEAVES[0] and one[1] >= LEAVES[1]}
    kept = {rounded(one) for one in peer.feasible()}
    points = timed("NegMAS: fair points", lambda: (peer.nash(), peer.kalai_smorodinsky()))
    chosen = (found.nash[0], found.kalai_smorodinsky[0])
    apart = max(
        max(abs(group[one] - point[0]), abs(plan[one] - point[1]))
        for one, point in zip(chosen, points, strict=True)
    )
    assert kept == mine, "the frontiers differ"
    assert apart < 1e-9, "the fair points differ"
    print(f"    frontiers agree at {len(kept)} points; Nash and Kalai-Smorodinsky agree")


def rounded(pair: Pair) -> Pair:
    """Round worths to what both ways of adding agree on."""
    return round(pair[0], 9), round(pair[1], 9)


def settled(count: int) -> None:
    """Weigh every contract of the example on simulated years."""
    deal, contract = example("juniper")
    issues = [issue(*term) for term in TERMS]
    years = years_around(deal, count)
    for threads in (1, 2):
        weighing = Weighing(deal, contract, issues, years, 0.3, threads)
        name = f"juniper: {weighing.space.size:,} contracts, {count} years, {threads} thread(s)"
        timed(name, weighing.weigh)


def issue(clause: str, term: str, values: tuple[object, ...]) -> Issue:
    """Return an issue of one term: as written, and four other values."""
    others = [
        Option(f"o{at}", str(value), (Change(clause, term, read(value)),))
        for at, value in enumerate(values)
    ]
    written = Option("written", "as written", is_as_written=True)
    return Issue(f"{clause}_{term}", term, "", (written, *others))


def timed(name: str, work: Callable[[], _Result]) -> _Result:
    """Run something once and print its time."""
    clock, cpu = time.perf_counter(), time.process_time()
    found = work()
    spent, used = time.perf_counter() - clock, time.process_time() - cpu
    print(f"{name:<58}{used:>8.2f} s CPU{spent:>8.2f} s")
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
