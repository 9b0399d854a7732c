"""Forms are filled in at visits that took place, and half a year later by some out of care."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.synthetic.assessments import (
    FOURTH_VISIT,
    NO_ANSWER,
    NO_VISIT,
    OUT_OF_CARE,
    is_given,
    totals,
)
from fairterms.outcomes.synthetic.columns import Block
from tests.outcomes.synthetic.groups import group, world


@pytest.fixture(scope="module")
def block() -> Block:
    return group(world(patients=4000)).block


def test_a_form_belongs_to_its_patients_visit_on_its_day(block: Block) -> None:
    made = block.occasions
    at = made.visit != NO_VISIT
    visit = made.visit[at]
    assert np.array_equal(block.visits.patient[visit], made.patient[at])
    assert np.array_equal(block.visits.day[visit], made.day[at])
    assert not block.visits.is_missed[visit].any()


def test_letters_go_to_patients_out_of_care(block: Block) -> None:
    made = block.occasions
    letters = made.visit == NO_VISIT
    assert letters.sum() > 50
    last = np.zeros(4000, dtype=np.int64)
    come = ~block.visits.is_missed
    np.maximum.at(last, block.visits.patient[come], block.visits.day[come])
    who = made.patient[letters]
    assert (last[who] - block.people.first_day[who] < OUT_OF_CARE).all()
    since = made.day[letters] - block.people.first_day[who]
    assert (since.min(), since.max()) == (155, 204)


def test_a_letter_to_a_patient_of_one_visit_is_no_first_form(block: Block) -> None:
    made, come = block.occasions, ~block.visits.is_missed
    visits = np.bincount(block.visits.patient[come], minlength=4000)
    letters = made.visit == NO_VISIT
    assert (letters & (visits[made.patient] == 1)).sum() > 20
    assert not made.is_first[letters].any()
    assert np.bincount(made.patient[made.is_first]).max() == 1
    assert np.array_equal(made.is_first[~letters], block.visits.place[made.visit[~letters]] == 0)


def test_nobody_is_asked_about_satisfaction_by_letter(block: Block) -> None:
    made = block.occasions
    assert not (made.satisfaction[made.visit == NO_VISIT] > 0).any()


def test_as_many_first_and_later_forms_are_filled_in_as_declared() -> None:
    lived = world(patients=4000)
    lived = replace(lived, follow_up=replace(lived.follow_up, trend=0.0, habit=0.0))
    block = group(lived).block
    made, come = block.occasions, ~block.visits.is_missed
    filled = is_given(made.depression) & (made.visit != NO_VISIT)
    for is_first, share in (
        (True, lived.follow_up.first_form),
        (False, lived.follow_up.session_form),
    ):
        visits = (come & ((block.visits.place == 0) == is_first)).sum()
        assert (filled & (made.is_first == is_first)).sum() / visits == pytest.approx(
            share, abs=0.02
        )


def test_a_form_with_an_answer_left_out_has_no_total(block: Block) -> None:
    answers = block.occasions.depression
    left_out = (answers == NO_ANSWER).sum(axis=1) == 1
    assert 10 < left_out.sum() < 0.01 * is_given(answers).sum()
    assert np.isnan(totals(answers)[left_out]).all()
    whole = (answers != NO_ANSWER).all(axis=1)
    assert np.array_equal(totals(answers)[whole], answers[whole].sum(axis=1))


def test_satisfaction_is_asked_at_the_fourth_visit_and_lies_near_the_top(block: Block) -> None:
    made = block.occasions
    asked = made.satisfaction > 0
    assert (block.visits.place[made.visit[asked]] == FOURTH_VISIT).all()
    scores = made.satisfaction[asked]
    assert 8 <= scores.min() <= scores.max() == 32
    assert scores.mean() > 26
