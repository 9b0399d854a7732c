"""What rests on 1 to 10 people is shown in the group's own room only."""

from datetime import date

import pytest

from fairterms.monitor.indicators.indicator import Indicator, Sample
from fairterms.monitor.indicators.showing import (
    may_show,
    may_show_chart,
    may_show_standing,
    shown_value,
)
from fairterms.monitor.indicators.standing import stand
from tests.monitor.indicators.made_up import SEEN_SOON, counted, share, value

LEFT = counted("clinicians", "6 clinicians", "9 clinicians")
DROPPED = counted("members", "120 members", "250 members", of="member")
HOURS = counted("hours", "250 hours", "400 hours")
WAIT = counted("days", "10 days", "20 days", of="patient")
FILES = counted("files", "2 files", "4 files")
SPLIT = counted("per cent", "10 %", "20 %", of="file")


@pytest.mark.parametrize(
    ("indicator", "sample", "may"),
    [
        (SEEN_SOON, share(0, 11, 40), True),
        (SEEN_SOON, share(0, 10, 40), False),
        (SEEN_SOON, share(0, 30, 40), False),
        (SEEN_SOON, share(0, 40, 40), True),
        (SEEN_SOON, share(0, 0, 10), False),
        (LEFT, value(0, "0 clinicians"), True),
        (LEFT, value(0, "1 clinician"), False),
        (LEFT, value(0, "10 clinicians"), False),
        (LEFT, value(0, "11 clinicians"), True),
        (DROPPED, value(0, "14 members", 9), False),
        (DROPPED, value(0, "4 members", 20_000), False),
        (DROPPED, value(0, "40 members", 20_000), True),
        (HOURS, value(0, "7 hours"), True),
        (WAIT, value(0, "7 days", 10), False),
        (WAIT, value(0, "7 days", 11), True),
        (FILES, value(0, "3 files"), True),
        (SPLIT, share(0, 1, 4), True),
    ],
)
def test_few_people_are_masked_outside_and_shown_inside(
    indicator: Indicator, sample: Sample, may: bool
) -> None:
    assert may_show(indicator, sample, own_room=False) is may
    assert may_show(indicator, sample, own_room=True)


def test_a_value_is_written_as_the_reader_may_see_it() -> None:
    seven = share(0, 7, 20)
    assert shown_value(SEEN_SOON, seven, own_room=True) == "35 % of 20 patients"
    assert shown_value(SEEN_SOON, seven, own_room=False) == "not shown"
    assert shown_value(LEFT, value(0, "3 clinicians"), own_room=False) == "1 to 10 clinicians"
    assert shown_value(HOURS, value(0, "300 hours"), own_room=False) == "300 hours"
    many = value(0, "40 members", 20_000)
    assert shown_value(DROPPED, many, own_room=False) == "40 members of 20,000 members"


def test_one_small_value_hides_the_chart_and_only_the_last_one_hides_the_colour() -> None:
    samples = [share(0, 7, 20), share(1, 70, 100)]
    early = stand(SEEN_SOON, samples, date(2026, 3, 10))
    assert may_show_standing(early, own_room=False)
    assert not may_show_chart(early, own_room=False)
    assert may_show_chart(early, own_room=True)
    last = stand(SEEN_SOON, samples, date(2026, 2, 28))
    assert not may_show_standing(last, own_room=False)


def test_before_the_first_value_there_is_nothing_to_hide() -> None:
    empty = stand(SEEN_SOON, [], date(2026, 2, 1))
    assert may_show_standing(empty, own_room=False)
    assert may_show_chart(empty, own_room=False)
