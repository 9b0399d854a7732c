"""The share of false findings among those called is held."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison.many_comparisons import q_values

chances = st.lists(st.floats(1e-6, 1), min_size=1, max_size=12)


@given(p=chances, level=st.floats(0.01, 0.5))
def test_the_step_up_rule_read_slowly_calls_the_same(p: list[float], level: float) -> None:
    order = sorted(p)
    called = [k for k in range(1, len(p) + 1) if order[k - 1] * len(p) / k <= level]
    wanted = order[called[-1] - 1] if called else -1.0
    assert ((q_values(p) <= level) == (np.array(p) <= wanted)).all()


@given(p=chances)
def test_any_dependence_costs_more_and_order_does_not_matter(p: list[float]) -> None:
    assert (q_values(p, whatever_dependence=True) >= q_values(p) - 1e-12).all()
    assert q_values(p[::-1])[::-1] == pytest.approx(q_values(p))


def test_what_was_not_tested_is_not_counted() -> None:
    assert q_values([0.02, np.nan, 0.5])[0] == pytest.approx(0.04)
    assert np.isnan(q_values([np.nan, np.nan])).all()


def test_in_a_world_without_effects_something_is_called_about_as_often_as_declared() -> None:
    draws = np.random.default_rng(4).random((2_000, 8))
    alarms = np.mean([(q_values(p) <= 0.1).any() for p in draws])
    assert alarms == pytest.approx(0.1, abs=0.02)
