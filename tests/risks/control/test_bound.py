"""Exact bounds against printed figures, and against plain slow twins."""

from itertools import combinations
from math import comb

import pytest

from fairterms.risks.control.bound import (
    SMALL_POPULATION,
    chance_of_missing,
    upper_bound,
    upper_bound_of_list,
)
from fairterms.units.refusal import Refusal


@pytest.mark.parametrize(("sample", "percent"), [(25, 11.3), (30, 9.5), (40, 7.2), (60, 4.9)])
def test_the_bounds_without_a_deviation_are_the_printed_ones(sample: int, percent: float) -> None:
    assert round(100 * upper_bound(0, sample), 1) == percent


@pytest.mark.parametrize(("deviations", "sample"), [(0, 1), (1, 25), (2, 60), (7, 9), (24, 25)])
def test_at_the_bound_so_few_deviations_have_the_chance_of_one_in_twenty(
    deviations: int, sample: int
) -> None:
    p = upper_bound(deviations, sample)
    chance = sum(comb(sample, k) * p**k * (1 - p) ** (sample - k) for k in range(deviations + 1))
    assert chance == pytest.approx(0.05, rel=1e-9)


def test_nothing_is_ruled_out_where_every_item_failed() -> None:
    assert upper_bound(5, 5) == 1.0


def slow_bound(deviations: int, sample: int, population: int) -> float:
    """Count every possible sample of every possible list."""
    for faulty in range(population, deviations - 1, -1):
        samples = list(combinations(range(population), sample))
        so_few = sum(sum(item < faulty for item in one) <= deviations for one in samples)
        if so_few > 0.05 * len(samples) * (1 + 1e-12):
            return faulty / population
    raise AssertionError


def test_the_bound_of_a_list_is_that_of_a_plain_slow_twin() -> None:
    cases = [
        (deviations, sample, population)
        for population in (1, 2, 5, 9)
        for sample in range(1, population + 1)
        for deviations in range(sample + 1)
    ]
    for case in cases:
        assert upper_bound_of_list(*case) == pytest.approx(slow_bound(*case)), case


def test_a_list_looked_at_whole_leaves_no_doubt() -> None:
    assert upper_bound_of_list(0, 12, 12) == 0.0
    assert upper_bound_of_list(3, 12, 12) == 0.25


def test_a_list_with_an_end_never_proves_less_than_one_without() -> None:
    for population in (10, 40, 300, SMALL_POPULATION):
        for deviations, sample in ((0, 5), (1, 5), (2, 9), (5, 10)):
            bound = upper_bound_of_list(deviations, sample, population)
            assert deviations / sample <= bound <= upper_bound(deviations, sample)


def test_a_very_long_list_is_like_one_without_an_end() -> None:
    assert upper_bound_of_list(1, 30, SMALL_POPULATION + 1) == upper_bound(1, 30)
    nearly = upper_bound_of_list(1, 30, SMALL_POPULATION)
    assert nearly < upper_bound(1, 30)
    assert nearly == pytest.approx(upper_bound(1, 30), abs=0.001)


def test_two_months_of_twelve_miss_a_single_failed_month_in_83_of_100_cases() -> None:
    months = list(combinations(range(12), 2))
    missed = sum(0 not in tested for tested in months) / len(months)
    assert chance_of_missing(population=12, faulty=1, sample=2) == pytest.approx(missed)
    assert round(100 * missed) == 83
    assert chance_of_missing(12, 11, 2) == 0


@pytest.mark.parametrize(("deviations", "sample"), [(3, 2), (-1, 2), (0, 0)])
def test_counts_that_cannot_be_are_refused(deviations: int, sample: int) -> None:
    with pytest.raises(Refusal, match="failures in a sample"):
        upper_bound(deviations, sample)
    with pytest.raises(Refusal, match="failures in a sample"):
        upper_bound_of_list(deviations, sample, 100)


def test_a_sample_larger_than_its_list_is_refused() -> None:
    with pytest.raises(Refusal, match="on a list of 4"):
        upper_bound_of_list(0, 5, 4)
    with pytest.raises(Refusal, match="of 4 items"):
        chance_of_missing(4, 1, 5)
    with pytest.raises(Refusal, match="5 of them failed"):
        chance_of_missing(4, 5, 1)
