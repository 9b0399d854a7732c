"""The parts sum to the gap, and say what they should in worlds made to be only one of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.equity.decomposition import split


@settings(max_examples=30)
@given(seed=st.integers(0, 100_000), n=st.integers(2, 60), providers=st.integers(1, 6))
def test_the_parts_sum_to_the_gap(seed: int, n: int, providers: int) -> None:
    draws = np.random.default_rng(seed)
    is_group = draws.random(n) < 0.5
    is_group[:2] = True, False
    reached, codes = draws.random(n) < 0.4, draws.integers(0, providers, n)
    parts = split(reached, codes, is_group)
    assert parts.within + parts.between == pytest.approx(parts.gap, abs=1e-12)
    assert parts.gap == pytest.approx(reached[is_group].mean() - reached[~is_group].mean())
    turned = split(reached, codes, ~is_group)
    assert (turned.within, turned.between) == pytest.approx((-parts.within, -parts.between))


def test_one_provider_has_no_between_part() -> None:
    reached = np.array([1, 1, 0, 0, 0, 1], bool)
    parts = split(reached, np.zeros(6, np.int64), np.arange(6) < 3)
    assert parts.between == 0
    assert parts.within == pytest.approx(1 / 3)


def test_providers_of_one_group_only_have_no_within_part_and_are_counted() -> None:
    reached = np.array([1, 1, 0, 0], bool)
    parts = split(reached, np.array([0, 0, 1, 1]), np.arange(4) < 2)
    assert (parts.within, parts.between, parts.share_alone) == (0.0, 1.0, 1.0)


def test_equal_shares_leave_only_the_within_part() -> None:
    draws = np.random.default_rng(1)
    codes = np.tile([0, 1, 2], 40)
    is_group = np.repeat([True, False], 60)
    parts = split(draws.random(120) < np.where(is_group, 0.3, 0.6), codes, is_group)
    assert parts.between == pytest.approx(0, abs=1e-12)
