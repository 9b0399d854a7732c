"""Years differ as a whole: the mixture keeps the mean and finds the losses that chance hides."""

import numpy as np
import pytest

from fairterms.simulate.exact_total.aggregation import aggregate
from fairterms.simulate.exact_total.part import Part
from fairterms.simulate.exact_total.total_law import mixed
from fairterms.simulate.exact_total.year_level import total_over_years, year_levels
from fairterms.units.refusal import Refusal
from tests.simulate.exact_total.cost_laws import (
    PATIENTS,
    REFERENCE,
    STOP_LOSS,
    TRUE_MEAN,
    Listed,
)

COIN = Part(Listed((0.0, 100.0), (0.5, 0.5)))


@pytest.mark.parametrize("spread", [0.01, 0.04, 0.3])
def test_the_levels_keep_the_mean_and_have_the_spread(spread: float) -> None:
    levels = year_levels(spread)
    assert levels.weights.sum() == pytest.approx(1)
    assert levels.scales @ levels.weights == pytest.approx(1, abs=1e-7)
    logs = np.log(levels.scales)
    variance = levels.weights @ logs**2 - (levels.weights @ logs) ** 2
    assert np.sqrt(variance) == pytest.approx(spread, rel=1e-6)


def test_a_year_without_spread_is_the_plain_total() -> None:
    plain = aggregate(COIN.law, 50, step=5.0)
    assert total_over_years(COIN, 50, 0.0, step=5.0).chance == pytest.approx(plain.chance)


def test_variances_of_chance_and_of_the_year_add_up() -> None:
    law = total_over_years(COIN, 400, 0.05, step=10.0)
    chance = 400 * 2_500.0 * np.exp(0.05**2)
    year = 20_000.0**2 * np.expm1(0.05**2)
    assert law.mean == pytest.approx(20_000.0, rel=1e-7)
    # Splitting between points 10 dollars apart adds at most a quarter of 100 a patient.
    assert chance + year < law.sd**2 < chance + year + 400 * 25


def test_more_kinds_of_year_change_nothing() -> None:
    part = Part(REFERENCE, attachment=STOP_LOSS)
    usual = total_over_years(part, PATIENTS, 0.04, step=100.0)
    levels = year_levels(0.04, 0.1)
    laws = [
        aggregate(REFERENCE, PATIENTS, STOP_LOSS, scale=float(scale), step=100.0)
        for scale in levels.scales
    ]
    fine = mixed(laws, levels.weights)
    for share in (0.9, 1.0, 1.02, 1.1):
        at = share * TRUE_MEAN
        # The grid itself is rougher than this; the two share it.
        assert float(usual.cdf(at)) == pytest.approx(float(fine.cdf(at)), abs=2e-7)


def test_a_dear_middle_is_dear_in_every_kind_of_year() -> None:
    dear = total_over_years(Part(COIN.law, scale=1.2), 400, 0.05, step=10.0)
    assert dear.mean == pytest.approx(24_000.0, rel=1e-7)


def test_four_per_cent_of_trend_nearly_double_the_chance_of_a_loss() -> None:
    law = total_over_years(Part(REFERENCE, attachment=STOP_LOSS), PATIENTS, 0.04, step=50.0)
    assert 1 - law.cdf(1.02 * TRUE_MEAN) == pytest.approx(0.312, abs=5e-4)


def test_a_spread_that_means_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match=r"spread: is -0\.1"):
        year_levels(-0.1)


def test_a_spread_beside_which_chance_is_nothing_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        total_over_years(COIN, 10**7, 0.4, step=100.0)
    assert "times what chance between patients does to a year" in str(refused.value)
