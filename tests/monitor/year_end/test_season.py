"""Seasons are learned from earlier years, and never more of them than chance allows."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pytest

from fairterms.monitor.year_end.season import Season, scatter_around_years, season_of
from fairterms.units.refusal import Refusal

MONTHS = [date(year, month, 1) for year in (2024, 2025, 2026) for month in range(1, 13)]
WAVE = np.tile(0.05 * np.sin(np.arange(12) * np.pi / 6), 3)
LEVELS = np.repeat([3.5, 3.6, 3.7], 12)


def noise(seed: int, spread: float) -> npt.NDArray[np.float64]:
    return np.random.default_rng(seed).normal(0, spread, 36)


def test_a_season_without_chance_is_found_as_it_is() -> None:
    found = season_of(MONTHS, LEVELS + WAVE)
    expected = WAVE[:12] - np.log(np.mean(np.exp(WAVE[:12])))
    np.testing.assert_allclose(found.middle, expected, atol=1e-9)
    assert found.noise == pytest.approx(0, abs=1e-9)
    assert np.mean(np.exp(found.middle)) == pytest.approx(1)


def test_chance_alone_shows_little_season() -> None:
    found = [season_of(MONTHS, LEVELS + noise(seed, 0.05)) for seed in range(40)]
    believed = np.mean([np.std(one.middle) for one in found])
    assert believed < 0.6 * 0.05 / np.sqrt(3)
    assert np.mean([one.noise for one in found]) == pytest.approx(0.05, rel=0.15)


def test_doubt_covers_what_is_believed() -> None:
    true = WAVE[:12] - WAVE[:12].mean()
    found = [season_of(MONTHS, LEVELS + WAVE + noise(seed, 0.04)) for seed in range(60)]
    scores = [(one.middle - true) / np.sqrt(np.diag(one.doubt)) for one in found]
    assert 0.75 < float(np.std(scores)) < 1.25


@pytest.mark.slow
def test_what_a_month_keeps_of_the_one_before_is_found_again() -> None:
    rng, found = np.random.default_rng(5), []
    for _ in range(60):
        chance = np.zeros(36)
        for at in range(36):
            before = chance[at - 1] if at else 0.0
            chance[at] = 0.6 * before + np.sqrt(1 - 0.36) * rng.normal(0, 0.04)
        found.append(season_of(MONTHS, LEVELS + chance))
    assert np.mean([one.carry for one in found]) == pytest.approx(0.6, abs=0.12)
    assert np.mean([one.noise for one in found]) == pytest.approx(0.04, rel=0.2)


def test_the_covariance_falls_with_the_months_between() -> None:
    kept = Season(np.zeros(12), np.zeros((12, 12)), 0.1, 0.5, 20).covariance()
    assert kept[3, 3] == pytest.approx(0.01)
    assert kept[3, 5] == kept[5, 3] == pytest.approx(0.0025)


def test_one_earlier_year_is_too_little() -> None:
    with pytest.raises(Refusal, match=r"month 1 was seen in 1 earlier years"):
        season_of(MONTHS[:12], LEVELS[:12])


def test_scatter_is_told_around_each_years_own_mean() -> None:
    months = [date(2025, 1, 1), date(2025, 2, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert scatter_around_years(months, np.array([1.0, 1.2, 5.0, 5.2])) == pytest.approx(
        0.1414, abs=1e-4
    )
    assert scatter_around_years(months[::2], np.array([1.0, 5.0])) == 0
