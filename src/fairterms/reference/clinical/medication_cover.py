"""The days several supplies of a medicine cover together: merged, laid end to end, counted.

Everything counts whole calendar days, both ends included; how long one supply lasts is `supply`.
"""

from collections.abc import Iterable
from datetime import timedelta

from fairterms.reference.clinical.facts import MedicationDispense, MedicationOrder
from fairterms.units.period import Period

_ONE_DAY = timedelta(days=1)


def covers(medicines: Iterable[MedicationOrder | MedicationDispense]) -> tuple[Period, ...]:
    """Return the days each medicine covers, in order; one whose days are not known is left out.

    Examples
    --------
    >>> from fairterms.reference.clinical.period import Moment
    >>> from fairterms.reference.clinical.supply import Supply
    >>> from datetime import date
    >>> order = MedicationOrder("1", authored=Moment(date(2025, 3, 1)), supply=Supply(days=30))
    >>> [str(each) for each in covers([order, MedicationOrder("2")])]
    ['2025-03-01 to 2025-03-30']
    """
    known = (medicine.period for medicine in medicines)
    return tuple(sorted(Period(each.first_day, each.last_day) for each in known if each))


def merge(supplies: Iterable[Period]) -> tuple[Period, ...]:
    """Join supplies that overlap or follow each other, so that no day counts twice.

    Examples
    --------
    >>> from datetime import date
    >>> first = Period(date(2025, 1, 1), date(2025, 1, 10))
    >>> second = Period(date(2025, 1, 6), date(2025, 1, 15))
    >>> [str(joined) for joined in merge([second, first])]
    ['2025-01-01 to 2025-01-15']
    """
    merged: list[Period] = []
    for each in sorted(supplies):
        if merged and each.first <= merged[-1].last + _ONE_DAY:
            merged[-1] = Period(merged[-1].first, max(merged[-1].last, each.last))
        else:
            merged.append(each)
    return tuple(merged)


def roll_forward(supplies: Iterable[Period]) -> tuple[Period, ...]:
    """Begin each supply only when the one before it is used up; none loses a day.

    Parameters
    ----------
    supplies
        The days of supplies of one drug, in any order.

    Returns
    -------
    tuple of Period
        As many as given, in order of start, each of the same length as before.

    Examples
    --------
    >>> from datetime import date
    >>> first = Period(date(2025, 1, 1), date(2025, 1, 10))
    >>> second = Period(date(2025, 1, 6), date(2025, 1, 15))
    >>> [str(rolled) for rolled in roll_forward([first, second])]
    ['2025-01-01 to 2025-01-10', '2025-01-11 to 2025-01-20']
    """
    rolled: list[Period] = []
    for each in sorted(supplies):
        free = rolled[-1].last + _ONE_DAY if rolled else each.first
        starts = max(free, each.first)
        rolled.append(Period(starts, starts + (each.last - each.first)))
    return tuple(rolled)


def clip(supplies: Iterable[Period], window: Period) -> tuple[Period, ...]:
    """Keep only the days inside a window.

    Examples
    --------
    >>> from datetime import date
    >>> window = Period(date(2025, 1, 8), date(2025, 1, 31))
    >>> [str(kept) for kept in clip([Period(date(2025, 1, 1), date(2025, 1, 10))], window)]
    ['2025-01-08 to 2025-01-10']
    """
    return tuple(
        Period(max(each.first, window.first), min(each.last, window.last))
        for each in supplies
        if each.first <= window.last and window.first <= each.last
    )


def count_days(supplies: Iterable[Period], window: Period) -> int:
    """Count the days inside a window that at least one supply covers.

    Examples
    --------
    >>> from datetime import date
    >>> window = Period(date(2025, 1, 1), date(2025, 4, 25))
    >>> count_days([Period(date(2024, 12, 20), date(2025, 1, 3)), window], window)
    115
    """
    return sum(each.days for each in merge(clip(supplies, window)))
