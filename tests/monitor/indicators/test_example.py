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


def states(on: date) -> dict[str, State]:
    return {one.id: standing.stand(one, WATCHED.samples, on).state for one in WATCHED.indicators}


def test_it_watches_every_ready_indicator_and_has_no_problem() -> None:
    assert WATCHED.problems == ()
    assert {one.id for one in WATCHED.indicators} == set(ready.READY)
    assert WATCHED.samples


def test_the_dropped_members_of_august_are_red_in_september_and_no_longer_in_october() -> None:
    assert states(date(2027, 8, 31))["members_dropped"] is State.GREEN
    assert states(date(2027, 9, 30))["members_dropped"] is State.RED
    assert states(date(2027, 10, 31))["members_dropped"] is State.GREEN


def test_the_late_feed_of_april_is_an_overdue_value_before_it_is_a_value() -> None:
    feed = next(one for one in WATCHED.indicators if one.id == "feed_days_late")
    overdue = [
        len(standing.stand(feed, WATCHED.samples, date(2027, 6, day)).overdue)
        for day in (9, 12, 25)
    ]
    assert overdue == [0, 1, 0]


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2027, 6, 15), date(2028, 3, 1)])
def test_its_page_can_be_published_on_any_day(on: date) -> None:
    for own_room in (False, True):
        Report(title="Juniper", blocks=indicator_blocks(WATCHED, on, own_room=own_room))
