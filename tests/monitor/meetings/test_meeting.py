"""What both sides keep of their meetings."""

from datetime import date

import pytest

from fairterms.monitor.meetings.meeting import Every, Meeting, Result
from fairterms.units.quantity import parse


def result(value: str, people: int | None) -> Result:
    return Result("a", date(2027, 10, 1), parse(value), people, "own records")


@pytest.mark.parametrize(
    ("value", "people", "is_hidden"),
    [
        ("86 %", 1148, False),
        ("86 %", None, False),
        ("4 days", 10, True),
        ("4 days", 11, False),
        ("50 %", 10, True),
        ("50 %", 22, False),
        ("50 %", 20, True),
        ("90 %", 60, True),
        ("100 %", 60, False),
        ("130 %", 60, False),
    ],
)
def test_a_number_from_which_1_to_10_people_could_be_told_stays_with_the_group(
    value: str, people: int | None, is_hidden: bool
) -> None:
    assert result(value, people).is_hidden is is_hidden


def test_a_meeting_of_one_side_is_no_joint_one() -> None:
    both = Meeting("a", date(2027, 3, 1), "Committee", ("a",), ("b",))
    assert both.is_joint
    assert not Meeting("a", date(2027, 3, 1), "Committee", ("a",), ()).is_joint


def test_a_year_has_two_to_four_meetings() -> None:
    assert [12 // one.months for one in Every] == [4, 3, 2]
