"""How the pages of capacity write people, days and posts."""

from math import isfinite

from fairterms.simulate.capacity.forecast import Spread
from fairterms.simulate.capacity.practice import Counted
from fairterms.simulate.capacity.waiting import LONGEST_DAYS
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.quantity import FRACTION, POINTS, Unit

SMALL = 10
"""Counts of so few people are not shown."""
NO_LIMIT = f"over {LONGEST_DAYS}"


def whole(amount: float) -> str:
    """Write a count with thousands set apart.

    Examples
    --------
    >>> whole(40217.6)
    '40,218'
    """
    return f"{amount:,.0f}"


def people(count: int) -> str:
    """Write a count of people, a small one without its number.

    Examples
    --------
    >>> people(0), people(7), people(2553)
    ('0', '10 or fewer', '2,553')
    """
    return "10 or fewer" if 0 < count <= SMALL else f"{count:,}"


def days(amount: float) -> str:
    """Write business days to a half of one; the simulation knows no more.

    Examples
    --------
    >>> days(4.93), days(10.0), days(float("inf"))
    ('5', '10', 'over 65')
    """
    return f"{round(2 * amount) / 2:g}" if isfinite(amount) else NO_LIMIT


def posts(amount: float) -> str:
    """Write full-time posts.

    Examples
    --------
    >>> posts(38.0), posts(37.5)
    ('38', '37.5')
    """
    return f"{amount:g}"


def clinicians(amount: float) -> str:
    """Write a number of clinicians.

    Examples
    --------
    >>> clinicians(1), clinicians(38)
    ('1 clinician', '38 clinicians')
    """
    return f"{posts(amount)} clinician{'' if amount == 1 else 's'}"


def percent(share: float) -> str:
    """Write a share with one decimal place, none where it is whole.

    Examples
    --------
    >>> percent(0.843), percent(0.8)
    ('84.3 %', '80 %')
    """
    return f"{100 * share:.1f}".removesuffix(".0") + " %"


def chance(found: Estimate) -> str:
    """Write a chance with half the width of its 95 % interval, in percentage points.

    What happened in no simulated year, or in every one, is only known to be rare or nearly sure:
    the limit shown is two errors away, three years in all that were simulated.

    Examples
    --------
    >>> chance(Estimate(0.25, 0.005)), chance(Estimate(0.0, 0.0015)), chance(Estimate(1.0, 0.0015))
    ('25 % ± 1', 'under 0.3 %', 'over 99.7 %')
    """
    if found.value == 0:
        return f"under {percent(2 * found.error)}"
    if found.value == 1:
        return f"over {percent(1 - 2 * found.error)}"
    half = f"{100 * found.factor() * found.error:.1f}".removesuffix(".0")
    return f"{percent(found.value)} ± {half}"


def points(found: Estimate) -> str:
    """Write a change of a share in percentage points, with half its 95 % interval.

    Examples
    --------
    >>> points(Estimate(-0.123, 0.004))
    '−12.3 ± 0.8'
    """
    sign = "−" if found.value < 0 else "+"
    return f"{sign}{abs(100 * found.value):.1f} ± {100 * found.factor() * found.error:.1f}"


def number(amount: float | None, unit: Unit) -> str:
    """Write a number of the declaration in its unit; a dash for none.

    Examples
    --------
    >>> number(0.09, FRACTION), number(None, FRACTION)
    ('9 %', '–')
    """
    if amount is None:
        return "–"
    if unit in (FRACTION, POINTS):
        return percent(amount)
    return f"{amount:,.1f}".removesuffix(".0") if amount < 1_000 else whole(amount)


def verb(counted: Counted) -> str:
    """Say what must happen in time, after "are"."""
    return "seen" if counted is Counted.SEEN else "offered a first visit"


def usual(found: Spread) -> str:
    """Write a share's middle year and the two between which 80 % of years lie."""
    return (
        f"{percent(found.middle.value)} ({percent(found.low.value)} to {percent(found.high.value)})"
    )
