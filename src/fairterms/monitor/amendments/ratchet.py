"""How the work grows after signing: every change added up in the order in which it applies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.monitor.amendments.change import Change


@dataclass(frozen=True)
class RatchetStep:
    """A change with what stood after it.

    Attributes
    ----------
    change
        The change.
    hours, dollars
        A year, of all changes so far whose number is known.
    unknown_hours, unknown_dollars
        How many changes so far added an amount that nobody knows.
    """

    change: Change
    hours: Decimal
    dollars: Decimal
    unknown_hours: int
    unknown_dollars: int


@dataclass(frozen=True)
class Ratchet:
    """What all changes came to by a day.

    Attributes
    ----------
    on
        The day.
    steps
        Changes in force, in the order in which they apply.
    coming
        Changes the group has been told of that do not apply yet.
    """

    on: date
    steps: tuple[RatchetStep, ...]
    coming: tuple[Change, ...]

    @property
    def hours(self) -> Decimal:
        """Hours a year added since signing, as far as they are known."""
        return self.steps[-1].hours if self.steps else Decimal(0)

    @property
    def dollars(self) -> Decimal:
        """Dollars a year added since signing, as far as they are known."""
        return self.steps[-1].dollars if self.steps else Decimal(0)

    @property
    def one_sided(self) -> tuple[Change, ...]:
        """The changes in force that nobody of the group agreed to."""
        return tuple(one.change for one in self.steps if one.change.is_one_sided)

    @property
    def share_one_sided(self) -> Decimal | None:
        """The share of changes in force that nobody of the group agreed to; None without any."""
        return Decimal(len(self.one_sided)) / len(self.steps) if self.steps else None

    @property
    def hours_one_sided(self) -> Decimal:
        """Of the hours known, those that nobody of the group agreed to."""
        return sum((one.hours for one in self.one_sided if one.hours is not None), Decimal(0))


def ratchet(changes: Sequence[Change], on: date) -> Ratchet:
    """Add the changes up.

    Parameters
    ----------
    changes
        What changed, in any order.
    on
        What applies by this day is in force; what was told after it is left out.

    Notes
    -----
    A change that takes work away lowers the sum. An amount that is not known is counted as not
    known; it adds nothing to the sum, and the sum says so.
    """
    told = [one for one in changes if one.received <= on]
    in_force = sorted(
        (one for one in told if one.effective <= on), key=lambda one: (one.effective, one.line)
    )
    steps: list[RatchetStep] = []
    hours = dollars = Decimal(0)
    unknown_hours = unknown_dollars = 0
    for one in in_force:
        hours += one.hours or 0
        dollars += one.dollars or 0
        unknown_hours += one.hours is None
        unknown_dollars += one.dollars is None
        steps.append(RatchetStep(one, hours, dollars, unknown_hours, unknown_dollars))
    coming = sorted(
        (one for one in told if one.effective > on), key=lambda one: (one.effective, one.line)
    )
    return Ratchet(on, tuple(steps), tuple(coming))
