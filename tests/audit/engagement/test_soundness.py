"""What each entry may say, and what they must not say together."""

import pytest

from fairterms.audit.engagement.reader import read_text
from tests.audit.engagement.made_up import (
    AGREED,
    CLOSED,
    FINDING,
    HEAD,
    ISSUE,
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
