"""The acceptance rule vanished_members."""

from tests.records.feeds import csv_of, found

RULE = "vanished_members"
REASON = "people of the file before who are not in this one; rows of that file"


def members(first: int, last: int) -> str:
    rows = [f"p{n},2027-0{first % 2 + 1}-01" for n in range(first, last)]
    return csv_of("person_id,starts", rows)


def test_members_who_vanish_are_shown_by_their_rows_in_the_file_before() -> None:
    assert found("enrolment", members(0, 40), members(3, 43), rule=RULE, replaces=True) == [
        (REASON, 3, (2, 3, 4))
    ]


def test_a_file_that_only_adds_says_nothing_of_those_it_does_not_name() -> None:
    assert found("enrolment", members(0, 40), members(50, 60), rule=RULE) == []


def test_a_few_who_leave_are_no_surprise() -> None:
    assert found("enrolment", members(0, 40), members(1, 41), rule=RULE, replaces=True) == []
