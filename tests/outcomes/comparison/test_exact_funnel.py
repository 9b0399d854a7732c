"""Exact limits and labels follow the binomial and the Poisson distribution."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.chance import binomial_at_most, poisson_at_most
from fairterms.outcomes.comparison.exact_funnel import (
    byar_interval,
    label_proportions,
    label_ratios,
    label_within,
    plain_limits,
    poisson_interval,
    proportion_limits,
    ratio_limits,
)
from fairterms.outcomes.comparison.funnel import NARROW, WIDE, Funnel, Label
from fairterms.outcomes.comparison.funnel_scale import ARCSINE, SQUARE_ROOT


@settings(deadline=None, max_examples=30)
@given(n=st.integers(5, 3000), p=st.floats(0.05, 0.95), share=st.sampled_from((NARROW, WIDE)))
def test_a_count_on_the_limit_has_exactly_the_tail(n: int, p: float, share: float) -> None:
    low, high = (float(limit) for limit in proportion_limits(n, p, share))
    tail = (1 - share) / 2
    if low > 0:
        assert float(binomial_at_most(low * n, n, p)) == pytest.approx(tail, rel=1e-6)
    if high < 1:
        at_least = float(binomial_at_most(n - high * n, n, 1 - p))
        assert at_least == pytest.approx(tail, rel=1e-6)


@settings(deadline=None, max_examples=30)
@given(mean=st.floats(8, 3000), share=st.sampled_from((NARROW, WIDE)))
def test_an_event_count_on_the_limit_has_exactly_the_tail(mean: float, share: float) -> None:
    low, high = (float(limit) for limit in ratio_limits(mean, share))
    tail = (1 - share) / 2
    assert float(poisson_at_most(low * mean, mean)) == pytest.approx(tail, rel=1e-6)
    assert 1 - float(poisson_at_most(high * mean - 1, mean)) == pytest.approx(tail, rel=1e-6)


@settings(deadline=None, max_examples=20)
@given(p=st.floats(0.05, 0.95))
def test_exact_limits_narrow_with_size(p: float) -> None:
    sizes = np.arange(1, 400)
    for low, high in (proportion_limits(sizes, p, NARROW), ratio_limits(sizes, NARROW)):
        assert (np.diff(low) >= -1e-9).all()
        assert (np.diff(high) <= 1e-9).all()


@settings(deadline=None, max_examples=20)
@given(n=st.integers(1, 400), p=st.floats(0.05, 0.95))
def test_success_and_failure_have_mirrored_limits(n: int, p: float) -> None:
    low, high = proportion_limits(n, p, NARROW)
    low_mirrored, high_mirrored = proportion_limits(n, 1 - p, NARROW)
    assert float(low) == pytest.approx(1 - float(high_mirrored), abs=1e-9)
    assert float(high) == pytest.approx(1 - float(low_mirrored), abs=1e-9)


def test_transformed_limits_come_near_the_exact_ones() -> None:
    for size in (100, 1000):
        exact, near = ratio_limits(size, NARROW), Funnel(SQUARE_ROOT, 1, None).limits(size, NARROW)
        assert [float(x) for x in near] == pytest.approx([float(x) for x in exact], abs=0.012)
        exact = proportion_limits(size, 0.7, NARROW)
        near = Funnel(ARCSINE, 0.7, None).limits(size, NARROW)
        assert [float(x) for x in near] == pytest.approx([float(x) for x in exact], abs=0.008)


@settings(deadline=None, max_examples=30)
@given(n=st.integers(1, 300), k=st.integers(0, 300), p=st.floats(0.05, 0.95))
def test_labels_and_exact_limits_agree(n: int, k: int, p: float) -> None:
    reached = min(k, n)
    (found,) = label_proportions([reached], [n], p)
    low, high = (float(limit) * n for limit in proportion_limits(n, p, NARROW))
    if abs(reached - low) > 1e-6 and abs(reached - high) > 1e-6:
        assert (found in (Label.BELOW, Label.FAR_BELOW)) == (reached < low)
        assert (found in (Label.ABOVE, Label.FAR_ABOVE)) == (reached > high)


@settings(deadline=None, max_examples=30)
@given(observed=st.integers(0, 300), expected=st.floats(0.5, 300))
def test_a_label_says_whether_the_own_interval_holds_the_expected(
    observed: int, expected: float
) -> None:
    narrow, wide = poisson_interval([observed]), poisson_interval([observed], WIDE)
    assert label_ratios([observed], [expected]) == label_within([expected], (narrow, wide))


def test_the_count_itself_belongs_to_its_tail() -> None:
    # Of 3 expected events 7 or more happen 3.4 times in a hundred, 8 or more 1.2 times.
    assert label_ratios([7, 8], [3, 3]) == (Label.INSIDE, Label.ABOVE)
    # Of 10 patients at 50 % 8 or more reach it 5.5 times in a hundred, 9 or more 1.1 times.
    assert label_proportions([2, 1, 8, 9], [10] * 4, 0.5) == (
        Label.INSIDE,
        Label.BELOW,
        Label.INSIDE,
        Label.ABOVE,
    )


def test_no_event_where_few_are_expected_is_within_the_limits() -> None:
    assert label_ratios([0], [3]) == (Label.INSIDE,)
    assert label_ratios([0], [4]) == (Label.BELOW,)


def test_a_plain_binomial_limit_never_alarms_more_than_said_in_a_world_of_chance() -> None:
    reached = np.random.default_rng(8).binomial(80, 0.6, 5000)
    labels = label_proportions(reached, np.full(5000, 80), 0.6)
    assert np.mean([found is not Label.INSIDE for found in labels]) <= 0.055


def test_byar_comes_near_the_exact_interval_from_ten_events_on() -> None:
    counts = np.arange(10, 500)
    for near, exact in zip(byar_interval(counts), poisson_interval(counts), strict=True):
        assert near == pytest.approx(exact, rel=0.005)


def test_plain_limits_are_cut_at_nobody_and_everybody() -> None:
    low, high = plain_limits([1, 1000], 0.9, WIDE)
    assert float(low[0]) == 0
    assert float(high[0]) == 1
    assert float(high[1]) < 1
