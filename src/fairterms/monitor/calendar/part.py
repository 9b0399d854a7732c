"""Parts of the years of a contract: months, quarters, half years, years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fairterms.monitor.calendar.length import months_after
from fairterms.units.period import Period

_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())


class Part(StrEnum):
    """Which parts of the year a rule repeats with."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half year"
    YEAR = "year"


_LENGTHS = {Part.MONTH: 1, Part.QUARTER: 3, Part.HALF_YEAR: 6, Part.YEAR: 12}
_LETTERS = {Part.QUARTER: "q", Part.HALF_YEAR: "h"}


@dataclass(frozen=True)
class Span:
    """One month, quarter, half year or year.

    Attributes
    ----------
    key
        A short name that never changes: ``"2027-04"``, ``"2027-q2"``, ``"2027-h1"``, ``"2027"``.
    words
        As a reader says it: "April 2027", "second quarter of 2027".
    period
        Its days.
    """

    key: str
    words: str
    period: Period


def spans(part: Part, term: Period) -> Iterator[Span]:
    """Return the parts that lie in a term wholly or in part, in order.

    Examples
    --------
    >>> year = Period(date(2027, 1, 1), date(2027, 12, 31))
    >>> [span.key for span in spans(Part.QUARTER, year)]
    ['2027-q1', '2027-q2', '2027-q3', '2027-q4']
    """
    length = _LENGTHS[part]
    first = date(term.first.year, (term.first.month - 1) // length * length + 1, 1)
    while first <= term.last:
        after = months_after(first, length)
        yield _span(part, Period(first, after - timedelta(days=1)))
        first = after


def _span(part: Part, period: Period) -> Span:
    year = period.first.year
    if part is Part.YEAR:
        return Span(str(year), str(year), period)
    number = (period.first.month - 1) // _LENGTHS[part] + 1
    if part is Part.MONTH:
        return Span(f"{year}-{number:02}", f"{MONTHS[number - 1]} {year}", period)
    ordinal = ("first", "second", "third", "fourth")[number - 1]
    return Span(f"{year}-{_LETTERS[part]}{number}", f"{ordinal} {part.value} of {year}", period)
