"""The three figures of net margins, and how they differ between two cases."""

import numpy as np
import pytest

from fairterms.simulate.drivers.outcome import difference, outcome

BLOCKS = np.arange(400) % 4
NET = np.linspace(-100, 299, 400)


def test_mean_worst_and_chance_are_those_of_the_years() -> None:
    found = outcome(NET, BLOCKS)
    assert found.mean.value == pytest.approx(99.5)
    assert found.worst.value == pytest.approx(NET[:20].mean())
    assert found.loses.value == 0.25  # -100 to -1; a year of exactly nothing is no loss


def test_what_moves_both_cases_alike_cancels() -> None:
    noise = np.random.default_rng(1).normal(0, 1_000, 400)
    found = difference(NET + noise - 5, NET + noise, BLOCKS)
    assert found.mean.value == pytest.approx(-5)
    assert found.mean.error == pytest.approx(0, abs=1e-9)
    assert found.worst.value == pytest.approx(-5)
    assert outcome(NET + noise, BLOCKS).mean.error > 1


def test_a_crumb_below_zero_is_no_loss() -> None:
    assert outcome(np.full(8, -0.004), np.arange(8) % 4).loses.value == 0
