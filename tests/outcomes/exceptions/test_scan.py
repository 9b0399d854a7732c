"""The scan against every subset, its directions, and what it refuses."""

import numpy as np
import pytest

from fairterms.outcomes.exceptions.profiles import collapse
from fairterms.outcomes.exceptions.scan import Direction, ScanSettings, scan, search
from fairterms.outcomes.exceptions.score_curve import add_outcomes, costs, grid_heights, peaks
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt, choose
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions import slow_scan
from tests.outcomes.exceptions.made_up_cohort import ATTRIBUTES, PLANTED, World, expect, make

SETTINGS = ScanSettings(penalty=1, seed=1)


@pytest.mark.parametrize(("seed", "penalty"), [(1, 0.0), (1, 1.0), (2, 0.0), (3, 1.0)])
def test_no_subgroup_of_all_scores_higher(seed: int, penalty: float) -> None:
    cohort = make(World(gap=0.8 * (seed % 2), providers=5, each=12), seed)
    settings = ScanSettings(penalty=penalty, seed=seed, restarts=64)
    expected = expect(cohort)
    more, fewer = scan(ATTRIBUTES, cohort.codes, cohort.outcomes, expected, settings)
    best, _ = slow_scan.highest(ATTRIBUTES, cohort.codes, cohort.outcomes, expected, penalty)
    least, _ = slow_scan.highest(
        ATTRIBUTES, cohort.codes, 1 - cohort.outcomes, 1 - expected, penalty
    )
    assert (more.score, fewer.score) == pytest.approx((best, least), abs=1e-6)


@pytest.mark.slow
def test_a_score_is_a_lower_bound_and_seldom_far_from_the_highest() -> None:
    short = []
    for seed in range(20):
        cohort = make(World(gap=0.5 * (seed % 2), providers=5, each=24 + 20 * (seed % 3)), seed)
        profiles = collapse(ATTRIBUTES, cohort.codes)
        plain = costs(expect(cohort), profiles.runs)
        curves = add_outcomes(plain, profiles.add_up(cohort.outcomes))
        sets, named = slow_scan.all_sets(profiles)
        _, height = peaks(sets @ curves, grid_heights(sets @ curves))
        found = search(profiles, curves, ScanSettings(penalty=1, seed=seed)).score.max()
        short.append(float((height - named).max() - found))
    assert min(short) > -1e-6
    assert np.mean(np.array(short) < 1e-6) >= 0.9
    assert np.mean(short) < 0.1


def test_what_is_found_is_described_from_the_patients() -> None:
    cohort = make(World(gap=1.0), 3)
    expected = expect(cohort)
    more, _ = scan(ATTRIBUTES, cohort.codes, cohort.outcomes, expected, SETTINGS)
    assert more.subgroup == PLANTED
    is_in = PLANTED.members(ATTRIBUTES, cohort.codes)
    assert more.patients == is_in.sum()
    assert more.observed == cohort.outcomes[is_in].sum()
    assert more.expected == pytest.approx(expected[is_in].sum())
    assert more.rate_gap == pytest.approx((more.observed - more.expected) / more.patients)
    assert more.unpenalised == pytest.approx(more.score + PLANTED.value_count)
    own = slow_scan.score(cohort.outcomes[is_in].tolist(), expected[is_in].tolist())
    assert more.unpenalised == pytest.approx(own)
    assert 1.5 < more.odds_factor < 5


def test_fewer_is_more_of_the_opposite() -> None:
    cohort = make(World(gap=-1.0), 4)
    expected = expect(cohort)
    _, fewer = scan(ATTRIBUTES, cohort.codes, cohort.outcomes, expected, SETTINGS)
    more, _ = scan(ATTRIBUTES, cohort.codes, 1 - cohort.outcomes, 1 - expected, SETTINGS)
    assert fewer.direction is Direction.FEWER
    assert fewer.subgroup == more.subgroup == PLANTED
    assert fewer.score == pytest.approx(more.score)
    assert fewer.odds_factor == pytest.approx(1 / more.odds_factor)
    assert fewer.rate_gap < 0


def test_the_order_of_patients_changes_nothing() -> None:
    cohort = make(World(gap=0.7), 5)
    order = np.random.default_rng(1).permutation(cohort.patients)
    expected = expect(cohort)
    plain = scan(ATTRIBUTES, cohort.codes, cohort.outcomes, expected, SETTINGS)
    mixed = scan(ATTRIBUTES, cohort.codes[order], cohort.outcomes[order], expected[order], SETTINGS)
    assert [each.subgroup for each in plain] == [each.subgroup for each in mixed]
    assert plain[0].score == pytest.approx(mixed[0].score, abs=1e-8)


def test_a_dearer_value_never_raises_the_score() -> None:
    cohort = make(World(gap=0.5), 6)
    scores = [
        scan(
            ATTRIBUTES,
            cohort.codes,
            cohort.outcomes,
            expect(cohort),
            ScanSettings(penalty=penalty, seed=1, restarts=20),
        )[0].score
        for penalty in (0.0, 0.5, 1.0, 2.0, 8.0)
    ]
    assert scores == sorted(scores, reverse=True)


def test_where_nothing_departs_nothing_is_named_at_a_price() -> None:
    codes = np.repeat([[0], [1]], 20, axis=0)
    stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
    more, fewer = scan([stay], codes, np.tile([0, 1], 20), np.full(40, 0.5), SETTINGS)
    assert more.score == pytest.approx(0, abs=1e-8)
    assert fewer.score == pytest.approx(0, abs=1e-8)
    assert str(more.subgroup) == "all patients"


def test_a_planted_twelfth_of_a_hundred_thousand_is_found_exactly() -> None:
    draws = np.random.default_rng(11)
    attributes = tuple(
        Attribute(f"fact {at}", ("a", "b", "c", "d", "e"), KnownAt.INTAKE) for at in range(6)
    )
    codes = draws.integers(5, size=(100_000, 6))
    planted = choose({attributes[1]: ["a", "c", "d"], attributes[3]: ["e"]})
    is_in = planted.members(attributes, codes)
    assert is_in.mean() == pytest.approx(0.12, abs=0.002)
    linear = -0.5 + 0.5 * draws.normal(size=100_000)
    outcomes = draws.random(100_000) < 1 / (1 + np.exp(-linear - 0.33 * is_in))
    expected = 1 / (1 + np.exp(-linear))
    more, _ = scan(attributes, codes, outcomes, expected, SETTINGS)
    assert more.subgroup == planted
    assert more.score > 100


@pytest.mark.parametrize("expected", [0.0, 1.0, np.nan])
def test_an_expectation_that_is_no_chance_is_refused(expected: float) -> None:
    cohort = make(World(), 7)
    column = expect(cohort)
    column[3] = expected
    with pytest.raises(Refusal, match="expected: some patients have no chance"):
        scan(ATTRIBUTES, cohort.codes, cohort.outcomes, column, SETTINGS)


def test_columns_of_unlike_length_are_refused() -> None:
    cohort = make(World(), 8)
    with pytest.raises(Refusal, match="rows of attributes"):
        scan(ATTRIBUTES, cohort.codes[:-1], cohort.outcomes, expect(cohort), SETTINGS)
