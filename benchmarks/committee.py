"""Every vote of a committee of eight, decided by the program and by a slow twin without a tally.

Run ``python benchmarks/committee.py``: all 3^8 patterns of yes, no and abstain in every mode of a
charter, then all 5^8 states of the eight seats (absent and recused as well) in the modes of the
shipped charter. It prints how many were compared, how long both took, and how many differ. With
``--plant`` the program is given a fault (who abstains counts among the votes cast), which the twin
must see: the command then ends with 1 where nothing differs.
"""

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest.mock import patch

from fairterms.audit.committee import tally as tallies
from fairterms.audit.committee.ballot import Ballot, Motion, full
from fairterms.audit.committee.charter import Charter, MotionClass
from fairterms.audit.committee.decision import decide
from fairterms.audit.committee.tally import Tally

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.audit.committee.slow_oracle import VOTES, Mode, ballots_of, charter_of, modes, outcome
from tests.audit.committee.test_decision import SHIPPED

MOTION = Motion("a motion", "m")


@dataclass
class Compared:
    """What was compared so far, and how long each took."""

    votes: int = 0
    differ: int = 0
    ours_seconds: float = 0.0
    twin_seconds: float = 0.0

    def __str__(self) -> str:
        share = self.ours_seconds / self.twin_seconds if self.twin_seconds else 0.0
        return (
            f"{self.votes:,} votes, {self.differ:,} decided otherwise by the twin; "
            f"{self.ours_seconds:.1f} s, the twin {self.twin_seconds:.1f} s, ratio {share:.2f}"
        )


def compare(mode: Mode, letters: str, chairs: str, so_far: Compared) -> None:
    """Decide every pattern of eight letters in one mode, both ways."""
    charter = charter_of(mode)
    roster = full(charter)
    patterns = ["".join(one) for one in product(letters, repeat=8)]
    for chair in chairs:
        casting = [Ballot("chair", VOTES[chair], "why"), Ballot("deputy", VOTES["a"], "why")]
        laid = [[*ballots_of(votes), *casting] for votes in patterns]
        began = time.perf_counter()
        ours = [decide(charter, roster, MOTION, ballots).outcome.value for ballots in laid]
        between = time.perf_counter()
        twin = [outcome(mode, votes, chair, "a") for votes in patterns]
        so_far.ours_seconds += between - began
        so_far.twin_seconds += time.perf_counter() - between
        so_far.votes += len(patterns)
        so_far.differ += sum(one != other for one, other in zip(ours, twin, strict=True))


def with_abstentions(_charter: Charter, _kind: MotionClass, tally: Tally) -> int:
    """Count who abstains among the votes cast: the fault that is planted."""
    return tally.yes + tally.no + tally.abstain


def main(arguments: Iterable[str] | None = None) -> int:
    """Compare, print, and say whether what had to come out did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plant", action="store_true", help="give the program a fault first")
    parser.add_argument("--states", action="store_true", help="all 5^8 states as well")
    asked = parser.parse_args(None if arguments is None else list(arguments))
    if asked.plant:
        with patch.object(tallies, "base", with_abstentions):
            found = compare_all(has_states=asked.states)
    else:
        found = compare_all(has_states=asked.states)
    return int((found > 0) != asked.plant)


def compare_all(*, has_states: bool) -> int:
    """Compare all ballots, and all states where they are wanted; return how many differ."""
    ballots, every = Compared(), tuple(modes())
    for mode in every:
        compare(mode, "yna", "yn" if mode.is_chairs_tie else "y", ballots)
    print(f"3^8 ballots in {len(every)} modes: {ballots}")
    if not has_states:
        return ballots.differ
    states = Compared()
    for mode in SHIPPED:
        compare(mode, "ynaxr", "y", states)
    print(f"5^8 states in {len(SHIPPED)} modes: {states}")
    return ballots.differ + states.differ


if __name__ == "__main__":
    raise SystemExit(main())
