"""The false alarms that are printed are those that the rules bring."""

import numpy as np
import pytest

from fairterms.monitor.indicators.control_chart import chart_of
from fairterms.monitor.indicators.false_alarms import RUNS, WATCHED, false_alarms
from fairterms.monitor.indicators.indicator import Sort
from tests.monitor.indicators.made_up import SEEN_SOON, shares

SORTS = [
    (Sort.SHARE, 0.7, 100),
    (Sort.COUNT, 8.0, 1),
    (Sort.RATE, 0.01, 900),
    (Sort.AMOUNT, 0.0, 1),
]


@pytest.mark.parametrize(("sort", "rate", "n"), SORTS)
def test_every_sort_rings_now_and_then_and_mostly_does_not(sort: Sort, rate: float, n: int) -> None:
    found = false_alarms(sort, rate, n, 12)
    assert 0.03 < found.share < 0.30
    assert found.error == pytest.approx(np.sqrt(found.share * (1 - found.share) / RUNS))
    assert (found.watched, found.runs) == (WATCHED, RUNS)


def test_a_long_baseline_rings_less_than_one_of_twelve() -> None:
    assert false_alarms(Sort.AMOUNT, 0.0, 1, 60).share < false_alarms(Sort.AMOUNT, 0.0, 1, 12).share


def test_a_short_baseline_judges_single_values_only_and_so_rings_seldom() -> None:
    assert 0 < false_alarms(Sort.SHARE, 0.7, 100, 6).share < 0.02


def test_with_rare_events_rows_on_one_side_come_by_themselves() -> None:
    # Six months in ten have none of an event that is expected every second month.
    assert false_alarms(Sort.COUNT, 0.5, 1, 12).share > false_alarms(Sort.COUNT, 8.0, 1, 12).share


def test_a_plain_simulation_of_single_values_gives_the_same() -> None:
    rng = np.random.default_rng(5)
    reached = rng.binomial(400, 0.5, (4000, WATCHED))
    outside = np.abs(reached - 200) >= 31
    plain = outside.any(axis=1).mean()
    found = false_alarms(Sort.SHARE, 0.5, 400, 11)
    # A baseline of eleven allows for what is not known, and so rings less than a known level.
    assert found.share < plain < 0.06


@pytest.mark.slow
def test_charts_drawn_one_by_one_ring_as_often_as_is_printed() -> None:
    """A plain slow twin: whole charts, from values to marks, each with a baseline of its own."""
    rng = np.random.default_rng(11)
    charts, rang = 400, 0
    for _ in range(charts):
        reached = rng.binomial(100, 0.7, 12 + WATCHED)
        points = chart_of(SEEN_SOON, shares(reached.tolist())).points
        rang += any(one.rules for one in points)
    found = false_alarms(Sort.SHARE, 0.7, 100, 12)
    error = np.sqrt(found.share * (1 - found.share) / charts)
    assert abs(rang / charts - found.share) < 4 * (error + found.error)
