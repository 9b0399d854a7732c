"""Effects against a function whose effects are known."""

import numpy as np
import pytest

from fairterms.simulate.draws.year_points import year_points
from fairterms.simulate.drivers.sobol import Runs, effects, variance
from fairterms.simulate.years import FloatArray


def ishigami(points: FloatArray) -> FloatArray:
    x = np.pi * (2 * points - 1)
    return np.asarray(
        np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
    )


def runs(number: int = 4_096, seed: int = 3) -> Runs:
    both = year_points(seed, 6, number, 16)
    one, other = both.values[:, :3], both.values[:, 3:]
    exchanged = []
    for at in range(3):
        values = one.copy()
        values[:, at] = other[:, at]
        exchanged.append(ishigami(values))
    return Runs(ishigami(one), ishigami(other), exchanged, both.block)


def test_the_known_effects_of_the_ishigami_function_are_found() -> None:
    # With a = 7 and b = 0.1: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2, and so the shares below.
    found = effects(runs())
    assert [one.first.value for one in found] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert [one.total.value for one in found] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.015)
    assert variance(runs()) == pytest.approx(13.845, rel=0.01)


@pytest.mark.slow
def test_the_error_covers_what_another_sample_gives() -> None:
    truth = (0.3139, 0.4424, 0.0)
    hits = 0
    for seed in range(10):
        for one, known in zip(effects(runs(1_024, seed)), truth, strict=True):
            low, high = one.first.interval()
            hits += low <= known <= high
    assert hits >= 25


def test_a_driver_that_moves_nothing_has_no_effect_at_all() -> None:
    one = runs(512)
    still = Runs(one.a, one.b, [one.a], one.blocks)
    (found,) = effects(still)
    assert (found.first.value, found.total.value) == (0.0, 0.0)


def test_years_that_are_all_alike_have_no_effects() -> None:
    flat = np.full(64, 5.0)
    (found,) = effects(Runs(flat, flat, [flat], np.arange(64) % 4))
    assert (found.first.value, found.total.value) == (0.0, 0.0)
