"""The made-up year of the example reads without a problem and tells its story month by month."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.monitor.indicators import ready, standing, watchlist
from fairterms.monitor.indicators.indicator import State
from fairterms.monitor.indicators.section import indicator_blocks
from fairterms.publish.page import Report

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"
WATCHED = watchlist.read(JUNIPER)


def stood(name: str, on: date) -> standing.Standing:
    (one,) = [one for one in WATCHED.indicators if one.id == name]
    return standing.stand(one, WATCHED.samples, on)


def test_it_watches_every_ready_indicator_and_has_no_problem() -> None:
    assert WATCHED.problems == ()
    assert {one.id for one in WATCHED.indicators} == set(ready.READY)
    assert WATCHED.samples


def test_the_dropped_members_of_august_are_red_in_september_and_no_longer_in_october() -> None:
    days = (date(2027, 8, 31), date(2027, 9, 30), date(2027, 10, 31))
    found = [stood("members_dropped", day).state for day in days]
    assert found == [State.GREEN, State.RED, State.GREEN]


def test_the_late_feed_of_april_is_an_overdue_value_before_it_is_a_value() -> None:
    days = (date(2027, 6, 9), date(2027, 6, 12), date(2027, 6, 25))
    assert [len(stood("feed_days_late", day).overdue) for day in days] == [0, 1, 0]


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2028, 3, 1)])
def test_its_page_can_be_published_on_any_day(on: date) -> None:
    for own_room in (False, True):
        Report(title="Juniper", blocks=indicator_blocks(WATCHED, on, own_room=own_room))
