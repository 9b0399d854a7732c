"""Equivalence with a published benchmark."""

import numpy as np
import pytest

from fairterms.outcomes.group_effects.effect_size import GroupChange, ReferenceSpread, find
from fairterms.outcomes.group_effects.equivalence import (
    DEPRESSION_TREATED,
    DEPRESSION_WAITING,
    EffectBenchmark,
    EquivalenceTest,
    as_good_as,
    better_than,
)
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import HERE

TREATED = EffectBenchmark(0.795, "made-up", HERE)


def judged(effect: float, n: int, *, own: bool = True, rho: float = 0.5) -> EquivalenceTest:
    spread = ReferenceSpread(1, n if own else None, HERE)
    found = find(GroupChange(effect, 0, n, rho), spread, Direction.HIGHER_IS_WORSE)
    return as_good_as(found, TREATED, rho)


def test_the_correction_is_taken_off_before_the_test() -> None:
    assert judged(0.9, 10).effect == pytest.approx(0.9)


def test_a_small_group_must_do_better_to_show_the_same() -> None:
    critical = [judged(0.8, n).critical for n in (10, 30, 100, 1_000, 100_000)]
    assert critical == sorted(critical, reverse=True)
    assert critical[-1] == pytest.approx(0.595, abs=0.01)
    assert not judged(0.8, 10).is_shown
    assert judged(0.8, 100).is_shown


def test_being_shown_and_the_p_value_agree() -> None:
    for n in (10, 30, 100):
        for effect in (0.5, 0.6, 0.7, 0.8, 1.1):
            found = judged(effect, n)
            assert found.is_shown == (found.p_value <= 0.05)


def test_a_group_at_the_threshold_passes_one_time_in_twenty() -> None:
    draw = np.random.default_rng(4)
    studies, n, rho, truth = 40_000, 20, 0.5, 0.595
    first = draw.standard_normal((studies, n))
    last = rho * first + np.sqrt(1 - rho**2) * draw.standard_normal((studies, n)) - truth
    effects = (first - last).mean(axis=1) / first.std(axis=1, ddof=1)
    passed = np.mean(effects >= judged(0.6, n).critical)
    assert passed == pytest.approx(0.05, abs=0.004)


def test_with_a_known_spread_the_percentile_is_the_normal_ones() -> None:
    found = judged(0.8, 100, own=False)
    assert found.critical == pytest.approx(0.595 + 1.6449 / 10, abs=1e-4)


def test_better_than_no_treatment_adds_the_margin() -> None:
    spread = ReferenceSpread(1, 200, HERE)
    found = find(GroupChange(0.6, 0, 200, 0.5), spread, Direction.HIGHER_IS_WORSE)
    result = better_than(found, DEPRESSION_WAITING, 0.5)
    assert result.threshold == pytest.approx(0.349)
    assert result.is_shown


def test_the_published_benchmarks_are_marked_unconfirmed() -> None:
    for benchmark in (DEPRESSION_TREATED, DEPRESSION_WAITING):
        assert benchmark.basis.is_unconfirmed
    spread = ReferenceSpread(1, 200, HERE)
    found = find(GroupChange(0.8, 0, 200, 0.5), spread, Direction.HIGHER_IS_WORSE)
    assert as_good_as(found, DEPRESSION_TREATED, 0.5).is_unconfirmed
    assert not judged(0.8, 30).is_unconfirmed


def test_scores_that_agree_perfectly_are_refused() -> None:
    with pytest.raises(Refusal, match="correlation"):
        judged(0.8, 30, rho=1.0)
