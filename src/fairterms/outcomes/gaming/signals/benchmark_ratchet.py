"""Benchmarks rise after a good year by more than others rose."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.randomness import sign_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether the benchmark follows the group's own last result.

    Notes
    -----
    Of each reset, what the others' results changed is taken off first. Then: up after a year above
    the benchmark, or down after one below, counts for following; the other way against. The effect
    is the mean reset after a year above the benchmark.
    """
    found = present(evidence.benchmarks, "benchmarks")
    resets = np.diff(found.benchmark) - np.diff(found.others, prepend=found.others[0])[:-1]
    surplus = (found.own - found.benchmark)[:-1]
    above = surplus > 0
    is_reset = np.diff(found.benchmark) != 0
    resets, surplus, above = resets[is_reset], surplus[is_reset], above[is_reset]
    follows = np.sign(np.round(resets, 9)) * np.sign(np.round(surplus, 9))
    if (follows != 0).sum() < 5:
        raise Lacking("enough resets of the benchmark (5 or more)")
    tail = sign_test(int((follows > 0).sum()), int((follows < 0).sum()))
    effect = float(resets[above].mean()) if above.any() else np.nan
    remark = "a good year is partly luck and falls back by itself; a benchmark set by it does not"
    return Measured(tail.statistic, tail.p_value, int(found.patients.sum()), effect, remark=remark)


SIGNAL = Signal(
    name="benchmark_ratchet",
    title="Benchmark follows the group's own success",
    side=Side.PLAN,
    question="By what rule was the benchmark reset, and did both sides agree?",
    reads=("benchmarks",),
    test=measure,
    innocent=(
        "a rule both sides signed",
        "care that became better everywhere",
        "benchmarks that rise and fall by themselves",
    ),
    settles="the signed rule of resets, run again on the years",
)
