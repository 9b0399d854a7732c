"""What was known on a day is what had come by then, and no later word changes it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.monitor.year_end.year_to_date import Feed, PaidCell, Report, YearToDate, feed_name
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import story

JAN, FEB, MAR = (date(2027, month, 1) for month in (1, 2, 3))


def feed(month: date, received: date | None) -> Feed:
    return Feed(month, month.replace(month=month.month + 1, day=15), received)


def small(*feeds: Feed) -> YearToDate:
    cells = (
        PaidCell(JAN, JAN, Decimal(100), JAN),
        PaidCell(JAN, FEB, Decimal(50), FEB),
        PaidCell(JAN, JAN, Decimal(90), MAR),
        PaidCell(JAN, MAR, Decimal(5), MAR),
    )
    return YearToDate(2027, date(2028, 6, 1), cells, feeds=feeds)


IN_TIME = (
    feed(JAN, date(2027, 2, 12)),
    feed(FEB, date(2027, 3, 12)),
    feed(MAR, date(2027, 4, 12)),
)


def test_a_later_feed_tells_a_payment_anew_from_the_day_it_came() -> None:
    year = small(*IN_TIME)
    before, after = year.as_of(date(2027, 4, 11)), year.as_of(date(2027, 4, 12))
    assert before.paid == {(JAN, JAN): 100, (JAN, FEB): 50}
    assert after.paid == {(JAN, JAN): 90, (JAN, FEB): 50, (JAN, MAR): 5}
    assert (before.paid_until, after.paid_until) == (FEB, MAR)


def test_a_feed_behind_a_gap_is_not_used() -> None:
    year = small(IN_TIME[0], feed(FEB, date(2027, 5, 3)), IN_TIME[2])
    seen = year.as_of(date(2027, 4, 30))
    assert seen.paid_until == JAN
    assert seen.paid == {(JAN, JAN): 100}
    assert [one.month for one in seen.waiting] == [FEB]
    assert [one.month for one in seen.unused] == [MAR]
    assert year.as_of(date(2027, 5, 3)).paid_until == MAR


def test_a_feed_is_waited_for_from_the_day_after_it_was_due() -> None:
    year = small(IN_TIME[0], feed(FEB, None))
    assert year.as_of(date(2027, 3, 15)).waiting == ()
    assert [one.month for one in year.as_of(date(2027, 3, 16)).waiting] == [FEB]


def test_before_the_first_feed_nothing_is_known() -> None:
    with pytest.raises(Refusal, match=r"names no feed that came by 2027-02-11"):
        small(*IN_TIME).as_of(date(2027, 2, 11))


def test_days_late_grow_until_a_feed_comes() -> None:
    late = feed(JAN, date(2027, 2, 20))
    assert late.days_late(date(2027, 2, 15)) == 0
    assert late.days_late(date(2027, 2, 18)) == 3
    assert late.days_late(date(2027, 9, 1)) == 5
    assert feed_name(late) == "the feed of January 2027"


def test_the_latest_report_counts_by_month_and_then_by_day() -> None:
    reports = (
        Report(MAR, date(2027, 4, 26), {"seen": parse("3 patients")}),
        Report(JAN, date(2027, 5, 1), {"seen": parse("1 patients")}),
        Report(MAR, date(2027, 5, 2), {"seen": parse("4 patients")}),
    )
    year = replace(small(*IN_TIME), reports=reports)
    assert "seen" not in year.as_of(date(2027, 4, 25)).totals
    assert year.as_of(date(2027, 5, 1)).totals["seen"] == (MAR, parse("3 patients"))
    assert year.as_of(date(2027, 5, 2)).totals["seen"] == (MAR, parse("4 patients"))


def test_days_to_look_are_the_ends_of_the_months() -> None:
    days = small(*IN_TIME).days()
    assert days == (date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30))
    assert YearToDate(2027, date(2028, 6, 1)).days() == ()


def test_the_day_asked_for_is_the_last_day_to_look() -> None:
    year = small(*IN_TIME)
    assert year.days(date(2027, 4, 12)) == (*year.days()[:2], date(2027, 4, 12))
    assert year.days(date(2027, 3, 31)) == year.days()[:2]
    assert year.days(date(2027, 2, 12)) == (date(2027, 2, 12),)
    assert year.days(date(2027, 2, 11)) == ()


def test_nothing_known_on_a_day_of_the_story_changes_when_later_rows_are_taken_out() -> None:
    year, day = story(), date(2027, 8, 31)
    cut = replace(
        year,
        months=tuple(row for row in year.months if row.received <= day),
        reports=tuple(one for one in year.reports if one.received <= day),
        feeds=tuple(
            one if one.received is not None and one.received <= day else replace(one, received=None)
            for one in year.feeds
        ),
    )
    assert cut.as_of(day) == replace(year.as_of(day), waiting=cut.as_of(day).waiting)


def test_the_story_has_one_late_feed_four_hundred_dropped_and_july_told_anew() -> None:
    year = story()
    assert [one.month for one in year.feeds if one.days_late(date(2029, 1, 1))] == [
        date(2027, 4, 1)
    ]
    in_may, in_june = year.as_of(date(2027, 5, 31)), year.as_of(date(2027, 6, 20))
    assert (in_may.paid_until, in_june.paid_until) == (MAR, MAR)
    assert [one.month for one in in_june.unused] == [date(2027, 5, 1)]
    august = date(2027, 8, 1)
    gone = year.as_of(date(2027, 8, 31)).months[august]["member_months"].amount
    back = year.as_of(date(2027, 9, 30)).months[august]["member_months"].amount
    assert back - gone == 400
    july = (date(2027, 7, 1), date(2027, 7, 1))
    first, anew = (year.as_of(day).paid[july] for day in (date(2027, 10, 31), date(2027, 11, 30)))
    assert float(first / anew) == pytest.approx(1.09, abs=1e-4)
