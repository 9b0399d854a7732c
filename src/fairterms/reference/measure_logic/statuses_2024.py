"""Which records count as done, ordered or handed over, by the statuses of the 2024 measures.

The plan's own words "done" and "ordered" are no statuses; these are the ones the measures name. A
visit counts from the patient's arrival on, not only when it is finished.
"""

from collections.abc import Iterable

from fairterms.reference.clinical.code import Code, share
from fairterms.reference.clinical.facts import (
    Encounter,
    MedicationDispense,
    MedicationOrder,
    Observation,
    Procedure,
    ServiceRequest,
)

VISITED = ("finished", "arrived", "triaged", "in-progress", "onleave")
ASSESSED = ("final", "amended", "corrected")
ORDERED = ("active", "completed")
HANDED_OVER = ("completed", "in-progress", "on-hold")

Wanted = frozenset[Code]


def visits(encounters: Iterable[Encounter], wanted: Wanted) -> tuple[Encounter, ...]:
    """Return the encounters of these kinds that took place or are taking place."""
    return tuple(e for e in encounters if e.status in VISITED and share(e.codes, wanted))


def procedures_done(procedures: Iterable[Procedure], wanted: Wanted) -> tuple[Procedure, ...]:
    """Return the procedures of these kinds that were completed."""
    return tuple(p for p in procedures if p.status == "completed" and share(p.codes, wanted))


def assessments_done(
    observations: Iterable[Observation], wanted: Wanted
) -> tuple[Observation, ...]:
    """Return the assessments of these kinds whose result stands."""
    return tuple(o for o in observations if o.status in ASSESSED and share(o.codes, wanted))


def medicines_ordered(
    orders: Iterable[MedicationOrder], wanted: Wanted
) -> tuple[MedicationOrder, ...]:
    """Return the orders of these medicines that stand or were carried out."""
    return tuple(o for o in orders if o.status in ORDERED and _is_order(o, wanted))


def medicines_active(
    orders: Iterable[MedicationOrder], wanted: Wanted
) -> tuple[MedicationOrder, ...]:
    """Return the orders of these medicines that stand; one carried out is active no more."""
    return tuple(o for o in orders if o.status == "active" and _is_order(o, wanted))


def medicines_handed_over(
    dispenses: Iterable[MedicationDispense], wanted: Wanted
) -> tuple[MedicationDispense, ...]:
    """Return the medicines of these kinds that were dispensed."""
    return tuple(d for d in dispenses if d.status in HANDED_OVER and share(d.codes, wanted))


def services_ordered(
    requests: Iterable[ServiceRequest], wanted: Wanted
) -> tuple[ServiceRequest, ...]:
    """Return the orders of these services that stand or were carried out."""
    return tuple(r for r in requests if r.status in ORDERED and _is_order(r, wanted))


def _is_order(request: MedicationOrder | ServiceRequest, wanted: Wanted) -> bool:
    is_given = request.intent == "order" and not request.is_do_not_perform
    return is_given and share(request.codes, wanted)
