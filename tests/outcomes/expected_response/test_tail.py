"""Tails: limits that hold for heavy tails too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.expected_response.tail import Tail, TailKind, read
from fairterms.units.refusal import Refusal


def test_the_normal_law_gives_the_printed_quantiles() -> None:
    normal = read(TailKind.NORMAL, np.array([9.0]))
    assert normal.z.size == 0
    assert normal.multiplier(0.95) == pytest.approx(1.6449, abs=1e-4)


@given(st.lists(st.floats(-5, 5), min_size=9, max_size=60), st.sampled_from([0.5, 0.68, 0.8, 0.9]))
def test_no_more_residuals_lie_beyond_than_the_limit_promises(z: list[float], share: float) -> None:
    limit = read(TailKind.EMPIRICAL, np.array(z)).multiplier(share)
    assert np.mean(np.array(z) > limit) <= 1 - share + 1e-9


@given(st.lists(st.floats(-5, 5), min_size=19, max_size=60))
def test_a_further_limit_is_never_nearer(z: list[float]) -> None:
    found = read(TailKind.EMPIRICAL, np.array(z))
    limits = [found.multiplier(share) for share in (0.5, 0.68, 0.8, 0.95)]
    assert limits == sorted(limits)


def test_many_normal_residuals_give_the_normal_limit() -> None:
    z = np.random.default_rng(3).normal(size=200_000)
    assert read(TailKind.EMPIRICAL, z).multiplier(0.95) == pytest.approx(1.645, abs=0.02)


def test_a_limit_beyond_what_the_sample_can_tell_is_refused() -> None:
    few = Tail(TailKind.EMPIRICAL, np.arange(18.0))
    with pytest.raises(Refusal, match="95% limit: only 18 residuals"):
        few.multiplier(0.95)
    assert Tail(TailKind.EMPIRICAL, np.arange(19.0)).multiplier(0.95) == 18
