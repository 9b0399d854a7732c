"""The lowest rise by themselves, by as much as the measure is unreliable."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.targets.regression_to_mean import expect_change, follow_lowest


@given(rate=st.floats(0, 1), mean=st.floats(0, 1), reliability=st.floats(0, 1))
def test_the_change_expected_leads_towards_the_mean_and_not_beyond(
    rate: float, mean: float, reliability: float
) -> None:
    after = rate + float(expect_change(rate, mean, reliability))
    assert min(rate, mean) - 1e-12 <= after <= max(rate, mean) + 1e-12


def test_a_sure_measure_expects_no_change_and_pure_luck_all_of_it() -> None:
    assert float(expect_change(0.4, 0.5, 1)) == 0
    assert float(expect_change(0.4, 0.5, 0)) == pytest.approx(0.1)


def test_the_change_of_the_lowest_is_foretold_where_nobody_changed() -> None:
    rng = np.random.default_rng(17)
    true = rng.normal(0.5, 0.04, 40_000)
    before, after = (true + rng.normal(0, 0.05, 40_000) for _ in range(2))
    reliability = 0.04**2 / (0.04**2 + 0.05**2)
    lowest = np.sort(before)[:10_000]
    foretold = float(expect_change(lowest, 0.5, reliability).mean())
    found = follow_lowest(before, after)
    assert found.gain == pytest.approx(foretold, abs=0.001)
    assert found.gain > 0.03
    assert found.gain_of_all == pytest.approx(0, abs=0.001)


def test_providers_that_keep_their_place_are_counted() -> None:
    before = np.arange(20.0)
    same = follow_lowest(before, before + 1)
    assert (same.lowest, same.still_lowest) == (5, 5)
    assert (same.gain, same.gain_of_all) == (1, 1)
    assert follow_lowest(before, before[::-1]).still_lowest == 0
