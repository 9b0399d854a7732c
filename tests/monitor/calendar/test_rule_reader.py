"""Rules as a person writes them."""

import pytest

from fairterms.monitor.calendar.length import Length, Unit
from fairterms.monitor.calendar.part import Part
from fairterms.monitor.calendar.rule import AfterTrigger, AtEdge, InEach, Roll
from fairterms.monitor.calendar.rule_reader import read


def test_a_day_of_each_month_is_read_with_where_it_moves() -> None:
    rule = read("15th of each month, next business day")
    assert rule is not None
    assert rule.timing == InEach(Part.MONTH, 15)
    assert rule.roll is Roll.NEXT
    assert rule.words == "15th of each month, next business day"


def test_business_days_of_a_month_are_told_from_days() -> None:
    rule = read("5th business day of every calendar month")
    assert rule is not None
    assert rule.timing == InEach(Part.MONTH, 5, is_business=True)


def test_a_time_after_the_end_is_read_for_every_part() -> None:
    rule = read("10 business days after the end of each half-year")
    assert rule is not None
    assert rule.timing == AtEdge(Part.HALF_YEAR, Length(10, Unit.BUSINESS_DAYS))


def test_what_is_waited_for_stands_in_words_or_as_an_id() -> None:
    for words, trigger in (
        ("20 days after a Settlement Notice", "Settlement Notice"),
        ("45 days after final_report", "final_report"),
        ("60 days before the change takes effect", "change takes effect"),
    ):
        rule = read(words)
        assert rule is not None
        assert rule.trigger == trigger
        assert isinstance(rule.timing, AfterTrigger)
        assert rule.timing.is_before is words.startswith("60")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "in good time",
        "promptly",
        "32nd of each month",
        "0th of each month",
        "15th of each quarter",
        "February 30 of each year",
        "30 days after the end of each fortnight of the year",
        "30 days before the end of each quarter",
        "30 days after the start of each month",
        "thirty days after the end of each quarter",
        "soon after the notice",
        "15th of each month, the day after",
    ],
)
def test_words_that_are_no_rule_are_none_and_never_guessed(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("15th of each month", False),
        ("15th of each month, next business day", True),
        ("5th business day of each month", True),
        ("3 business days after a notice", True),
        ("30 days after the end of each quarter", False),
        ("April 1 of each year", False),
    ],
)
def test_a_rule_knows_whether_it_needs_holidays(words: str, needs: bool) -> None:
    rule = read(words)
    assert rule is not None
    assert rule.needs_business_days is needs


@pytest.mark.parametrize(
    ("words", "is_monthly"),
    [
        ("15th of each month", True),
        ("3 days after the end of each month", True),
        ("April 1 of each year", False),
        ("3 days after a notice", False),
    ],
)
def test_a_rule_knows_whether_it_comes_round_each_month(words: str, is_monthly: bool) -> None:
    rule = read(words)
    assert rule is not None
    assert rule.is_monthly is is_monthly
