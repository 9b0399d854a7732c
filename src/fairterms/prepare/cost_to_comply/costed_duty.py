"""A duty with its workload, and whether the group's own list of costs holds it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.contract.deal import Cost
from fairterms.prepare.cost_to_comply import matching, workload
from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.matching import Cover, Match
from fairterms.prepare.cost_to_comply.spread import Spread, total
from fairterms.prepare.cost_to_comply.workload import Workload, Yardstick

IN_NO_COST = "none"
"""Said in place of a cost's id: the group's own costs leave this duty out."""


class Status(StrEnum):
    """How a duty stands against the group's own list of costs."""

    COVERED = "in your costs"
    MISSED = "not in your costs"
    NOT_OURS = "not ours"


@dataclass(frozen=True)
class CostedDuty:
    """A duty and what it takes.

    Attributes
    ----------
    load
        Hours and dollars a year; None where a size is not known.
    wanted
        What must be known before it can be told; empty where ``load`` is there.
    status
        Whether the group's own costs hold it.
    cover
        The cost that does, and why it is taken to.
    why_not
        Why it is not the group's work, in the group's own words.
    """

    duty: Duty
    load: Workload | None
    wanted: str
    status: Status
    cover: Cover | None = None
    why_not: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether the group's own costs leave it out."""
        return self.status is Status.MISSED


@dataclass(frozen=True)
class OwnCost:
    """One cost of the group's own list beside the default of the duties it holds.

    Attributes
    ----------
    duties
        The duties it is taken to hold; none where no such duty was found.
    default
        What these take by the defaults, in dollars a year; None where one of them is not known.
    """

    cost: Cost
    duties: tuple[CostedDuty, ...]
    default: Spread | None

    @property
    def is_low(self) -> bool:
        """Whether the group's own amount is below the low end of the defaults."""
        return self.default is not None and self.cost.amount < self.default.low


def cost_duty(duty: Duty, costs: Sequence[Cost], measure: Yardstick) -> CostedDuty:
    """Cost one duty and set it beside the group's own list."""
    found = workload.of(duty, measure)
    load, wanted = (found, "") if isinstance(found, Workload) else (None, found)
    own, of_kind = workload.changes(duty, measure.declaration)
    why_not = own.not_ours or of_kind.not_ours
    if why_not:
        return CostedDuty(duty, load, wanted, Status.NOT_OURS, None, why_not)
    named = [cost for cost in costs if cost.id == own.covered_by]
    cover = Cover(named[0], Match.DECLARED) if named else matching.cover(duty, costs)
    if cover is None or own.covered_by == IN_NO_COST:
        return CostedDuty(duty, load, wanted, Status.MISSED)
    return CostedDuty(duty, load, wanted, Status.COVERED, cover)


def beside_costs(costs: Iterable[Cost], duties: Sequence[CostedDuty]) -> tuple[OwnCost, ...]:
    """Set each cost of the group's own list beside the duties it holds."""
    found = []
    for cost in costs:
        held = tuple(one for one in duties if one.cover and one.cover.cost.id == cost.id)
        loads = [one.load for one in held if one.load is not None]
        is_whole = bool(held) and len(loads) == len(held)
        default = total(load.dollars for load in loads) if is_whole else None
        found.append(OwnCost(cost, held, default))
    return tuple(found)
