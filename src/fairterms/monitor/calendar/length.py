"""A length of time as a contract gives it: "45 days", "10 business days", "6 months"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fairterms.monitor.calendar.business_calendar import BusinessCalendar

_LENGTH = re.compile(
    r"(?P<count>\d{1,4}) (?P<unit>(?:calendar |business |working )?days?|weeks?|months?)"
)


class Unit(StrEnum):
    """What a length counts; business days and calendar days are never turned into each other."""

    DAYS = "days"
    BUSINESS_DAYS = "business days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True)
class Length:
    """So many days, business days, weeks or months.

    Attributes
    ----------
    count
        How many, at least 0.
    unit
        Of what.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        assert self.count >= 0, "a length of time is not negative"

    def __str__(self) -> str:
        words = self.unit.value
        return f"{self.count} {words.removesuffix('s') if self.count == 1 else words}"

    def after(self, day: date, calendar: BusinessCalendar) -> date:
        """Return the day that is so long after another; the first day is not counted.

        Examples
        --------
        >>> Length(1, Unit.MONTHS).after(date(2028, 1, 31), BusinessCalendar())
        datetime.date(2028, 2, 29)
        """
        return self._moved(day, calendar, 1)

    def before(self, day: date, calendar: BusinessCalendar) -> date:
        """Return the day that is so long before another."""
        return self._moved(day, calendar, -1)

    def _moved(self, day: date, calendar: BusinessCalendar, sign: int) -> date:
        count = sign * self.count
        if self.unit is Unit.BUSINESS_DAYS:
            return calendar.moved(day, count)
        if self.unit is Unit.MONTHS:
            return months_after(day, count)
        return day + timedelta(days=count * (7 if self.unit is Unit.WEEKS else 1))


def months_after(day: date, months: int) -> date:
    """Return the same day of another month; the last one where that month is shorter.

    Examples
    --------
    >>> months_after(date(2027, 8, 31), -6), months_after(date(2027, 12, 15), 1)
    (datetime.date(2027, 2, 28), datetime.date(2028, 1, 15))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read(words: str) -> Length | None:
    """Read a length of time; None for words that are none.

    Examples
    --------
    >>> str(read("10 business days")), read("soon") is None
    ('10 business days', True)
    """
    found = _LENGTH.fullmatch(" ".join(words.lower().split()))
    if found is None:
        return None
    unit = found["unit"].removeprefix("calendar ").replace("working", "business")
    return Length(int(found["count"]), Unit(unit.removesuffix("s") + "s"))
