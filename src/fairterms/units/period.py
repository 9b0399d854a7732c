"""A period of whole days, such as a performance year."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.last < self.first:
            raise ValueError(f"the period ends ({self.last}) before it starts ({self.first})")

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def days(self) -> int:
        """The number of days, both ends counted."""
        return (self.last - self.first + timedelta(days=1)).days

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def calendar_year(year: int) -> Period:
    """Return the period from 1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))
