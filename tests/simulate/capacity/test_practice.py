"""A practice's own arithmetic."""

from dataclasses import replace
from datetime import date
from math import log

import pytest
from scipy.special import ndtr  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity.practice import Care, Practice, Surge
from tests.simulate.capacity.made_up_practices import GROUP


def moments(care: Care) -> tuple[float, float]:
    """Return mean and standard deviation of visits from the sorts of course."""
    mean = second = 0.0
    for share, stages, chance in care.branches():
        here, variance = stages / chance, stages * (1 - chance) / chance**2
        mean += share * here
        second += share * (variance + here**2)
    return mean, (second - mean**2) ** 0.5


@pytest.mark.parametrize(
    ("mean", "spread", "tolerance"),
    [(20, (20**2 - 20) ** 0.5, 1e-9), (12, 8.0, 0.06), (16, 30.0, 1e-9), (18, 6.0, 0.25)],
)
def test_courses_have_the_mean_and_about_the_spread_declared(
    mean: float, spread: float, tolerance: float
) -> None:
    care = replace(GROUP.care, visits_per_episode=mean, visits_spread=spread)
    found_mean, found_spread = moments(care)
    assert found_mean == pytest.approx(mean)
    assert found_spread == pytest.approx(spread, rel=tolerance)


def test_shares_of_courses_add_up_to_one_even_at_the_edge() -> None:
    for mean, spread in ((1.0, 0.0), (1.2, 40.0), (3.0, 60.0), (200.0, 1.0)):
        care = replace(GROUP.care, visits_per_episode=mean, visits_spread=spread)
        branches = care.branches()
        assert sum(share for share, _, _ in branches) == pytest.approx(1)
        assert all(0 < chance <= 1 and 0 < share <= 1 for share, _, chance in branches)
        assert moments(care)[0] == pytest.approx(mean, rel=0.05)


def test_seasons_follow_the_calendar_from_the_first_day() -> None:
    season = (2.0, *(10 / 11,) * 11)
    practice = replace(
        GROUP, requests=replace(GROUP.requests, season=season), starts=date(2027, 7, 1)
    )
    expected = practice.expected_requests(52) / GROUP.requests.a_week
    assert expected[0] == pytest.approx(10 / 11)
    assert expected[28] == 2.0, "late January"
    assert practice.month(28) == 1


def test_a_surge_lasts_as_long_as_it_says() -> None:
    practice = replace(GROUP, surges=(Surge(1.5, 10, 4),))
    found = practice.expected_requests(52) / GROUP.expected_requests(52)
    assert found[9:15].tolist() == [1, 1.5, 1.5, 1.5, 1.5, 1]


def test_part_time_posts_are_whole_people_who_work_less() -> None:
    staff = replace(GROUP.staff, posts=7.5)
    assert (staff.people, staff.worth) == (8, 0.9375)


def test_the_days_until_a_place_fits_meet_both_declared_points() -> None:
    first = GROUP.first_visit
    assert ndtr((log(4.5) - first.middle) / first.sigma) == pytest.approx(0.5)
    assert ndtr((log(9.5) - first.middle) / first.sigma) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"staff": replace(GROUP.staff, vacant=21)}, "more posts are vacant than there are"),
        (
            {"first_visit": replace(GROUP.first_visit, half_within=9.5)},
            "nine in ten cannot be seen as early as half of them",
        ),
        (
            {"staff": replace(GROUP.staff, first_visits_a_week=27)},
            "more appointments are open to new patients than there are",
        ),
    ],
)
def test_what_cannot_be_so_is_said(changed: dict[str, object], what: str) -> None:
    practice: Practice = replace(GROUP, **changed)  # type: ignore[arg-type]
    assert list(practice.objections()) == [what]
    assert list(GROUP.objections()) == []
