"""Days counted from the first agree with the calendar."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.synthetic.workdays import epoch_day, month_end, month_start, to_workday
from tests.outcomes.synthetic.groups import world

WORLD = world()


@given(st.integers(-4000, 4000))
def test_a_weekend_moves_to_monday_and_a_working_day_stays(day: int) -> None:
    before = WORLD.first_day + timedelta(days=day)
    moved = WORLD.first_day + timedelta(days=int(to_workday(WORLD, np.array([day]))[0]))
    assert moved.weekday() < 5
    assert moved - before == timedelta(days=max(0, 7 - before.weekday()) * (before.weekday() > 4))


@given(st.integers(-4000, 4000))
def test_months_begin_on_their_first_and_end_on_their_last_day(day: int) -> None:
    here = WORLD.first_day + timedelta(days=day)
    first, last = (
        WORLD.first_day + timedelta(days=int(of(WORLD, np.array([day]))[0]))
        for of in (month_start, month_end)
    )
    assert first == here.replace(day=1)
    assert (last + timedelta(days=1)).day == 1
    assert (last.year, last.month) == (here.year, here.month)


def test_the_epoch_is_that_of_parquet() -> None:
    assert date(1970, 1, 1) + timedelta(days=epoch_day(WORLD)) == WORLD.first_day
