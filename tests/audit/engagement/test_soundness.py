"""What each entry may say, and what they must not say together."""

import pytest

from fairterms.audit.engagement.reader import read_text
from tests.audit.engagement.made_up import (
    AGREED,
    CLOSED,
    EFFECT,
    FINDING,
    HEAD,
    INITIATIVE,
    ISSUE,
    SHARED,
    WHOLE,
    WORK,
    changed,
    codes,
)


@pytest.mark.parametrize("entry", [AGREED, CLOSED], ids=["answer", "follow_up"])
def test_nobody_answers_what_nobody_was_told(entry: str) -> None:
    assert codes(read_text(HEAD + WORK + FINDING + entry)) == {"not-issued"}
    assert read_text(HEAD + WORK + FINDING + ISSUE + entry).problems == ()


def test_what_both_sides_have_read_is_replaced_by_nothing() -> None:
    better = FINDING.replace('id = "order"', 'id = "order_2"\nreplaces = "order"')
    assert codes(read_text(HEAD + WORK + FINDING + ISSUE + better)) == {"was-issued"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Line 15 comes first.", "It concerns 7 members."),
        ("Line 13 is taken after Line 15.", "Three patients waited."),
        ("one line does not agree", "4 of 60 clients do not agree"),
        ("It is worked out again.", "The 9 new members get a letter."),
        ("Worked out again.", "33 of 40 patients were called."),
        ("report of December", "scores of 10 patients"),
    ],
)
def test_a_count_of_1_to_10_people_is_named_wherever_it_stands(old: str, new: str) -> None:
    assert codes(changed(old, new)) == {"small-count"}


def test_larger_counts_and_other_numbers_are_no_matter() -> None:
    assert changed("Line 15 comes first.", "1,200 members and 7 lines, 3 % of it.").problems == ()


def test_the_whole_audit_is_sound() -> None:
    assert read_text(WHOLE).problems == ()


@pytest.mark.parametrize("day", ['"2028-10-20"', "2028-10-20T09:00:00"])
def test_a_day_that_is_none_is_a_problem_of_the_text_and_no_crash(day: str) -> None:
    found = changed("on = 2028-10-20", f"on = {day}")
    assert found.problems
    assert found.book.responses == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('interests = "none"', 'interests = "she treated 3 of the members"'),
        ("Settlement of 2027", "Settlement of two patients"),
        ("Does each line follow?", "Were 7 patients called?"),
    ],
)
def test_what_is_copied_for_both_sides_with_a_finding_counts_no_few_people(
    old: str, new: str
) -> None:
    assert codes(changed(old, new)) == {"small-count"}


def test_an_effect_on_few_people_is_not_written_for_both_sides() -> None:
    few = EFFECT.replace('value = "99 %"', 'value = "90 %"\npeople = 50')
    found = read_text(SHARED + INITIATIVE + few)
    assert codes(found) == {"small-count"}
    assert read_text(SHARED + INITIATIVE + few.replace("50", "500")).problems == ()
    assert read_text(WHOLE.replace(EFFECT, few)).problems == ()
