"""The months side by side, and what moved them, to the cent."""

from datetime import date

import pytest
from benchmarks.year_end import plain_development

from fairterms.monitor.year_end.course import SORTS, Course, course, what_moved
from tests.monitor.year_end.juniper_year import small_prior, story, story_on

DAYS = (date(2027, 3, 31), date(2027, 4, 30), date(2027, 8, 31))


@pytest.fixture(scope="module")
def found() -> Course:
    told: list[str] = []
    made = course(small_prior(), story(), DAYS, plain_development, told.append)
    assert told == [f"Forecasting from {day}" for day in DAYS]
    return made


def test_each_day_has_its_forecast(found: Course) -> None:
    assert [month.found.day for month in found.months] == list(DAYS)
    assert found.latest.day == DAYS[-1]
    assert found.months[0].moves == ()
    assert found.months[0].moved == 0


def test_what_moved_adds_up_to_the_change(found: Course) -> None:
    for before, after in zip(found.months, found.months[1:], strict=False):
        change = after.found.payable.mean.value - before.found.payable.mean.value
        assert after.moved == pytest.approx(change, abs=0.01)
        assert [one.sort for one in after.moves] == list(SORTS)


def test_a_quarters_report_is_what_moves_the_measures(found: Course) -> None:
    moved = {one.sort: one.amount.value for one in found.months[1].moves}
    assert moved["measures"] > 10_000


def test_nothing_moves_between_a_day_and_itself() -> None:
    day = story_on(DAYS[0])
    moves = what_moved(small_prior(), story().monthly, day, day)
    assert [one.amount.value for one in moves] == [0, 0, 0, 0]


@pytest.mark.slow
def test_what_is_moved_back_is_what_was_moved() -> None:
    one, other = story_on(DAYS[0]), story_on(DAYS[1])
    there = what_moved(small_prior(), story().monthly, one, other)
    back = what_moved(small_prior(), story().monthly, other, one)
    for first, second in zip(there, back, strict=True):
        assert first.amount.value == pytest.approx(-second.amount.value, abs=0.01)
