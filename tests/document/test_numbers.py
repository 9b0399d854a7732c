"""Reading numbers in words and digits."""

from decimal import Decimal

import pytest

from fairterms.document.numbers import Unit, find, in_words, shortest, times


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("thirty (30) days", "30", Unit.DAYS),
        ("30-days' written notice", "30", Unit.DAYS),
        ("sixty days", "60", Unit.DAYS),
        ("ninety (90) calendar days", "90", Unit.DAYS),
        ("one hundred and eighty (180) days", "180", Unit.DAYS),
        ("five (5) business days", "5", Unit.BUSINESS_DAYS),
        ("fifteen working days", "15", Unit.BUSINESS_DAYS),
        ("two (2) years", "2", Unit.YEARS),
        ("a ten-week wait", "10", Unit.WEEKS),
        ("twelve months", "12", Unit.MONTHS),
        ("fifty percent (50%)", "50", Unit.PERCENT),
        ("one and one-half percent (1.5%)", "1.5", Unit.PERCENT),
        ("50 % of it", "50", Unit.PERCENT),
        ("ten per cent", "10", Unit.PERCENT),
        ("$2.5 million", "2500000", Unit.DOLLARS),
        ("one million dollars ($1,000,000)", "1000000", Unit.DOLLARS),
        ("forty dollars", "40", Unit.DOLLARS),
        ("of 100 members", "100", Unit.NONE),
    ],
)
def test_an_amount_is_read(text: str, value: str, unit: Unit) -> None:
    (amount,) = find(text)
    assert (amount.value, amount.unit) == (Decimal(value), unit)
    assert text[amount.start : amount.end] == amount.text


@pytest.mark.parametrize(
    "text", ["section 9.3.1 and", "on 02/26/2024", "T.C.A. 56-32-126(b)", "onerous", "12:01"]
)
def test_references_and_dates_are_no_amounts(text: str) -> None:
    assert find(text) == ()


def test_words_and_digits_that_disagree_are_both_kept() -> None:
    (amount,) = find("thirty (60) days")
    assert amount.value == 60
    assert amount.other_value == 30


def test_business_days_are_never_turned_into_calendar_days() -> None:
    business, calendar = times("ten business days or thirty days, and 5 members")
    assert business.calendar_days is None
    assert calendar.calendar_days == 30
    assert shortest([business, calendar]) == calendar
    assert shortest([business]) is None


def test_large_numbers_are_read_from_words() -> None:
    assert in_words("two million five hundred twenty-one thousand and six") == 2_521_006
