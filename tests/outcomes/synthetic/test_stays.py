"""Stays in hospital: few, more for the ill, and no visits while they last."""

import numpy as np
import pytest

from fairterms.outcomes.synthetic import stays
from fairterms.outcomes.synthetic.draws import Draws
from tests.outcomes.synthetic.groups import group, world

WORLD = world(patients=8000)


def test_they_are_as_frequent_as_declared_and_likelier_for_the_ill() -> None:
    folk = group(WORLD).block.people
    made = stays.make(WORLD, Draws(7, 1), folk)
    assert made.patient.size / 8000 == pytest.approx(WORLD.money.stay_share, rel=0.5)
    assert folk.severity[made.patient].mean() > folk.severity.mean() + 0.3


def test_they_lie_within_the_records_and_never_on_the_first_visit() -> None:
    folk = group(WORLD).block.people
    made = stays.make(WORLD, Draws(7, 1), folk)
    first = folk.first_day[made.patient]
    assert (made.admitted >= 0).all()
    assert (made.admitted < made.discharged).all()
    assert (made.discharged < WORLD.days).all()
    assert ((made.discharged < first) | (made.admitted > first)).all()


def test_nobody_has_a_visit_on_a_day_in_hospital() -> None:
    block = group(WORLD).block
    made = stays.make(WORLD, Draws(7, 1), block.people)
    assert not stays.is_in_hospital(made, block.visits, 8000).any()
    assert made.patient.size > 50


def test_a_visit_in_hospital_would_be_seen() -> None:
    block = group(WORLD).block
    visits = block.visits
    stay = stays.Stays(visits.patient[:1], visits.day[:1], visits.day[:1] + 3)
    found = stays.is_in_hospital(stay, visits, 8000)
    assert found[0]
    assert found.sum() == np.sum(
        (visits.patient == visits.patient[0]) & (visits.day < visits.day[0] + 3)
    )
