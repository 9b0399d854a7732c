"""Bounds, sorts and lead times of an indicator, and what is known of it on a day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.monitor.indicators.indicator import (
    HIGHER,
    LOWER,
    Baseline,
    Bounds,
    Sort,
    State,
    known,
)
from fairterms.risks.control.impossible import Impossible
from fairterms.units.quantity import FRACTION, parse
from tests.monitor.indicators.made_up import SEEN_SOON, counted, month, share


@pytest.mark.parametrize(
    ("amount", "state"),
    [("0.801", State.GREEN), ("0.8", State.AMBER), ("0.701", State.AMBER), ("0.7", State.RED)],
)
def test_a_bound_belongs_to_its_worse_side(amount: str, state: State) -> None:
    assert SEEN_SOON.bounds.state(Decimal(amount)) is state


def test_where_lower_is_better_more_is_worse() -> None:
    bounds = Bounds(LOWER, parse("5 days"), parse("15 days"))
    states = [bounds.state(Decimal(days)) for days in (4, 5, 14, 15)]
    assert states == [State.GREEN, State.AMBER, State.AMBER, State.RED]


@pytest.mark.parametrize(
    ("direction", "amber", "red"),
    [(HIGHER, "70 %", "80 %"), (LOWER, "80 %", "70 %"), (HIGHER, "70 %", "70 %")],
)
def test_a_red_that_is_no_worse_than_amber_is_refused(direction: str, amber: str, red: str) -> None:
    with pytest.raises(Impossible, match="not worse"):
        Bounds(direction, parse(amber), parse(red))


def test_bounds_in_two_units_are_refused() -> None:
    with pytest.raises(Impossible, match="amber is in"):
        Bounds(HIGHER, parse("80 %"), parse("7 days"))
    with pytest.raises(Impossible, match="amber is in"):
        replace(SEEN_SOON, unit=parse("3 days").unit)


def test_a_share_of_nobody_knows_what_is_refused() -> None:
    with pytest.raises(Impossible, match="percentage of"):
        replace(SEEN_SOON, of="")


def test_a_baseline_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Impossible, match="before it begins"):
        Baseline(month(3), month(2))


@pytest.mark.parametrize(
    ("amber", "red", "of", "sort"),
    [
        ("5 days", "9 days", "", Sort.AMOUNT),
        ("5 hours", "9 hours", "clinician", Sort.AMOUNT),
        ("$40 PMPM", "$42 PMPM", "", Sort.AMOUNT),
        ("5 percentage points", "9 percentage points", "", Sort.AMOUNT),
        ("5 members", "9 members", "", Sort.COUNT),
        ("5 members", "9 members", "member-month", Sort.RATE),
        ("5 %", "9 %", "claim", Sort.SHARE),
    ],
)
def test_the_unit_decides_how_chance_is_reckoned(amber: str, red: str, of: str, sort: Sort) -> None:
    assert counted(str(parse(amber).unit), amber, red, of=of).sort is sort


def test_people_stand_behind_everything_but_time_and_papers() -> None:
    assert SEEN_SOON.is_of_people
    assert not SEEN_SOON.counts_people
    assert counted("veterans", "5 veterans", "9 veterans").counts_people
    assert not counted("days", "5 days", "9 days").counts_people
    assert not counted("files", "5 files", "9 files").counts_people


def test_a_lead_time_in_months_ends_on_the_same_day_or_the_last_of_the_month() -> None:
    assert SEEN_SOON.warns_until(date(2026, 11, 30)) == date(2027, 2, 28)
    in_days = replace(SEEN_SOON, lead_time=parse("90 days"))
    assert in_days.warns_until(date(2026, 11, 30)) == date(2027, 2, 28)
    assert in_days.warns_until(date(2027, 11, 30)) == date(2028, 2, 28)
    assert SEEN_SOON.warns_until(date(2027, 11, 30)) == date(2028, 2, 29)


def test_a_value_counts_from_the_day_it_is_received_and_the_latest_one_wins() -> None:
    first, restated = share(0, 70, 100), share(0, 60, 100, received=date(2026, 5, 1))
    later, of_another = share(1, 80, 100), replace(share(2, 1, 2), indicator="another")
    samples = [restated, later, first, of_another]
    assert known(samples, "seen_soon", date(2026, 2, 9)) == ()
    assert known(samples, "seen_soon", date(2026, 2, 10)) == (first,)
    assert known(samples, "seen_soon", date(2026, 4, 30)) == (first, later)
    assert known(samples, "seen_soon", date(2026, 5, 1)) == (restated, later)


def test_the_events_of_a_share_are_whole_people() -> None:
    one = replace(share(0, 2, 3), value=parse("66.7 %"))
    assert one.events == 2
    assert one.value.unit == FRACTION
