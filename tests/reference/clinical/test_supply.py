"""How long one supply lasts."""

from datetime import date
from fractions import Fraction

import pytest

from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.supply import (
    Supply,
    days_in,
    dispense_period,
    order_period,
    times_a_day,
)

NEW_YEAR = Moment(date(2025, 1, 1))


def written(first: str | None, last: str | None) -> Period:
    return Period(Moment.read(first), Moment.read(last))


@pytest.mark.parametrize(
    ("times", "every", "unit", "expected"),
    [
        (1, 1, "d", Fraction(1)),
        (2, 1, "day", Fraction(2)),
        (1, 8, "h", Fraction(3)),
        (3, 1, "wk", Fraction(3, 7)),
        (30, 1, "mo", Fraction(1)),
        (365, 1, "a", Fraction(1)),
        (1, 30, "minutes", Fraction(48)),
        (1, 1, "min", Fraction(1440)),
        (1, 12, "hours", Fraction(2)),
        (7, 2, "weeks", Fraction(1, 2)),
        (15, 1, "month", Fraction(1, 2)),
        (73, 1, "years", Fraction(1, 5)),
        (1, 86400, "seconds", Fraction(1)),
        (1, 3600, "s", Fraction(24)),
    ],
)
def test_a_frequency_becomes_times_a_day(
    times: int, every: int, unit: str, expected: Fraction
) -> None:
    assert times_a_day(times, every, unit) == expected


def test_an_interval_of_nothing_or_of_no_known_unit_gives_no_frequency() -> None:
    assert times_a_day(1, 0, "d") is None
    assert times_a_day(1, 1, "tablets") is None
    assert days_in(1, "tablets") is None


@pytest.mark.parametrize(
    ("recorded", "quantity", "dose", "daily", "refills", "expected"),
    [
        (30, None, None, None, 0, 30),
        (30, None, None, None, 2, 90),
        (30, 100, 1, 1, 0, 30),
        (None, 30, 1, 1, 0, 30),
        (None, 30, 2, 1, 0, 15),
        (None, 30, 1, 2, 1, 30),
        (None, 31, 2, 1, 0, 15),
        (None, 31, 2, 1, 1, 31),
        (None, 1, 4, 1, 0, 1),
        (None, 3, 0.1, 1, 0, 30),
        (0, 30, 1, 1, 0, None),
        (-5, None, None, None, 0, None),
        (None, 30, 0, 1, 0, None),
        (None, 30, None, 1, 0, None),
        (None, 30, 1, None, 0, None),
        (None, None, 1, 1, 0, None),
    ],
)
def test_a_supply_lasts_its_recorded_days_or_quantity_by_dose_and_frequency(
    recorded: float | None,
    quantity: float | None,
    dose: float | None,
    daily: float | None,
    refills: int,
    expected: int | None,
) -> None:
    assert Supply(recorded, quantity, dose, daily, refills).total_days == expected


def test_a_third_of_a_dose_a_day_is_exact() -> None:
    supply = Supply(quantity=30, dose=1, times_a_day=times_a_day(1, 3, "d"))
    assert supply.total_days == 90


def test_a_supply_counts_its_first_and_its_last_day() -> None:
    assert str(order_period(Supply(days=1), None, NEW_YEAR)) == "2025-01-01"
    assert str(order_period(Supply(days=30), None, NEW_YEAR)) == "2025-01-01 to 2025-01-30"
    assert order_period(Supply(), None, NEW_YEAR) is None
    assert order_period(Supply(days=30), None, None) is None
    assert order_period(Supply(days=0), None, NEW_YEAR) is None


def test_an_order_runs_from_its_bounds_before_the_day_it_was_written() -> None:
    bounds = written("2025-02-01", "2025-02-20")
    assert str(order_period(Supply(days=30), bounds, NEW_YEAR)) == "2025-02-01 to 2025-03-02"
    assert str(order_period(Supply(), bounds, NEW_YEAR)) == "2025-02-01 to 2025-02-20"
    one_day = written("2025-02-20", "2025-02-20")
    assert str(order_period(Supply(), one_day, NEW_YEAR)) == "2025-02-20"
    open_start = written(None, "2025-02-20")
    assert str(order_period(Supply(), open_start, NEW_YEAR)) == "2025-01-01 to 2025-02-20"
    assert order_period(Supply(), written("2025-02-01", None), NEW_YEAR) is None
    assert order_period(Supply(), written("2025-02-20", "2025-02-19"), NEW_YEAR) is None


def test_a_dispensed_supply_counts_no_refill() -> None:
    assert str(dispense_period(Supply(days=30, refills=2), NEW_YEAR)) == "2025-01-01 to 2025-01-30"
    assert dispense_period(Supply(), NEW_YEAR) is None
    assert dispense_period(Supply(days=30), None) is None
