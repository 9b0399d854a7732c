"""A count of 1 to 10 people does not leave the room, in figures or in words."""

import pytest

from fairterms.audit.engagement.small_counts import small_counts, without_small_counts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("7 members", "[1 to 10] members"),
        ("Seven new members left.", "[1 to 10] new members left."),
        ("one patient", "[1 to 10] patient"),
        ("10 children", "[1 to 10] children"),
        ("3 of 200 members", "[not shown] of 200 members"),
        ("3 out of the 200 members", "[not shown] out of the 200 members"),
        ("195 of 200 members", "[not shown] of 200 members"),
        ("4 of 9 members", "[not shown] members"),
        ("five people who waited", "[1 to 10] people who waited"),
        ("7 of the patients", "[1 to 10] of the patients"),
        ("3 or 4 patients", "[1 to 10] patients"),
        ("between three and 5 new members", "[1 to 10] new members"),
        ("Three of these new members left.", "[1 to 10] of these new members left."),
    ],
)
def test_a_small_count_is_taken_out(text: str, shown: str) -> None:
    assert without_small_counts(text) == shown
    assert len(small_counts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "0 members",
        "11 members",
        "1,200 members",
        "1,007 members",
        "12 of 60 members",
        "12 of the members",
        "from 30 to 40 members",
        "2.5 patients",
        "7 % of members",
        "$7 members pay",
        "Section B-7 members",
        "Line 7. Members are listed.",
        "two people sign",
        "5 member-months",
        "300,497 member-months",
        "within 15 days members answer",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert small_counts(text) == ()
    assert without_small_counts(text) == text
