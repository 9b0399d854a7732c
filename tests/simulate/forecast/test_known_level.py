"""How well a level is known."""

import numpy as np
import pytest

from fairterms.simulate.forecast.known_level import known_rate, widened


def test_no_rate_is_ever_certain_and_more_patients_make_it_surer() -> None:
    few, many = known_rate(0, 6), known_rate(0, 600)
    assert few.rate == many.rate == 0
    assert few.error > many.error > 0
    assert many.error == pytest.approx(0.0023, abs=0.0001)


def test_a_widened_spread_is_how_far_years_lie_from_the_mean_of_years_before() -> None:
    draws = np.random.default_rng(3)
    years = draws.normal(0, 0.03, (40_000, 4))
    noisy = years + draws.normal(0, 0.05, years.shape)
    apart = years[:, 3] - noisy[:, :3].mean(axis=1)
    assert widened(0.03, 0.05, 3) == pytest.approx(apart.std(), rel=0.02)


def test_more_years_bring_the_spread_back_to_itself() -> None:
    found = [widened(0.03, 0.02, years) for years in (1, 3, 10, 10_000)]
    assert found == sorted(found, reverse=True)
    assert found[-1] == pytest.approx(0.03, rel=1e-3)
    with pytest.raises(AssertionError, match="at least"):
        widened(0.03, 0.02, 0)
