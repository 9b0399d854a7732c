"""Watching, with consent, that nobody pays a reporter back for speaking up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

LOOKS_AFTER_DAYS = (30, 90, 180, 365)
"""Days after a report on which somebody asks how the reporter fares (our choice)."""


@dataclass(frozen=True)
class Watch:
    """A watch over how a reporter is treated.

    Attributes
    ----------
    since
        The day the report came in.
    has_consent
        Whether the reporter asked for it. Without that nobody asks around: asking alone can tell
        who spoke.
    looked_on
        Days on which somebody looked.
    """

    since: date
    has_consent: bool
    looked_on: tuple[date, ...] = ()

    @property
    def looks(self) -> tuple[date, ...]:
        """The days on which to look; none without consent."""
        days = LOOKS_AFTER_DAYS if self.has_consent else ()
        return tuple(self.since + timedelta(days=after) for after in days)

    @property
    def next_look(self) -> date | None:
        """The first day to look that nobody has looked on or after; None where none is left.

        Examples
        --------
        >>> Watch(date(2027, 3, 1), True, (date(2027, 4, 2),)).next_look
        datetime.date(2027, 5, 30)
        >>> Watch(date(2027, 3, 1), False).next_look is None
        True
        """
        last = max(self.looked_on, default=date.min)
        return next((day for day in self.looks if day > last), None)


def is_look_due(watch: Watch, on: date) -> bool:
    """Tell whether somebody should look on a day, or should have looked before it."""
    return watch.next_look is not None and watch.next_look <= on
