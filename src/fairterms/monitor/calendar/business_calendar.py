"""Business days: every weekday that is no holiday of the state the contract names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import import_module

from fairterms.units.refusal import Refusal

_SATURDAY = 5
_DAY = timedelta(days=1)
_STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV "
    "NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
)
STATES = tuple(_STATES.split())
"""Postal codes that a calendar may name; ``"US"`` is the federal calendar."""


@dataclass(frozen=True)
class BusinessCalendar:
    """The days on which nothing is due.

    Attributes
    ----------
    name
        ``"CO"``, ``"US"``, or ``"weekdays"`` where no holidays are known.
    closed
        The holidays by day, with their names.
    """

    name: str = "weekdays"
    closed: Mapping[date, str] = field(default_factory=dict, repr=False)

    def is_open(self, day: date) -> bool:
        """Say whether a day is a business day."""
        return day.weekday() < _SATURDAY and day not in self.closed

    def next_open(self, day: date) -> date:
        """Return the day itself, or the first business day after it."""
        return next(one for one in _from(day, _DAY) if self.is_open(one))

    def previous_open(self, day: date) -> date:
        """Return the day itself, or the last business day before it."""
        return next(one for one in _from(day, -_DAY) if self.is_open(one))

    def moved(self, day: date, count: int) -> date:
        """Return the business day that is ``count`` business days later; earlier if negative.

        The first day is not counted, be it a business day or not.

        Examples
        --------
        >>> BusinessCalendar().moved(date(2027, 1, 1), 2)  # a Friday
        datetime.date(2027, 1, 5)
        """
        step = _DAY if count > 0 else -_DAY
        for _ in range(abs(count)):
            day = next(one for one in _from(day + step, step) if self.is_open(one))
        return day

    def changed(self, also_closed: Iterable[date], also_open: Iterable[date]) -> "BusinessCalendar":
        """Return the calendar with further days closed, and holidays that are none here.

        Examples
        --------
        >>> feast = date(2027, 3, 31)
        >>> BusinessCalendar().changed([feast], []).is_open(feast)
        False
        >>> BusinessCalendar("CO", {feast: "Cesar Chavez Day"}).changed([], [feast]).is_open(feast)
        True
        """
        gone = set(also_open)
        added = dict.fromkeys(also_closed, "closed by the contract")
        kept = {day: name for day, name in self.closed.items() if day not in gone}
        return BusinessCalendar(self.name, {**kept, **added})


def _from(day: date, step: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += step


def of_state(name: str, first_year: int, last_year: int) -> BusinessCalendar:
    """Return the business days of a state, or of the federal government.

    Parameters
    ----------
    name
        A postal code such as ``"CO"``; ``"US"`` for federal holidays; ``"weekdays"`` for none.
    first_year, last_year
        The years that are asked about, both included.

    Raises
    ------
    Refusal
        When no such state is known.

    Notes
    -----
    The package gives public holidays with the days on which they are observed. A state that
    closes its offices on further days (a storm, a day of mourning) is not known to it, and a
    holiday on which a state's offices stay open is one to it: the file of obligations may say so.
    """
    if name == "weekdays":
        return BusinessCalendar()
    if name != "US" and name not in STATES:
        what = f"there is no calendar called {name}"
        why = "holidays differ from state to state"
        raise Refusal("business days", what, why, 'write a postal code such as calendar = "CO"')
    # Heavy: only a contract that counts business days waits for it.
    package = import_module("holidays")
    state = None if name == "US" else name
    found = package.country_holidays("US", subdiv=state, years=range(first_year, last_year + 1))
    return BusinessCalendar(name, {day: str(found[day]) for day in sorted(found)})
