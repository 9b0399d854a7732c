"""How long a medicine lasts: by the days supplied, or by quantity, dose and how often a day.

Everything counts whole calendar days, both ends included. A supply that begins on 1 March and lasts
30 days covers 1 to 30 March.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from fairterms.reference.clinical.period import Moment, Period

Amount = float | Fraction

_HOURS = {
    "s": Fraction(1, 3600),
    "min": Fraction(1, 60),
    "h": Fraction(1),
    "d": Fraction(24),
    "wk": Fraction(24 * 7),
    "mo": Fraction(24 * 30),
    "a": Fraction(24 * 365),
}
_NAMES = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "week": "wk",
    "month": "mo",
    "year": "a",
}


@dataclass(frozen=True)
class Supply:
    """What was ordered or handed over.

    Attributes
    ----------
    days
        Days one supply lasts, as recorded; goes before the calculation.
    quantity
        Units in one supply, such as tablets.
    dose
        Units taken each time.
    times_a_day
        How often; None when nothing is recorded, which is not taken as once.
    refills
        How many more times the same may be dispensed.

    Notes
    -----
    Days = recorded days, else quantity / (dose x times a day); times 1 + refills.

    Sources
    -------
    CMS library CumulativeMedicationDuration 4.1.000.
    """

    days: Amount | None = None
    quantity: Amount | None = None
    dose: Amount | None = None
    times_a_day: Amount | None = None
    refills: int = 0

    @property
    def total_days(self) -> int | None:
        """Whole days of all of it, refills included; None when they cannot be known, or are none.

        A part of a day at the end is not counted, but any supply covers its first day.

        Examples
        --------
        >>> Supply(days=30, refills=2).total_days
        90
        >>> Supply(quantity=60, dose=1, times_a_day=2).total_days
        30
        >>> Supply(quantity=60, dose=1).total_days is None
        True
        """
        once = _exact(self.days) if self.days is not None else self._days_by_dose()
        if once is None or once <= 0:
            return None
        return max(1, int(once * (1 + self.refills)))

    def _days_by_dose(self) -> Fraction | None:
        if self.quantity is None or not self.dose or not self.times_a_day:
            return None
        return _exact(self.quantity) / (_exact(self.dose) * _exact(self.times_a_day))


def days_in(value: Amount, unit: str) -> Fraction | None:
    """Convert a length of time to days; a month counts 30 days and a year 365.

    Parameters
    ----------
    value
        How many of the unit.
    unit
        A UCUM unit (s, min, h, d, wk, mo, a) or its English name.

    Returns
    -------
    Fraction or None
        Days; None for a unit that is no length of time.

    Examples
    --------
    >>> days_in(2, "weeks"), days_in(12, "h"), days_in(30, "tablets")
    (Fraction(14, 1), Fraction(1, 2), None)
    """
    hours = _HOURS.get(_NAMES.get(unit.removesuffix("s"), unit))
    return None if hours is None else _exact(value) * hours / 24


def times_a_day(times: Amount, period: Amount, unit: str) -> Fraction | None:
    """Return how often a day, given how often in a period; None for a unit nobody knows.

    Parameters
    ----------
    times
        How often in the period; the largest number when a range is written.
    period
        Its length, in the unit.
    unit
        As in `days_in`.

    Examples
    --------
    >>> times_a_day(1, 8, "h"), times_a_day(3, 1, "wk")
    (Fraction(3, 1), Fraction(3, 7))
    """
    length = days_in(period, unit)
    return _exact(times) / length if length is not None and length > 0 else None


def order_period(supply: Supply, bounds: Period | None, authored: Moment | None) -> Period | None:
    """Return the days an order covers; None when they cannot be known.

    Parameters
    ----------
    supply
        What was ordered.
    bounds
        From when to when it is to be taken, as ordered.
    authored
        When the order was written, or its supply first allowed.

    Examples
    --------
    >>> print(order_period(Supply(days=30), None, Moment(date(2025, 1, 1))))
    2025-01-01 to 2025-01-30
    """
    start = (bounds.start if bounds else None) or authored
    if start is None:
        return None
    if supply.total_days is not None:
        return _lasting(start.day, supply.total_days)
    if bounds is not None and bounds.end is not None and bounds.end.day >= start.day:
        return Period.on(start.day, bounds.end.day)
    return None


def dispense_period(supply: Supply, given: Moment | None) -> Period | None:
    """Return the days a dispensed supply covers; refills are dispensed again and not counted.

    Parameters
    ----------
    supply
        What was handed over.
    given
        When it was handed over, or else prepared.

    Examples
    --------
    >>> print(dispense_period(Supply(days=30, refills=2), Moment(date(2025, 1, 1))))
    2025-01-01 to 2025-01-30
    """
    once = Supply(supply.days, supply.quantity, supply.dose, supply.times_a_day).total_days
    return None if given is None or once is None else _lasting(given.day, once)


def _lasting(first: date, days: int) -> Period:
    """Return a span of days, the first counted."""
    return Period.on(first, first + timedelta(days=days - 1))


def _exact(value: Amount) -> Fraction:
    """Take a decimal as it is written: 0.1 is a tenth, so that 3 tablets of 0.1 are 30 days."""
    return value if isinstance(value, Fraction) else Fraction(str(value))
