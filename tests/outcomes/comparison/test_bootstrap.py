"""The gap between two groups of patients, providers resampled."""

import numpy as np
import pytest

from fairterms.outcomes.comparison.bootstrap import add_up, resample_gap
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import ATTRIBUTES, PLANTED, World, expect, make


def test_the_gap_is_observed_less_expected_inside_less_outside() -> None:
    outcomes, expected = np.array([1, 0, 1, 1, 0, 0] * 5), np.array([0.5, 0.2] * 15)
    inside, providers = np.array([True, True, False] * 10), np.repeat(np.arange(10), 3)
    found = resample_gap(outcomes, expected, inside, providers, seed=1, replicates=199)
    excess = outcomes - expected
    assert found.gap == pytest.approx(excess[inside].mean() - excess[~inside].mean())
    assert (found.inside, found.outside, found.providers) == (20, 10, 10)
    assert found.low < found.gap < found.high


def test_provider_sums_are_plain_sums() -> None:
    cohort = make(World(providers=6, each=20), 1)
    inside = PLANTED.members(ATTRIBUTES, cohort.codes)
    sums = add_up(cohort.outcomes, expect(cohort), inside, cohort.providers)
    for provider in range(6):
        own = (cohort.providers == provider) & inside
        assert sums.patients[provider, 0] == own.sum()
        excess = (cohort.outcomes - expect(cohort))[own].sum()
        assert sums.excess[provider, 0] == pytest.approx(excess)


def test_a_period_worse_for_everybody_has_no_gap() -> None:
    cohort = make(World(), 2)
    inside = PLANTED.members(ATTRIBUTES, cohort.codes)
    plain = resample_gap(cohort.outcomes, expect(cohort), inside, cohort.providers, seed=1)
    worse = resample_gap(cohort.outcomes, expect(cohort) - 0.2, inside, cohort.providers, seed=1)
    assert worse.gap == pytest.approx(plain.gap)
    assert worse.p_value == plain.p_value


def test_the_other_group_has_the_opposite_gap() -> None:
    cohort = make(World(gap=0.6), 3)
    inside = PLANTED.members(ATTRIBUTES, cohort.codes)
    one = resample_gap(cohort.outcomes, expect(cohort), inside, cohort.providers, seed=1)
    other = resample_gap(cohort.outcomes, expect(cohort), ~inside, cohort.providers, seed=1)
    assert other.gap == pytest.approx(-one.gap)
    assert (other.low, other.high) == pytest.approx((-one.high, -one.low))


def test_false_alarms_and_coverage_hold_with_twenty_unlike_providers() -> None:
    """Providers wholly in or out: at 0.05 in 150 worlds 7 or 8 alarms are expected."""
    alarms = 0
    for seed in range(150):
        draws = np.random.default_rng(seed)
        providers = np.repeat(np.arange(20), 30)
        chance = 1 / (1 + np.exp(-draws.normal(0, 0.7, 20)))[providers]
        outcomes = draws.random(600) < chance
        inside = providers % 2 == 0
        found = resample_gap(
            outcomes, np.full(600, 0.5), inside, providers, seed=seed, replicates=199
        )
        alarms += found.p_value <= 0.05
    assert alarms <= 15


def test_patients_taken_one_by_one_would_cry_wolf() -> None:
    draws = np.random.default_rng(4)
    providers = np.repeat(np.arange(20), 50)
    chance = 1 / (1 + np.exp(-draws.normal(0, 0.8, 20)))[providers]
    outcomes, inside = draws.random(1000) < chance, providers % 2 == 0
    together = resample_gap(outcomes, np.full(1000, 0.5), inside, providers, seed=1)
    alone = resample_gap(outcomes, np.full(1000, 0.5), inside, np.arange(1000), seed=1)
    assert together.standard_error > 2 * alone.standard_error


def test_too_few_providers_of_the_group_are_refused() -> None:
    providers = np.repeat(np.arange(10), 4)
    with pytest.raises(Refusal, match="providers: 4 treat patients of the group"):
        resample_gap([0, 1] * 20, np.full(40, 0.5), providers < 4, providers, seed=1)


@pytest.mark.parametrize(("inside", "what"), [(True, "all patients"), (False, "no patient")])
def test_a_group_of_all_or_nobody_is_refused(inside: bool, what: str) -> None:
    with pytest.raises(Refusal, match=what):
        resample_gap([0, 1], [0.5, 0.5], [inside] * 2, [1, 2], seed=1)


def test_too_few_replicates_and_unlike_columns_are_refused() -> None:
    with pytest.raises(Refusal, match="replicates"):
        resample_gap([0, 1], [0.5, 0.5], [True, False], [1, 2], seed=1, replicates=50)
    with pytest.raises(Refusal, match="differ in length"):
        resample_gap([0, 1], [0.5], [True, False], [1, 2], seed=1)


def test_with_a_provider_for_each_patient_the_error_is_the_textbooks() -> None:
    draws = np.random.default_rng(5)
    inside, outcomes = draws.random(2000) < 0.3, draws.random(2000) < 0.4
    found = resample_gap(outcomes, np.zeros(2000), inside, np.arange(2000), seed=1, replicates=199)
    parts = [outcomes[inside].var() / inside.sum(), outcomes[~inside].var() / (~inside).sum()]
    assert found.standard_error == pytest.approx(np.sqrt(sum(parts)), rel=1e-3)
