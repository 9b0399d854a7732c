"""Counting in calendar months and years, as measures do."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day where it has no such day.

    Parameters
    ----------
    day
        The day to count from.
    months
        How many calendar months later; negative for earlier.

    Examples
    --------
    >>> add_months(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    >>> add_months(date(2026, 1, 1), -14)
    datetime.date(2024, 11, 1)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age_on(birth: date, day: date) -> int:
    """Return the age in full years on a day; on a birthday the new year counts.

    Notes
    -----
    Somebody born on 29 February turns a year older on 1 March of a year that has no such day.

    Examples
    --------
    >>> age_on(date(2012, 6, 30), date(2024, 6, 29)), age_on(date(2012, 6, 30), date(2024, 6, 30))
    (11, 12)
    >>> age_on(date(2012, 2, 29), date(2025, 2, 28)), age_on(date(2012, 2, 29), date(2025, 3, 1))
    (12, 13)
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
