"""Member months by four rules, against a slow plain twin."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairterms.population.member_months import (
    Exposure,
    MemberMonths,
    MonthRule,
    by_month,
    count,
    every_reading,
    months_of,
)
from fairterms.population.selection import Selection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.population.town import YEAR, Town

ALL = Selection()
DAYS = Decimal("30.4")
Span = tuple[str, date, date | None]


def exposure(rule: MonthRule, period: Period = YEAR) -> Exposure:
    return Exposure(rule, period, ALL, DAYS if rule is MonthRule.DAYS else None)


def plain(spans: Sequence[Span], rule: MonthRule, period: Period) -> int:
    """Walk through every day of every month of every person."""
    people = {who for who, _, _ in spans}
    total = 0
    for who in people:
        first = period.first
        while first <= period.last:
            length = monthrange(first.year, first.month)[1]
            days = [first + timedelta(n) for n in range(length)]
            held = [
                any(p == who and a <= d and (b is None or d <= b) for p, a, b in spans)
                for d in days
            ]
            total += {
                MonthRule.FIRST_DAY: int(held[0]),
                MonthRule.FIFTEENTH: int(held[14]),
                MonthRule.ANY_DAY: int(any(held)),
                MonthRule.DAYS: sum(held),
            }[rule]
            first = days[-1] + timedelta(1)
    return total


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("01-01", None, [12, 12, 12, 365]),
        ("01-01", "12-31", [12, 12, 12, 365]),
        ("01-02", "12-31", [11, 12, 12, 364]),
        ("01-15", "01-15", [0, 1, 1, 1]),
        ("01-16", "02-14", [1, 0, 2, 30]),
        ("01-16", "02-15", [1, 1, 2, 31]),
        ("02-01", "02-01", [1, 0, 1, 1]),
        ("02-02", "02-14", [0, 0, 1, 13]),
        ("2026-03-01", "2026-12-31", [0, 0, 0, 0]),
        ("2026-12-31", "01-01", [1, 0, 1, 1]),
        ("12-31", "2028-05-01", [0, 0, 1, 1]),
        ("2028-01-01", None, [0, 0, 0, 0]),
    ],
)
def test_each_rule_counts_its_own_days(
    here: Town, starts: str, ends: str, expected: list[int]
) -> None:
    """Expected by: the first day, the fifteenth, any day, days."""
    here.members(("p1", starts, ends))
    found = every_reading(here.connection, YEAR, ALL, DAYS)
    assert [one.counted for one in found.values()] == expected


def test_days_are_divided_exactly_by_the_days_the_contract_names(here: Town) -> None:
    here.members(("p1", "01-01", None))
    found = count(here.connection, exposure(MonthRule.DAYS))
    assert found.amount == Fraction(3650, 304)


def test_a_leap_february_has_its_29_days(here: Town) -> None:
    february = Period(date(2028, 2, 1), date(2028, 2, 29))
    here.members(("p1", "01-01", None))
    assert count(here.connection, exposure(MonthRule.DAYS, february)).counted == 29


def test_a_month_in_two_spans_counts_once(here: Town) -> None:
    here.members(("p1", "01-01", "01-05"), ("p1", "01-20", "02-28"))
    found = every_reading(here.connection, YEAR, ALL, DAYS)
    assert [one.counted for one in found.values()] == [2, 1, 2, 5 + 12 + 28]


PEOPLE = st.lists(st.lists(st.integers(-40, 150), min_size=1, max_size=6, unique=True), max_size=25)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(PEOPLE)
def test_every_rule_agrees_with_a_walk_through_the_days(
    here: Town, people: list[list[int]]
) -> None:
    start, period = date(2027, 1, 1), Period(date(2027, 1, 1), date(2027, 4, 30))
    spans: list[Span] = []
    for who, edges in enumerate(people):
        days = [start + timedelta(n) for n in sorted(edges)]
        spans += [(f"p{who}", a, b) for a, b in zip(days[::2], days[1::2], strict=False)]
        spans += [(f"p{who}", days[-1], None)] if len(days) % 2 else []
    here.empty()
    here.members(*spans)
    found = every_reading(here.connection, period, ALL, DAYS)
    assert {rule: months.counted for rule, months in found.items()} == {
        rule: plain(spans, rule, period) for rule in MonthRule
    }


@pytest.mark.parametrize("rule", MonthRule)
def test_the_months_add_up_to_the_year(here: Town, rule: MonthRule) -> None:
    here.members(("p1", "01-05", "04-20"), ("p1", "06-03", None), ("p2", "03-15", "03-16"))
    months = by_month(here.connection, exposure(rule))
    assert sum(one.counted for one in months.values()) == (
        count(here.connection, exposure(rule)).counted
    )


def test_by_month_shows_months_without_a_member(here: Town) -> None:
    here.members(("p1", "02-01", "02-28"))
    found = by_month(here.connection, exposure(MonthRule.FIRST_DAY))
    assert len(found) == 12
    assert found[date(2027, 2, 1)] == MemberMonths(1, 1, Fraction(1))
    assert found[date(2027, 3, 1)] == MemberMonths(0, 0, Fraction(1))


def test_nobody_gives_no_months(here: Town) -> None:
    assert count(here.connection, exposure(MonthRule.ANY_DAY)) == MemberMonths(0, 0, Fraction(1))


def test_only_the_chosen_products_count(here: Town) -> None:
    columns = "person_id starts ends plan payer_type"
    here.members(
        ("p1", "01-01", None, "Silver", "commercial"),
        ("p1", "01-01", None, "Teeth", "dental"),
        ("p2", "01-01", None, None, None),
        columns=columns,
    )
    chosen = Exposure(MonthRule.FIRST_DAY, YEAR, Selection(plans=("Silver",)))
    assert count(here.connection, chosen).counted == 12


def test_overlapping_spans_are_refused_by_row_number(here: Town) -> None:
    load = here.members(
        ("p1", "01-01", "03-31"),
        ("p1", "03-31", None),
        ("p2", "01-01", None),
        ("p2", "05-01", None),
    )
    with pytest.raises(Refusal) as told:
        count(here.connection, exposure(MonthRule.FIRST_DAY))
    assert str(told.value) == (
        f"enrolment: 2 spans overlap an earlier span of the same member (load {load}: rows 2, 4)\n"
        "      why: one person would be counted twice on the same day, and every amount per member "
        "would come out too low\n"
        "      fix: ask the plan which of the spans holds, or choose one product, and load the "
        "list again"
    )


def test_a_long_span_overlaps_also_past_a_short_one(here: Town) -> None:
    here.members(
        ("p1", "01-01", None), ("p1", "2026-02-01", "2026-02-03"), ("p1", "06-01", "06-02")
    )
    with pytest.raises(Refusal, match=r"1 span overlaps .*row 3\)"):
        count(here.connection, exposure(MonthRule.FIRST_DAY))


@pytest.mark.parametrize(
    "spans",
    [
        (("p1", "01-01", "03-31"), ("p1", "04-01", None)),
        (("p1", "2026-01-01", "2026-09-30"), ("p1", "2026-09-01", "2026-12-31")),
        (("p1", "2026-01-01", "2026-12-31"), ("p1", "2026-06-01", None)),
        (("p1", "2028-01-01", None), ("p1", "2028-06-01", None)),
        (("p1", "01-01", None), ("p2", "01-01", None)),
    ],
    ids=[
        "next day",
        "before the year",
        "first ended before the year",
        "after the year",
        "two people",
    ],
)
def test_spans_that_share_no_day_of_the_period_are_taken(
    here: Town, spans: Sequence[Sequence[object]]
) -> None:
    here.members(*spans)
    count(here.connection, exposure(MonthRule.FIRST_DAY))


def test_a_period_of_parts_of_months_is_refused() -> None:
    for first, last in (
        (date(2027, 1, 2), date(2027, 12, 31)),
        (date(2027, 1, 1), date(2027, 2, 27)),
    ):
        with pytest.raises(Refusal, match="is not whole months"):
            Exposure(MonthRule.FIRST_DAY, Period(first, last), ALL)


def test_days_a_month_are_asked_for_where_they_divide_and_nowhere_else() -> None:
    with pytest.raises(Refusal, match="days a month: missing"):
        Exposure(MonthRule.DAYS, YEAR, ALL)
    with pytest.raises(Refusal, match="given for a rule that has none"):
        Exposure(MonthRule.FIRST_DAY, YEAR, ALL, DAYS)


def test_the_months_of_a_period_are_those_the_database_makes_itself(built: Town) -> None:
    period = Period(date(2027, 11, 1), date(2029, 3, 31))
    rows = built.connection.execute(
        f"SELECT first, on_day, last FROM {months_of(period, 28)} ORDER BY 1"  # noqa: S608
    ).fetchall()
    theirs = built.connection.execute(
        "SELECT day::DATE, day::DATE + 27, last_day(day::DATE) FROM generate_series("  # noqa: S608
        f"DATE '{period.first}', DATE '{period.last}', INTERVAL 1 MONTH) made(day) ORDER BY 1"
    )
    assert len(rows) == 17
    assert rows == theirs.fetchall()
