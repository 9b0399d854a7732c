"""Appointments: on working days, in order, missed at times, and none after the records end."""

import numpy as np
import pytest

from fairterms.outcomes.synthetic.draws import Draws
from fairterms.outcomes.synthetic.visits import Visits, planned, requested
from fairterms.outcomes.synthetic.world import World
from tests.outcomes.synthetic.groups import group, world


@pytest.fixture(scope="module")
def lived() -> World:
    return world(patients=4000)


@pytest.fixture(scope="module")
def made(lived: World) -> Visits:
    return group(lived).block.visits


def test_they_lie_on_working_days_within_the_records(lived: World, made: Visits) -> None:
    assert 0 <= made.day.min() <= made.day.max() < lived.days
    assert np.is_busday(np.datetime64(lived.first_day) + made.day).all()


def test_they_stand_in_order_and_no_patient_comes_twice_a_day(made: Visits) -> None:
    same = np.diff(made.patient) == 0
    assert (np.diff(made.patient) >= 0).all()
    assert (np.diff(made.day)[same] > 0).all()


def test_every_patient_has_a_first_visit_that_took_place_on_the_first_day(lived: World) -> None:
    block = group(lived).block
    made = block.visits
    first = (made.place == 0) & ~made.is_missed
    assert np.array_equal(made.patient[first], np.arange(lived.patients))
    assert np.array_equal(made.day[first], block.people.first_day)
    assert (made.service[first] == -1).all()
    assert (made.service[made.place > 0] >= 0).all()


def test_one_appointment_in_ten_is_missed(lived: World, made: Visits) -> None:
    later = made.place > 0
    share = made.is_missed[later].sum() / (~made.is_missed[later]).sum()
    assert share == pytest.approx(lived.attendance.missed, abs=0.01)


def test_those_who_drop_out_lose_part_of_their_plan(lived: World) -> None:
    stay = planned(world("nhs-like"), Draws(1, 0), 20_000)
    assert stay.min() == world("nhs-like").attendance.fewest
    assert planned(lived, Draws(1, 0), 20_000).min() == 1


def test_the_wait_for_a_first_visit_is_as_long_as_declared(lived: World) -> None:
    folk = group(lived).block.people
    asked = requested(lived, Draws(7, 1), folk)
    wait = folk.first_day - asked
    assert (wait >= 0).all()
    assert np.median(wait) == pytest.approx(lived.attendance.wait_days, abs=1.5)
    assert np.is_busday(np.datetime64(lived.first_day) + asked).all()
