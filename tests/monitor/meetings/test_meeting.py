"""What both sides keep of their meetings."""

from datetime import date

from fairterms.monitor.meetings.meeting import Every, Meeting


def test_a_meeting_of_one_side_is_no_joint_one() -> None:
    both = Meeting("a", date(2027, 3, 1), "Committee", ("a",), ("b",))
    assert both.is_joint
    assert not Meeting("a", date(2027, 3, 1), "Committee", ("a",), ()).is_joint


def test_a_year_has_two_to_four_meetings() -> None:
    assert [12 // one.months for one in Every] == [4, 3, 2]
