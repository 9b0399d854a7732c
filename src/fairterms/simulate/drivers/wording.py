"""How the pages of drivers write outcomes, changes and numbers of the terms."""

from decimal import Decimal

from fairterms.publish.number_blocks import Column
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.page.wording import chance, dollars, estimate, share
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.quantity import Kind, Unit, write

OUTCOME = (
    Column("Mean of a year", "right"),
    Column("Worst 5 % of years", "right"),
    Column("Chance of a loss", "right"),
)
"""The columns of an outcome, as :func:`written` and :func:`changes` fill them."""

HALF = "After ± stands half the 95 % interval of the simulation."
"""The footnote of every table with errors."""


def signed(amount: float) -> str:
    """Write a change in dollars with its sign.

    Examples
    --------
    >>> signed(1200.4), signed(-3.0), signed(0.2)
    ('+$1,200', '−$3', '$0')
    """
    shown = dollars(amount)
    return f"+{shown}" if amount > 0 and shown != "$0" else shown


def signed_points(found: Estimate) -> str:
    """Write a change of a chance in percentage points, with half its 95 % interval.

    Examples
    --------
    >>> signed_points(Estimate(0.031, 0.001)), signed_points(Estimate(0.0, 0.0))
    ('+3.1 ± 0.2', '0')
    """
    if not found.value and not found.error:
        return "0"
    shown = f"{100 * found.value:+.1f}".replace("-", "−")
    return f"{shown} ± {100 * found.factor() * found.error:.1f}"


def driver_name(name: str) -> str:
    """Write a driver's name as words.

    Examples
    --------
    >>> driver_name("rate of first_appointment"), driver_name("no_show")
    ('rate of first appointment', 'no-show')
    """
    if name == "no_show":
        return "no-show"
    return name.removeprefix("figure ").replace("_", " ")


def written(found: Outcome) -> tuple[str, str, str]:
    """Write an outcome as three cells."""
    return estimate(found.mean), estimate(found.worst), chance(found.loses)


def changes(found: Outcome) -> tuple[str, str, str]:
    """Write by how much an outcome changes as three cells."""
    return estimate(found.mean), estimate(found.worst), f"{signed_points(found.loses)} points"


def signed_share(value: float) -> str:
    """Write a share that may be below nothing.

    Examples
    --------
    >>> signed_share(-0.108), signed_share(0.009)
    ('−10.8 %', '0.9 %')
    """
    return f"−{share(-value)}" if value < 0 else share(value)


def amount(value: float, unit: Unit) -> str:
    """Write a number of the terms in its unit: cents, or a tenth of the unit's tick.

    Examples
    --------
    >>> amount(12.3456, Unit(Kind.MONEY)), amount(0.25064, Unit(Kind.FRACTION))
    ('$12.35', '25.06 %')
    """
    place = unit.tick / 10 if unit.kind in {Kind.FRACTION, Kind.POINTS, Kind.FACTOR} else unit.tick
    return write(Decimal(repr(value)).quantize(place).normalize() + 0, unit)
