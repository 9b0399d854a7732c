"""How surprising what a scan finds is, where providers differ."""

import numpy as np
import pytest

from fairterms.outcomes.exceptions.scan import ScanSettings
from fairterms.outcomes.exceptions.scan_significance import judge, p_value
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import PLANTED, World, make

pytestmark = pytest.mark.slow

SETTINGS = ScanSettings(penalty=1, seed=1, restarts=4)


def test_a_planted_subgroup_is_found_and_surprising() -> None:
    cohort = make(World(gap=1.2, sigma=0.4), 1)
    found = judge(cohort, SETTINGS, replicates=19)
    assert found.more.found.subgroup == PLANTED
    assert found.more.p_value == 0.05
    assert found.more.found.score > found.more.usual_highest


def test_the_same_seed_judges_alike() -> None:
    cohort = make(World(sigma=0.4, providers=10), 2)
    first, second = (judge(cohort, SETTINGS, replicates=19, has_naive=False) for _ in range(2))
    assert np.array_equal(first.more.null_scores, second.more.null_scores)


def test_luck_of_providers_is_a_discovery_only_to_the_naive() -> None:
    cohort = make(World(sigma=0.7, providers=12, each=80, by_provider=True), 10)
    found = judge(cohort, SETTINGS, replicates=19)
    naive = [one.naive_p_value for one in (found.more, found.fewer)]
    assert min(p for p in naive if p is not None) == 0.05
    assert min(found.more.p_value, found.fewer.p_value) > 0.3


def test_where_providers_do_not_differ_both_answers_are_one() -> None:
    cohort = make(World(providers=10, each=30), 3)
    found = judge(cohort, SETTINGS, replicates=19)
    assert found.sigma == 0
    assert found.more.p_value == found.more.naive_p_value
    assert found.fewer.p_value == found.fewer.naive_p_value


def test_too_few_worlds_are_refused() -> None:
    with pytest.raises(Refusal, match="replicates: 18 are too few"):
        judge(make(World(), 1), SETTINGS, replicates=18)


def test_an_equal_score_counts_against_the_finding() -> None:
    assert p_value(2.0, np.array([2.0 - 1e-12, 1.0, 0.0])) == 0.5


@pytest.mark.slow
def test_false_alarms_are_near_the_nominal_only_with_providers_redrawn() -> None:
    """At 0.1 in 60 null worlds 6 alarms are expected, 12 happen in one run of a hundred."""
    right, naive = 0, 0
    settings = ScanSettings(penalty=1, seed=1, restarts=4)
    for seed in range(60):
        cohort = make(World(sigma=0.6, providers=24, each=40, by_provider=True), 1_000 + seed)
        found = judge(cohort, settings, replicates=19)
        right += found.more.p_value <= 0.1
        assert found.more.naive_p_value is not None
        naive += found.more.naive_p_value <= 0.1
    assert right <= 12
    assert naive >= 1.5 * right


@pytest.mark.slow
def test_the_naive_answer_may_be_left_out_and_the_right_one_stays() -> None:
    cohort = make(World(sigma=0.7, providers=12, each=80, by_provider=True), 10)
    both = judge(cohort, SETTINGS, replicates=19)
    alone = judge(cohort, SETTINGS, replicates=19, has_naive=False)
    assert alone.more.naive_p_value is None
    assert alone.more.p_value == both.more.p_value
