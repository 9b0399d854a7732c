"""Counts of a measure follow the exact laws, and the rate they are told."""

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.measure_panel import KnownRate, measure_counts, poisson
from fairterms.simulate.forecast.patient_panel import Listed, Place
from fairterms.simulate.forecast.year_moves import moves_of, points_of
from fairterms.simulate.years import FloatArray
from tests.simulate.forecast.plans import FORECAST, declared, expected

EVEN = (np.arange(4_000) + 0.5) / 4_000
NUMBER = 1_024


def counts(forecast: Declaration, known: KnownRate | None = None) -> tuple[FloatArray, FloatArray]:
    moves = moves_of(forecast, points_of(forecast, 2027, NUMBER), 0)
    lists: tuple[dict[str, Listed], Place] = ({}, (2027, "year 0", 0))
    found = measure_counts(forecast.measures[0], expected(), moves, lists, known)
    return found["response.numerator"], found["response.denominator"]


def still(text: str = FORECAST) -> Declaration:
    return declared(text.replace('spread = "2 percentage points"\ndearer', "dearer"))


@pytest.mark.parametrize("mean", [0.02, 0.7, 4.0, 60.0, 12_345.6])
def test_poisson_counts_are_those_of_the_exact_law(mean: float) -> None:
    drawn = poisson(np.full(len(EVEN), mean), EVEN)
    law = stats.poisson(mean)
    assert np.array_equal(drawn, law.ppf(EVEN))
    assert drawn.mean() == pytest.approx(mean, rel=0.01)
    for count in {0, int(mean), int(mean) + 1}:
        assert np.mean(drawn == count) == pytest.approx(law.pmf(count), abs=2 / len(EVEN))


def test_nothing_is_counted_where_nothing_is_expected() -> None:
    assert not poisson(np.zeros(len(EVEN)), EVEN).any()


def test_more_is_never_fewer() -> None:
    assert (poisson(np.full(len(EVEN), 9.0), EVEN) <= poisson(np.full(len(EVEN), 9.5), EVEN)).all()


def test_no_more_patients_reach_a_measure_than_count() -> None:
    reached, counted = counts(still())
    assert ((reached >= 0) & (reached <= counted)).all()
    assert np.array_equal(reached, np.floor(reached))
    assert np.array_equal(counted, np.floor(counted))


def test_a_rate_that_does_not_move_leaves_the_chance_of_single_patients() -> None:
    reached, counted = counts(still())
    assert reached.sum() / counted.sum() == pytest.approx(0.5, abs=0.006)
    apart = reached - counted / 2
    assert apart.std() ** 2 == pytest.approx(counted.mean() / 4, rel=0.15)


def test_a_spread_of_the_true_rate_comes_on_top_of_chance() -> None:
    moved = declared(FORECAST.replace('"2 percentage points"', '"10 percentage points"'))
    reached, counted = counts(moved)
    spread = np.std(reached / counted)
    assert spread == pytest.approx(np.hypot(0.10, np.sqrt(0.25 / 80)), rel=0.08)


def test_the_groups_own_rate_brings_its_error_with_it() -> None:
    reached, counted = counts(still(), KnownRate(0.3, 0.08, 30))
    rates = reached / counted
    assert rates.mean() == pytest.approx(0.3, abs=0.01)
    assert rates.std() == pytest.approx(np.hypot(0.08, np.sqrt(0.21 / 80)), rel=0.1)


def test_a_rate_never_leaves_nought_and_one() -> None:
    reached, counted = counts(still(), KnownRate(0.999, 0.5, 3))
    assert (reached <= counted).all()
    assert (reached >= 0).all()
