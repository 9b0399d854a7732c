"""A benchmark that follows the group is seen."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import look
from fairterms.outcomes.gaming.signals.benchmark_ratchet import SIGNAL
from tests.outcomes.gaming.made_up_world import null
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.benchmarks is not None
    own = evidence.benchmarks.own
    benchmark = np.concatenate([[own.mean()], own[:-1]])
    return replace(evidence, benchmarks=replace(evidence.benchmarks, benchmark=benchmark))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_a_benchmark_that_stands_still_has_no_resets_to_test() -> None:
    evidence = null(7)
    assert evidence.benchmarks is not None
    still = replace(evidence.benchmarks, benchmark=np.full(10, 0.5))
    found = look(SIGNAL, replace(evidence, benchmarks=still))
    assert found.lacks == "enough resets of the benchmark (5 or more)"


def test_what_rises_everywhere_is_no_ratchet() -> None:
    evidence = null(8)
    assert evidence.benchmarks is not None
    rise = np.linspace(0.4, 0.58, 10, dtype=np.float64)
    found = replace(
        evidence.benchmarks,
        benchmark=np.concatenate([rise[:1], rise[:1], rise[1:-1]]),
        others=rise,
        own=rise + 0.05,
    )
    assert look(SIGNAL, replace(evidence, benchmarks=found)).measured is None
