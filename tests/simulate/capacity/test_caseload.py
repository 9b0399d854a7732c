"""Those in care."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.capacity.caseload import Caseload
from fairterms.simulate.capacity.practice import Care
from tests.simulate.capacity.made_up_practices import GROUP, luck

CARE = replace(GROUP.care, between_years=0.0, no_show_between_years=0.0)


def visits_of(care: Care, seen: int, no_show: float = 0.0, weeks: int = 400) -> tuple[float, int]:
    """Return kept visits of people all seen in week 0, and how many are in care at the end."""
    caseload = Caseload(replace(care, caseload=0), luck(4, 1), weeks, np.array([no_show]))
    kept = 0.0
    for week in range(weeks):
        need = caseload.need()
        kept += float(need[0]) * (1 - no_show)
        caseload.step(week, need, np.array([seen if week == 0 else 0]))
    return kept + seen, int(caseload.people()[0])


@pytest.mark.slow
@pytest.mark.parametrize(("mean", "spread"), [(13, 9.0), (6, 12.0), (8, 7.48), (10, 4.0)])
def test_people_come_to_as_many_visits_as_declared(mean: float, spread: float) -> None:
    care = replace(CARE, visits_per_episode=mean, visits_spread=spread)
    visits, left = visits_of(care, 60_000)
    assert visits / 60_000 == pytest.approx(mean, rel=0.02)
    assert left < 150


def test_missed_visits_lengthen_care_and_not_the_number_kept() -> None:
    visits, _ = visits_of(CARE, 60_000, no_show=0.3)
    assert visits / 60_000 == pytest.approx(CARE.visits_per_episode, rel=0.02)


def test_two_visits_a_week_are_as_many_in_less_time() -> None:
    visits, _ = visits_of(replace(CARE, weeks_between=0.5), 60_000)
    assert visits / 60_000 == pytest.approx(CARE.visits_per_episode, rel=0.02)


def test_one_visit_each_leaves_nobody_in_care() -> None:
    _, left = visits_of(replace(CARE, visits_per_episode=1.0, visits_spread=0.0), 500, weeks=1)
    assert left == 0


def test_those_in_care_at_the_start_need_what_a_steady_practice_needs() -> None:
    # 13 visits each, 1.5 weeks apart, 20 new people a week: a steady caseload is 20 × 12 × 1.5.
    weeks = 120
    caseload = Caseload(replace(CARE, caseload=360), luck(2, 60), weeks, np.zeros(60))
    sizes = []
    for week in range(weeks):
        sizes.append(caseload.people().mean())
        caseload.step(week, caseload.need(), np.full(60, 20))
    assert min(sizes) > 345
    assert max(sizes) < 375


def test_a_year_of_longer_care_needs_more() -> None:
    varied = replace(CARE, between_years=0.3)
    caseload = Caseload(varied, luck(2, 200), 30, np.zeros(200))
    plain = Caseload(CARE, luck(2, 200), 30, np.zeros(200))
    for week in range(30):
        for one in (caseload, plain):
            one.step(week, one.need(), np.full(200, 20))
    assert caseload.people().std() > 2 * plain.people().std()
