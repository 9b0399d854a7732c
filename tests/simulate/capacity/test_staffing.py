"""Clinicians who come and go."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.capacity.practice import Loss, Staff
from fairterms.simulate.capacity.staffing import Workforce
from tests.simulate.capacity.made_up_practices import GROUP, luck, no_luck


def at_work(staff: Staff, years: int = 400, weeks: int = 52) -> np.ndarray:
    """Return who is at work; shape (weeks, years)."""
    workforce = Workforce(replace(GROUP, staff=staff), luck(1, years), weeks, years)
    return np.array([workforce.at_work(week) for week in range(weeks)])


def test_without_turnover_only_weeks_off_are_missing() -> None:
    found = at_work(Staff(20, 0, 26, 2, 6.5, 0.0, 12))
    assert found.mean() == pytest.approx(20 * (1 - 6.5 / 52), rel=0.01)


def test_turnover_and_hiring_settle_where_as_many_leave_as_come() -> None:
    found = at_work(Staff(100, 0, 26, 2, 0, 0.3, 13), 200, 150)
    leave = 1 - 0.7 ** (1 / 52)
    vacant = 100 * leave / (leave + 1 / 13)
    assert 100 - found[-30:].mean() == pytest.approx(vacant, rel=0.1)
    assert vacant > 5


def test_a_vacant_post_is_filled_after_the_mean_time_to_hire() -> None:
    found = at_work(Staff(40, 20, 26, 2, 0, 0.0, 10), 300, 40)
    expected = 40 - 20 * 0.9 ** np.arange(1, 41)
    assert found.mean(axis=1) == pytest.approx(expected, rel=0.02)


def test_part_time_posts_work_their_part() -> None:
    found = at_work(Staff(7.5, 0, 26, 2, 0, 0.0, 10), 3, 5)
    assert (found == 7.5).all()


def test_no_more_can_leave_than_are_there() -> None:
    practice = replace(
        GROUP, staff=Staff(3, 0, 26, 2, 0, 0.0, 1e9), losses=(Loss(2, 1), Loss(9, 1))
    )
    workforce = Workforce(practice, luck(1, 2), 3, 2)
    assert [workforce.at_work(week)[0] for week in range(3)] == [3, 0, 0]


def test_parts_of_places_are_not_lost_to_rounding() -> None:
    workforce = Workforce(replace(GROUP, staff=Staff(1, 0, 26, 0.3, 0, 0.0, 10)), no_luck(), 30, 1)
    one = np.array([1.0])
    places = [int(workforce.places(one, one * 26)[0]) for _ in range(30)]
    assert sum(places) == 9
    assert set(places) == {0, 1}


def test_those_in_care_come_before_new_patients() -> None:
    workforce = Workforce(GROUP, no_luck(), 2, 1)
    assert workforce.places(np.array([10.0]), np.array([7.0])).tolist() == [7]
    assert workforce.places(np.array([10.0]), np.array([-3.0])).tolist() == [0]
