"""How a sender writes dates and amounts: a choice the column map states and never guesses."""

from enum import StrEnum


class DateOrder(StrEnum):
    """The order in which a date is written."""

    YEAR_FIRST = "year-month-day"
    MONTH_FIRST = "month/day/year"
    DAY_FIRST = "day/month/year"


class MoneyUnit(StrEnum):
    """What the number of an amount counts, and how its fraction is set off."""

    DOLLARS = "dollars"
    DOLLARS_DECIMAL_COMMA = "dollars, decimal comma"
    CENTS = "cents"
