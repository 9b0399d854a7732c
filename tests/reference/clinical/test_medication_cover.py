"""How the days of several supplies add up."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.reference.clinical.medication_cover import (
    clip,
    count_days,
    covers,
    merge,
    roll_forward,
)
from fairterms.units.period import Period
from tests.reference.invented import dispense, order

NEW_YEAR = date(2025, 1, 1)


def days(first: int, last: int) -> Period:
    """Days of 2025, counted from 1 January as day 0."""
    return Period(NEW_YEAR + timedelta(days=first), NEW_YEAR + timedelta(days=last))


SUPPLIES = st.lists(
    st.builds(
        lambda start, length: days(start, start + length), st.integers(0, 60), st.integers(0, 20)
    ),
    max_size=6,
)


def test_orders_and_dispenses_cover_their_days_in_order() -> None:
    late, early = order("A", "2025-01-05", 10), dispense("A", "2025-01-01T22:00:00-05:00", 1)
    assert covers([late, dispense("A", "2025-01-01", None), early]) == (days(0, 0), days(4, 13))


@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ([days(0, 9), days(5, 14)], [days(0, 14)]),
        ([days(0, 9), days(10, 14)], [days(0, 14)]),
        ([days(0, 9), days(11, 14)], [days(0, 9), days(11, 14)]),
        ([days(0, 20), days(5, 6)], [days(0, 20)]),
        ([days(5, 14), days(0, 9)], [days(0, 14)]),
        ([], []),
    ],
)
def test_supplies_that_touch_are_joined(supplies: list[Period], expected: list[Period]) -> None:
    assert merge(supplies) == tuple(expected)


def test_an_early_refill_waits_and_a_late_one_leaves_the_gap() -> None:
    assert roll_forward([days(0, 9), days(5, 14)]) == (days(0, 9), days(10, 19))
    assert roll_forward([days(5, 14), days(0, 9)]) == (days(0, 9), days(10, 19))
    assert roll_forward([days(0, 9), days(12, 21)]) == (days(0, 9), days(12, 21))
    assert roll_forward([days(0, 9), days(5, 14), days(6, 7)]) == (
        days(0, 9),
        days(10, 19),
        days(20, 21),
    )


def test_only_days_inside_the_window_count() -> None:
    window = days(10, 19)
    assert clip([days(0, 9), days(20, 25)], window) == ()
    assert clip([days(0, 10), days(19, 25)], window) == (days(10, 10), days(19, 19))
    assert count_days([days(0, 12), days(11, 13), days(18, 30)], window) == 6


@given(SUPPLIES)
def test_merged_days_are_the_distinct_days(supplies: list[Period]) -> None:
    window = days(10, 50)
    plain = {
        day
        for each in supplies
        for day in (each.first + timedelta(days=n) for n in range(each.days))
        if day in window
    }
    assert count_days(supplies, window) == len(plain)


@given(SUPPLIES)
def test_rolling_forward_loses_no_day_and_overlaps_nowhere(supplies: list[Period]) -> None:
    rolled = roll_forward(supplies)
    assert sum(each.days for each in rolled) == sum(each.days for each in supplies)
    assert all(one.last < two.first for one, two in pairwise(rolled))
    assert all(two.first >= one.first for one, two in zip(sorted(supplies), rolled, strict=True))
