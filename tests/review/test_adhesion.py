"""Four groups of signs of adhesion."""

import pytest

from fairterms.review.adhesion import ADHESION
from fairterms.review.reading import CHECKS
from fairterms.review.scorecard import Material, Reply
from tests.correspondence.made_up import DAY, entry, sound
from tests.review.conftest import Read
from tests.review.questions.conftest import finding, text_of

DRAFTED, POWER, CHOICE, FITTING = ADHESION


def test_every_check_it_hears_exists() -> None:
    for one in ADHESION:
        assert {check.replace("-", "_") for check in one.checks} <= set(CHECKS)


@pytest.mark.parametrize("group", [DRAFTED, POWER, CHOICE], ids=lambda one: one.id)
def test_a_finding_is_a_sign_seen(group: object, read_all: Read) -> None:
    assert group in ADHESION
    reading = read_all(text_of("Plan decides."))
    question = next(one for one in ADHESION if one == group)
    found = finding(reading, question.checks[0], "Plan decides.")
    answer = question.answer(Material(reading, (found,)))
    assert answer.reply is Reply.YES
    assert "not in the text" in answer.because


def test_blanks_show_that_nothing_was_fitted_to_the_group(read_all: Read) -> None:
    reading = read_all(text_of("If not applicable, please leave blank."))
    assert FITTING.answer(Material(reading, ())).reply is Reply.YES


def test_the_groups_own_facts_show_the_contrary(read_all: Read) -> None:
    reading = read_all(text_of("Group employs thirty (30) clinicians."))
    assert FITTING.answer(Material(reading, ())).reply is Reply.NO


def test_both_drafting_is_shown_against(read_all: Read) -> None:
    reading = read_all(text_of("Both parties took part in drafting this Agreement."))
    assert DRAFTED.answer(Material(reading, ())).reply is Reply.NO


ASKED = entry("asked", about='"terms"')
REFUSED = entry("no", kind='"refusal"', side='"plan"', replies_to='"asked"')
GIVEN = entry("given", on="2026-10-05", kind='"concession"', side='"plan"')


def test_a_refusal_without_any_concession_is_a_sign_of_no_choice(read_all: Read) -> None:
    reading = read_all(text_of("Group keeps records."))
    told = CHOICE.answer(Material(reading, (), log=sound(ASKED, REFUSED), today=DAY))
    assert told.reply is Reply.YES
    assert "1 ask about the terms that the plan refused, and 0 concessions by it" in told.because


def test_a_concession_speaks_against_and_takes_the_sign_away(read_all: Read) -> None:
    reading = read_all(text_of("Group keeps records."))
    told = CHOICE.answer(Material(reading, (), log=sound(ASKED, REFUSED, GIVEN), today=DAY))
    assert told.reply is Reply.NO
    assert "1 concession by it" in told.because


def test_without_a_log_the_answer_says_so(read_all: Read) -> None:
    reading = read_all(text_of("Group keeps records."))
    assert "no log is kept" in CHOICE.answer(Material(reading, ())).because
