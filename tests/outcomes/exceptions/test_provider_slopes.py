"""Whether a gap is everywhere or the work of a few providers."""

import numpy as np
import pytest

from fairterms.outcomes.exceptions.provider_slopes import SlopeSpread, spread_slopes
from fairterms.outcomes.exceptions.subgroup import choose
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import STAY, World, expect, make

STAYED = choose({STAY: ["yes"]})


def look(world: World, seed: int, replicates: int = 99) -> SlopeSpread:
    cohort = make(world, seed, STAYED)
    inside = STAYED.members(cohort.attributes, cohort.codes)
    return spread_slopes(
        cohort.outcomes,
        expect(cohort),
        inside,
        cohort.providers,
        seed=seed,
        replicates=replicates,
    )


def test_a_shared_gap_is_found_without_a_spread() -> None:
    found = look(World(gap=0.8, sigma=0.5, providers=40, each=80), 1)
    assert found.low < 0.8 < found.high
    assert found.p_value > 0.05
    assert found.share_alike > 0.95


def test_a_gap_of_some_providers_is_told_from_a_shared_one() -> None:
    found = look(World(gap=0.3, slope_sigma=1.0, providers=40, each=80), 2)
    assert found.p_value <= 0.02
    assert found.spread == pytest.approx(1.0, rel=0.4)
    assert found.share_alike < 0.9


def test_the_spread_is_right_on_average_and_alarms_are_few() -> None:
    plain = [look(World(gap=0.5, sigma=0.4, providers=25, each=40), s, 39) for s in range(30)]
    assert sum(found.p_value <= 0.05 for found in plain) <= 5
    wide = [look(World(gap=0.5, slope_sigma=0.7, providers=25, each=60), s, 1) for s in range(30)]
    assert np.sqrt(np.mean([found.spread**2 for found in wide])) == pytest.approx(0.7, rel=0.2)
    covered = [found.low < 0.5 < found.high for found in wide]
    assert sum(covered) >= 25


def test_a_spread_widens_the_interval() -> None:
    wide = look(World(gap=0.5, slope_sigma=1.0), 3, 1)
    narrow = look(World(gap=0.5), 3, 1)
    assert wide.standard_error > 1.2 * narrow.standard_error


def test_few_providers_with_both_kinds_are_refused() -> None:
    providers = np.repeat(np.arange(8), 20)
    inside = (providers < 3) & (np.arange(160) % 2 == 0)
    outcomes = np.random.default_rng(1).integers(2, size=160)
    with pytest.raises(Refusal, match="providers: 3 treat patients in and out"):
        spread_slopes(outcomes, np.full(160, 0.5), inside, providers, seed=1)
