"""Days until something happens: calendar days, or business days with the holidays named."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.reference.measure import Option, Options
from fairterms.reference.measure_logic import contract_options
from fairterms.units.refusal import Refusal

CALENDAR = "calendar"
BUSINESS = "business"

OPTIONS = (
    Option("days", "words", "which days count: calendar or business (Monday to Friday)"),
    Option("holidays", "dates, parted by commas", "which days are no business days; or none"),
)
"""What a contract must say about days."""


@dataclass(frozen=True)
class DayCount:
    """How days are counted.

    Attributes
    ----------
    is_business
        Whether Saturdays, Sundays and holidays are left out.
    holidays
        Days that are no business days.
    """

    is_business: bool
    holidays: frozenset[date]

    def between(self, first: date, last: date) -> int:
        """Return the days from one day to a later one; the first is not counted, the last is.

        Examples
        --------
        >>> friday, monday = date(2027, 3, 5), date(2027, 3, 8)
        >>> DayCount(False, frozenset()).between(friday, monday)
        3
        >>> DayCount(True, frozenset()).between(friday, monday)
        1
        """
        assert first <= last, "days are counted forwards"
        if not self.is_business:
            return (last - first).days
        weeks, rest = divmod((last - first).days, 7)
        weekdays = 5 * weeks
        weekdays += sum((first.weekday() + n) % 7 < 5 for n in range(1, rest + 1))
        return weekdays - sum(first < one <= last and one.weekday() < 5 for one in self.holidays)

    def after(self, first: date, days: int) -> date:
        """Return the last day that is within so many days of another.

        Examples
        --------
        >>> DayCount(True, frozenset()).after(date(2027, 3, 5), 1)
        datetime.date(2027, 3, 8)
        """
        at, left = first, days
        while True:
            left -= self._counts(at + timedelta(1))
            if left < 0:
                return at
            at += timedelta(1)

    def _counts(self, day: date) -> bool:
        return not self.is_business or (day.weekday() < 5 and day not in self.holidays)

    def __str__(self) -> str:
        return "business days" if self.is_business else "calendar days"


def day_count(options: Options) -> DayCount:
    """Return how days are counted, as the options say.

    Raises
    ------
    Refusal
        When an option cannot be read.
    """
    kind = contract_options.choice(options, "days", CALENDAR, BUSINESS)
    found = set()
    for word in contract_options.words(options, "holidays"):
        try:
            found.add(date.fromisoformat(word))
        except ValueError:
            raise Refusal(
                "option holidays",
                f'"{word}" is not a day',
                "a business day more or less decides who was seen in time",
                "write each as 2027-07-05, parted by commas, or none",
            ) from None
    return DayCount(kind == BUSINESS, frozenset(found))
