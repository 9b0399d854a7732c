"""Answers follow a patient's state, and slopes follow what is declared."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.synthetic import people
from fairterms.outcomes.synthetic.draws import Draws
from fairterms.outcomes.synthetic.forms import answer, answered, slopes, thresholds
from fairterms.outcomes.synthetic.world import GAD7, PHQ9
from tests.outcomes.synthetic.groups import group, world


@given(st.floats(-4, 4), st.floats(0, 2), st.integers(0, 1000))
def test_a_worse_state_never_lowers_an_answer(state: float, more: float, seed: int) -> None:
    chance = Draws(seed, 0).uniform("items", 1, 9)
    low, high = (answer(PHQ9, np.array([one]), chance) for one in (state, state + more))
    assert (high >= low).all()
    assert ((low >= 0) & (low <= 3)).all()


def test_every_answer_is_likelier_than_not_from_its_threshold_on() -> None:
    at = thresholds(GAD7)
    assert (np.diff(at, axis=1) > 0).all()
    half = np.full((3, 7), 0.5)
    steps = [answer(GAD7, np.array([one - 1e-6, one, one + 1e-6]), half) for one in at[2]]
    assert [found[:, 2].tolist() for found in steps] == [[0, 0, 1], [1, 1, 2], [2, 2, 3]]


def test_the_declared_shares_respond_stay_and_get_worse() -> None:
    lived = world(patients=20_000)
    course = replace(lived.course, slope_sigma=0.0, severity_interaction=0.0)
    lived = replace(lived, course=course)
    folk = people.make(lived, Draws(1, 1), np.arange(20_000))
    found = slopes(lived, Draws(1, 2), folk, np.zeros(20_000)).depression
    kinds = [(found == one).mean() for one in (-course.harm_slope, 0.0, course.slope)]
    assert kinds == pytest.approx(
        [course.harm_share, course.still_share, 1 - course.harm_share - course.still_share],
        abs=0.01,
    )


def test_an_effect_moves_every_slope_but_those_of_patients_who_get_worse() -> None:
    lived = world()
    folk = group(lived).block.people
    without, with_it = (
        slopes(lived, Draws(1, 1), folk, np.full(1500, effect)).depression for effect in (0.0, 1.0)
    )
    gained = np.unique(np.round(with_it - without, 12))
    assert gained.tolist() == [0.0, lived.course.slope_per_logit]


def test_without_a_trend_a_form_is_as_likely_whoever_answers() -> None:
    chance = Draws(1, 0).uniform("forms", 50_000)
    gained = np.linspace(-2, 2, 50_000)
    flat, leaning = (answered(chance, 0.4, trend * gained) for trend in (0.0, 1.0))
    assert flat.mean() == pytest.approx(0.4, abs=0.01)
    assert leaning[25_000:].mean() - leaning[:25_000].mean() > 0.2
