"""When a joint meeting is due."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.monitor.meetings.due import due
from fairterms.monitor.meetings.meeting import Every, Meeting, MeetingRule
from fairterms.monitor.meetings.reader import Meetings, read_text
from fairterms.units.period import Period
from tests.monitor.meetings.made_up import TEXT

CONTRACT = Period(date(2027, 1, 1), date(2028, 12, 31))
BOOK = read_text(TEXT)


def firsts(book: Meetings, on: date) -> list[str]:
    return [str(one.period.first) for one in due(book, CONTRACT, on).overdue]


def test_a_quarter_is_overdue_from_the_day_after_it_ended() -> None:
    assert firsts(BOOK, date(2027, 9, 30)) == []
    assert firsts(BOOK, date(2027, 10, 1)) == ["2027-07-01"]


def test_the_next_meeting_is_due_in_this_part_of_the_year_or_the_next_one() -> None:
    assert due(BOOK, CONTRACT, date(2027, 3, 17)).next_by == date(2027, 3, 31)
    assert due(BOOK, CONTRACT, date(2027, 3, 18)).next_by == date(2027, 6, 30)
    assert due(BOOK, CONTRACT, date(2027, 8, 1)).next_by == date(2027, 9, 30)


def test_after_the_contract_no_meeting_is_due() -> None:
    found = due(BOOK, CONTRACT, date(2029, 5, 1))
    assert found.next_by is None
    assert len(found.parts) == 8
    assert len(found.overdue) == 6


def test_before_the_contract_starts_the_first_meeting_is_to_come() -> None:
    found = due(BOOK, CONTRACT, date(2026, 11, 22))
    assert (found.parts, found.next_by) == ((), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("every", "missed"),
    [
        (Every.QUARTER, ["2027-07-01", "2027-10-01"]),
        (Every.FOUR_MONTHS, ["2027-09-01"]),
        (Every.HALF_YEAR, ["2027-07-01"]),
    ],
)
def test_the_rule_says_how_long_a_part_of_the_year_is(every: Every, missed: list[str]) -> None:
    book = replace(BOOK, rule=MeetingRule(every))
    assert firsts(book, date(2028, 1, 1)) == missed


def test_a_meeting_of_one_side_alone_does_not_count() -> None:
    alone = Meeting("a", date(2027, 8, 3), "Committee", (), ("actuary",))
    book = replace(BOOK, meetings=(*BOOK.meetings, alone))
    assert firsts(book, date(2027, 10, 1)) == ["2027-07-01"]
    both = replace(alone, group=("clinical director",))
    assert firsts(replace(BOOK, meetings=(*BOOK.meetings, both)), date(2027, 10, 1)) == []


def test_parts_that_the_contract_does_not_cover_whole_are_left_out() -> None:
    contract = Period(date(2027, 2, 1), date(2027, 11, 30))
    found = due(BOOK, contract, date(2028, 5, 1))
    assert [str(one.period.first) for one in found.parts] == ["2027-04-01", "2027-07-01"]
    assert found.next_by is None
    early = due(BOOK, contract, date(2027, 2, 15))
    assert early.next_by == date(2027, 6, 30)
