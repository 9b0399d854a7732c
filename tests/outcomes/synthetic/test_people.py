"""Patients are as the population says, and illness, youth and hardship go together."""

import numpy as np
import pytest

from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.world import World
from tests.outcomes.synthetic.groups import group, world


@pytest.fixture(scope="module")
def lived() -> World:
    return world(patients=12_000)


@pytest.fixture(scope="module")
def folk(lived: World) -> People:
    return group(lived).block.people


def test_they_are_adults(folk: People) -> None:
    assert 18 <= folk.age.min() < 19
    assert 60 < folk.age.max() <= 90
    assert folk.age.mean() == pytest.approx(37, abs=3)


def test_they_come_on_working_days_in_the_time_of_the_records(lived: World, folk: People) -> None:
    assert 0 <= folk.first_day.min() <= folk.first_day.max() < lived.days
    first = np.datetime64(lived.first_day) + folk.first_day
    assert np.is_busday(first).all()


def test_words_come_in_the_shares_of_the_population(lived: World, folk: People) -> None:
    for words, places in (
        (lived.population.races, folk.race),
        (lived.population.languages, folk.language),
    ):
        found = np.bincount(places, minlength=len(words)) / places.size
        assert np.abs(found - [share for _, share in words]).max() < 0.02


def test_only_hispanic_patients_speak_spanish_best(lived: World, folk: People) -> None:
    spanish = [word for word, _ in lived.population.languages].index("Spanish")
    assert folk.is_hispanic[folk.language == spanish].all()


def test_circumstances_are_as_frequent_as_declared_and_lean_on_the_young_and_the_ill(
    lived: World, folk: People
) -> None:
    for name, share, _ in lived.population.factors:
        has = folk.circumstance(lived, name)
        assert has.mean() == pytest.approx(share, abs=0.05)
        assert has[folk.age < 30].mean() > has[folk.age >= 30].mean()
        assert has[folk.severity > 0.5].mean() > has[folk.severity < -0.5].mean()


def test_nobody_comes_who_is_too_well_to_come(lived: World, folk: People) -> None:
    assert folk.severity.min() > lived.course.lowest_state
    assert np.corrcoef(folk.severity, folk.anxiety)[0, 1] > 0.8
