"""Which duties the group's own list of costs already holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fairterms.contract.deal import Cost
from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.place import is_named, numbers_in
from fairterms.units import quantity
from fairterms.units.quantity import count


class Match(StrEnum):
    """Why a cost is taken to hold a duty."""

    DECLARED = "as duties.toml says"
    BOTH = "by its section and its words"
    WORDS = "by its words only; check it"


@dataclass(frozen=True)
class Cover:
    """A cost that holds a duty, and why it is taken to."""

    cost: Cost
    match: Match


def cover(duty: Duty, costs: Sequence[Cost]) -> Cover | None:
    """Return the cost that holds a duty; None where the group's list leaves it out.

    Parameters
    ----------
    duty
        The duty.
    costs
        The ``[[cost]]`` entries of ``deal.toml``.

    Notes
    -----
    A cost holds a duty when it names such work; one that also names the duty's section goes
    first. A section alone is not enough: one section may demand several things.
    """
    named = [cost for cost in costs if _names(cost, duty)]
    at_home = [cost for cost in named if _is_at(cost, duty)]
    if at_home:
        return Cover(at_home[0], Match.BOTH)
    return Cover(named[0], Match.WORDS) if named else None


def _names(cost: Cost, duty: Duty) -> bool:
    if duty.role is not None and duty.role.value not in cost.what.lower():
        return False
    return duty.kind.named_by.search(cost.what) is not None


def _is_at(cost: Cost, duty: Duty) -> bool:
    names = numbers_in(cost.section)
    return any(is_named(place.section, names) for place in duty.places)


def hours_of(cost: Cost) -> Decimal | None:
    """Return the hours a year of a cost; None where it was given in dollars alone.

    Examples
    --------
    >>> hours_of(Cost("files", "Files", Decimal(13248), "288 hours × $46.00 per hour"))
    Decimal('288')
    >>> hours_of(Cost("software", "Software", Decimal(14400), "$14,400.00 a year")) is None
    True
    """
    first, cross, _ = cost.how.partition(" × ")
    if not cross or not re.match(r"[\d,.]+ hours?$", first):
        return None
    found = quantity.parse(first)
    return found.amount if found.unit == count("hour") else None
