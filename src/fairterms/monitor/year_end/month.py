"""Calendar months, held as their first day."""

import re
from datetime import date

_WRITTEN = re.compile(r"(\d{4})-(\d{2})")


def month_of(text: str) -> date | None:
    """Read a month such as ``2027-03``; None where the text is none.

    Examples
    --------
    >>> month_of("2027-03"), month_of("March")
    (datetime.date(2027, 3, 1), None)
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        return None
    return date(int(found[1]), int(found[2]), 1)


def later(month: date, months: int) -> date:
    """Return the month so many months later; earlier where the number is negative.

    Examples
    --------
    >>> later(date(2027, 11, 1), 3)
    datetime.date(2028, 2, 1)
    """
    whole = month.year * 12 + month.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)


def between(first: date, last: date) -> int:
    """Return how many months lie between two; 0 for the same month.

    Examples
    --------
    >>> between(date(2026, 12, 1), date(2027, 2, 1))
    2
    """
    return (last.year - first.year) * 12 + last.month - first.month


def months_from(first: date, last: date) -> tuple[date, ...]:
    """Return the months from the first to the last, both included; none where it ends before."""
    return tuple(later(first, number) for number in range(between(first, last) + 1))


def written(month: date) -> str:
    """Write a month as :func:`month_of` reads it."""
    return f"{month:%Y-%m}"


def named(month: date) -> str:
    """Name a month for a reader.

    Examples
    --------
    >>> named(date(2027, 3, 1))
    'March 2027'
    """
    return f"{_NAMES[month.month - 1]} {month.year}"


_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Written out: the names a calendar gives depend on the machine's language."""
