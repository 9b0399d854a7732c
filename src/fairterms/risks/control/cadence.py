"""How often something is done or measured."""

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum


class Cadence(Enum):
    """How often; ``EACH`` is at every event, such as every claim or every intake."""

    EACH = "each event"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"

    def next_after(self, day: date) -> date | None:
        """Return the day one step later.

        Parameters
        ----------
        day
            A day; the last of its month leads to the last of a later month.

        Returns
        -------
        date or None
            None for ``EACH``: nobody can tell when the next event comes.

        Examples
        --------
        >>> Cadence.MONTHLY.next_after(date(2027, 1, 31))
        datetime.date(2027, 2, 28)
        >>> Cadence.QUARTERLY.next_after(date(2027, 6, 30))
        datetime.date(2027, 9, 30)
        """
        if self is Cadence.EACH:
            return None
        if self in _DAYS:
            return day + timedelta(days=_DAYS[self])
        return _months_later(day, _MONTHS[self])


_DAYS = {Cadence.DAILY: 1, Cadence.WEEKLY: 7}
_MONTHS = {
    Cadence.MONTHLY: 1,
    Cadence.QUARTERLY: 3,
    Cadence.HALF_YEARLY: 6,
    Cadence.YEARLY: 12,
}


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    is_last = day.day == monthrange(day.year, day.month)[1]
    longest = monthrange(year, month + 1)[1]
    return date(year, month + 1, longest if is_last else min(day.day, longest))
