"""Severity-adjusted effect sizes."""

import numpy as np
import pytest

from fairterms.outcomes.group_effects.effect_size import ReferenceSpread
from fairterms.outcomes.group_effects.severity_adjusted_effect import (
    AdjustedEffect,
    ExpectedLast,
    fit,
    judge,
)
from fairterms.outcomes.patient_change.scores import Floats, Whole
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import HERE

WORSE = Direction.HIGHER_IS_WORSE
SPREAD = ReferenceSpread(6, None, HERE)


def drawn(n: int, seed: int, mean: float, better: float = 0) -> tuple[Floats, Floats]:
    """Return first and last scores; last = 2 + 0.5·first, give or take 4, less ``better``."""
    draw = np.random.default_rng(seed)
    first = mean + 6 * draw.standard_normal(n)
    return first, 2 + 0.5 * first + 4 * draw.standard_normal(n) - better


def reference() -> ExpectedLast:
    first, last = drawn(20_000, 1, 15)
    return fit(first[:, None], first, last, WORSE, SPREAD)


def two_groups(n: int, *, better: float) -> tuple[AdjustedEffect, ...]:
    """Return the effects of a group of mild patients, and one of severe patients who do better."""
    (mild, mild_last), (severe, severe_last) = drawn(n, 2, 12), drawn(n, 3, 20, better)
    first, last = np.concatenate([mild, severe]), np.concatenate([mild_last, severe_last])
    group: Whole = np.repeat(np.array([0, 1]), n)
    return judge(reference(), first[:, None], last, group, WORSE)


def test_the_reference_fits_its_own_line() -> None:
    expected = reference()
    assert expected.coefficients == pytest.approx([2, 0.5], abs=0.15)
    assert expected.effect == pytest.approx((15 - 9.5) / 6, abs=0.02)


def test_a_group_is_not_punished_for_hard_patients() -> None:
    mild, severe = two_groups(4_000, better=0)
    assert severe.value == pytest.approx(mild.value, abs=0.04)


def test_a_group_that_does_better_than_expected_shows_it() -> None:
    mild, severe = two_groups(4_000, better=1.2)
    assert severe.value - mild.value == pytest.approx(0.2, abs=0.04)


def test_a_small_group_is_drawn_further_towards_the_reference() -> None:
    effect = reference().effect
    for small, large in zip(two_groups(25, better=2), two_groups(2_500, better=2), strict=True):
        assert 0 <= small.reliability < large.reliability < 1
        assert abs(small.shrunk - effect) <= abs(small.value - effect)


def test_one_group_alone_says_nothing_about_differences() -> None:
    first, last = drawn(50, 5, 15)
    (only,) = judge(reference(), first[:, None], last, np.zeros(50, dtype=np.int64), WORSE)
    assert only.reliability == 0
    assert only.shrunk == pytest.approx(reference().effect)


def test_the_result_says_that_its_formula_is_unconfirmed() -> None:
    assert all(effect.is_unconfirmed for effect in two_groups(25, better=0))


def test_facts_that_do_not_part_are_refused() -> None:
    first, last = drawn(50, 6, 15)
    with pytest.raises(Refusal, match="do not part"):
        fit(np.column_stack([first, 2 * first]), first, last, WORSE, SPREAD)
