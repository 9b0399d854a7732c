"""The histogram counts every value once."""

import itertools

import numpy as np
import pytest

from fairterms.cli.histogram import WIDTH, histogram, lines


def test_the_shares_add_up_and_the_edges_are_round() -> None:
    values = np.random.default_rng(1).normal(50_000, 20_000, 5_000)
    rows = histogram(values)
    assert sum(share for _, share in rows) == pytest.approx(1)
    widths = {round(b - a) for (a, _), (b, _) in itertools.pairwise(rows)}
    assert widths == {20_000}
    assert rows[0][0] % 20_000 == 0


def test_far_values_are_counted_in_the_outermost_classes() -> None:
    values = np.concatenate([np.full(5_000, 1.0), np.arange(10.0), [1e9]])
    assert sum(share for _, share in histogram(values)) == pytest.approx(1)


def test_one_value_alone_is_one_class() -> None:
    assert lines(np.full(10, 7.0)) == [f"  from $7  {'█' * WIDTH} 100.0 %"]


def test_a_loss_carries_a_real_minus_sign() -> None:
    assert any("−$" in line for line in lines(np.linspace(-50_000.0, 50_000.0, 101)))
