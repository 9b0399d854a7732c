"""Chance is known by its seed, its block and its name, and by nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.synthetic.draws import Draws

FIRST = [0.4213534270354918, 0.5159473662975385, 0.5805518215985994]


def test_the_first_numbers_of_a_seed_never_change() -> None:
    # These very digits: a change of them changes every made-up group ever published.
    assert Draws(7, 0).uniform("age", 3).tolist() == FIRST


def test_a_draw_does_not_depend_on_those_before_it() -> None:
    alone, after = Draws(7, 3), Draws(7, 3)
    after.uniform("something else", 1000)
    assert np.array_equal(alone.uniform("age", 50), after.uniform("age", 50))


@pytest.mark.parametrize("other", [Draws(8, 0), Draws(7, 1)])
def test_another_seed_or_block_is_another_chance(other: Draws) -> None:
    assert not np.array_equal(Draws(7, 0).uniform("x", 5), other.uniform("x", 5))


def test_another_name_is_another_chance() -> None:
    draws = Draws(7, 0)
    assert not np.array_equal(draws.uniform("x", 5), draws.uniform("y", 5))


def test_a_name_is_drawn_once() -> None:
    draws = Draws(7, 0)
    draws.uniform("age", 2)
    with pytest.raises(AssertionError, match="age is drawn twice"):
        draws.uniform("age", 2)


def test_chance_is_uniform_and_normal() -> None:
    draws = Draws(1, 0)
    even, bell = draws.uniform("even", 200_000), draws.normal("bell", 200_000)
    assert 0 < even.min() <= even.max() < 1
    assert np.abs(np.histogram(even, 20, (0, 1))[0] / 10_000 - 1).max() < 0.05
    assert abs(bell.mean()) < 0.01
    assert abs(bell.std() - 1) < 0.01


def test_choices_come_in_their_shares() -> None:
    found = np.bincount(Draws(1, 0).choose("colour", np.array([1.0, 0.0, 3.0]), 40_000))
    assert found[1] == 0
    assert abs(found[2] / 40_000 - 0.75) < 0.01


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**32 - 1), st.text(min_size=1, max_size=20))
def test_any_seed_block_and_name_give_numbers_between_0_and_1(
    seed: int, block: int, name: str
) -> None:
    found = Draws(seed, block).uniform(name, 4, 2)
    assert found.shape == (4, 2)
    assert ((found > 0) & (found < 1)).all()
