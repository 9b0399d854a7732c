"""What every signal's test asks: quiet in null worlds, found where planted, and what it lacks."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import LACKS, Evidence
from fairterms.outcomes.gaming.signal import Measured, Signal, State, look
from tests.outcomes.gaming.made_up_world import null, with_column

NULL_WORLDS = 24


def assert_quiet(signal: Signal) -> None:
    """In null worlds the statistic is centred, spread by one, and seldom beyond 2.33."""
    found = [measured(signal, null(seed, 300)) for seed in range(NULL_WORLDS)]
    z = np.array([one.statistic for one in found])
    p = np.array([one.p_value for one in found])
    assert abs(z.mean()) < 3 * max(1.0, float(z.std())) / np.sqrt(NULL_WORLDS), z.mean()
    assert z.std() < 1.5
    assert (p <= 0.01).sum() <= 2
    assert (p <= 0.5).sum() >= 4, "a test that never speaks"


def assert_found(
    signal: Signal, plant: Callable[[Evidence], Evidence], size: int = 500
) -> Measured:
    """Where the truth is planted it is found, in its own direction; return what was measured."""
    found = measured(signal, plant(null(1, size)))
    assert found.p_value is not None
    assert found.p_value < 0.01
    assert found.statistic > 2
    return found


def assert_lacks(signal: Signal) -> None:
    """Without anything it reads it says what it lacks, and no number."""
    for place in signal.reads:
        found = look(signal, without(null(2, 200), place))
        assert found.state is State.CANNOT
        assert found.measured is None
        named = found.lacks == LACKS[place]
        assert named or place == "restatements", found.lacks


def measured(signal: Signal, evidence: Evidence) -> Measured:
    found = look(signal, evidence)
    assert found.measured is not None, found.lacks
    return found.measured


def without(evidence: Evidence, place: str) -> Evidence:
    """Return the evidence with one thing taken out."""
    if place.startswith("episodes."):
        return with_column(evidence, place.removeprefix("episodes."), None)
    if place == "terms.reliability":
        return replace(evidence, terms=replace(evidence.terms, reliability=None))
    if place == "forms.seconds":
        assert evidence.forms is not None
        return replace(evidence, forms=replace(evidence.forms, seconds=None))
    if place == "restatements":
        return replace(evidence, restatements=())
    parts = {
        "scores": replace(evidence, scores=None),
        "screens": replace(evidence, screens=None),
        "sessions": replace(evidence, sessions=None),
        "forms": replace(evidence, forms=None),
        "attribution": replace(evidence, attribution=None),
        "benchmarks": replace(evidence, benchmarks=None),
        "code_lists": replace(evidence, code_lists=None),
        "handed_in": replace(evidence, handed_in=None),
    }
    return parts[place]
