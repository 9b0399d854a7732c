"""Lights, late readings, and how well an indicator warned."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.impossible import Impossible
from fairterms.risks.control.indicator import Direction, HitRates, Light, due, hit_rates, latest
from fairterms.units.quantity import Quantity, count
from tests.risks.control.made_up import INDICATOR, reading, share

LOWER = replace(INDICATOR, direction=Direction.LOWER, amber=share("90"), red=share("80"))


@pytest.mark.parametrize(
    ("percent", "light"),
    [("2.9", Light.GREEN), ("3", Light.AMBER), ("5.9", Light.AMBER), ("6", Light.RED)],
)
def test_a_bound_belongs_to_the_worse_side(percent: str, light: Light) -> None:
    assert INDICATOR.light(share(percent)) is light


@pytest.mark.parametrize(
    ("percent", "light"),
    [("91", Light.GREEN), ("90", Light.AMBER), ("81", Light.AMBER), ("80", Light.RED)],
)
def test_lower_may_be_worse(percent: str, light: Light) -> None:
    assert LOWER.light(share(percent)) is light


@pytest.mark.parametrize("indicator", [INDICATOR, LOWER])
def test_amber_comes_before_red(indicator: object) -> None:
    assert indicator in (INDICATOR, LOWER)
    one = INDICATOR if indicator == INDICATOR else LOWER
    with pytest.raises(Impossible, match="is not worse than amber"):
        replace(one, amber=one.red, red=one.amber)
    with pytest.raises(Impossible, match="is not worse than amber"):
        replace(one, amber=one.red)


def test_amber_and_red_are_in_one_unit() -> None:
    with pytest.raises(Impossible, match="amber is in per cent, red in days"):
        replace(INDICATOR, red=Quantity(Decimal(6), count("day")))


def test_an_indicator_has_a_regular_cadence() -> None:
    with pytest.raises(Impossible, match="not read at each event"):
        replace(INDICATOR, cadence=Cadence.EACH)


def test_the_first_reading_is_due_when_the_first_period_has_ended() -> None:
    assert due(INDICATOR, (), date(2027, 6, 1)) == date(2027, 1, 31)


def test_the_next_reading_is_due_one_period_after_the_last() -> None:
    readings = (reading(2, "1"), reading(1, "1"))
    assert due(INDICATOR, readings, date(2027, 6, 1)) == date(2027, 3, 31)
    assert due(INDICATOR, readings, date(2027, 2, 10)) == date(2027, 2, 28)


def test_the_last_reading_is_that_of_the_latest_period_ended_by_then() -> None:
    readings = (reading(3, "1"), reading(1, "2"), replace(reading(4, "1"), indicator="other"))
    assert latest(readings, "mismatch", date(2027, 6, 1)) == readings[0]
    assert latest(readings, "mismatch", date(2027, 3, 30)) == readings[1]
    assert latest(readings, "mismatch", date(2027, 1, 30)) is None


# Red on 31 January and 31 March; the lead time is 60 days: to 1 April and to 30 May.
READINGS = (reading(1, "7"), reading(2, "1"), reading(3, "6"), reading(4, "2"))
LATER = date(2027, 12, 31)


@pytest.mark.parametrize(
    ("losses", "expected"),
    [
        ([], HitRates(0, 0, 2, 0, 0)),
        ([date(2027, 2, 1)], HitRates(1, 1, 2, 1, 0)),
        ([date(2027, 4, 1)], HitRates(1, 1, 2, 2, 0)),
        ([date(2027, 4, 2)], HitRates(1, 1, 2, 1, 0)),
        ([date(2027, 5, 31)], HitRates(1, 0, 2, 0, 0)),
        ([date(2027, 1, 31)], HitRates(0, 0, 2, 0, 0)),
        ([date(2026, 5, 1), date(2028, 1, 1)], HitRates(0, 0, 2, 0, 0)),
        ([date(2027, 3, 1), date(2027, 5, 1), date(2027, 8, 1)], HitRates(3, 2, 2, 2, 0)),
    ],
)
def test_hits_and_misses_are_counted_within_the_lead_time(
    losses: list[date], expected: HitRates
) -> None:
    assert hit_rates(INDICATOR, READINGS, losses, LATER) == expected


def test_a_loss_on_the_day_of_the_red_reading_was_not_foreseen_by_it() -> None:
    short = replace(INDICATOR, lead_days=10)
    found = hit_rates(short, READINGS, [date(2027, 3, 31)], LATER)
    assert (found.losses, found.foreseen, found.followed) == (1, 0, 0)


def test_a_red_reading_whose_lead_time_still_runs_is_no_false_alarm() -> None:
    found = hit_rates(INDICATOR, READINGS, [], date(2027, 5, 1))
    assert (found.reds, found.false_alarms, found.open_reds) == (1, 1, 1)
    hit = hit_rates(INDICATOR, READINGS, [date(2027, 4, 10)], date(2027, 5, 1))
    assert (hit.reds, hit.followed, hit.open_reds) == (2, 1, 0)


def test_what_was_missed_and_the_false_alarms_add_up() -> None:
    found = hit_rates(INDICATOR, READINGS, [date(2027, 2, 3), date(2027, 9, 1)], LATER)
    assert (found.missed, found.false_alarms) == (1, 1)


def test_an_indicator_never_read_warned_of_nothing() -> None:
    assert hit_rates(INDICATOR, (), [date(2027, 2, 1)], LATER) == HitRates(0, 0, 0, 0, 0)
