"""Everything a measure may read about one patient."""

from dataclasses import dataclass
from datetime import date

from fairterms.reference.clinical.facts import (
    Bill,
    Condition,
    Coverage,
    Encounter,
    MedicationDispense,
    MedicationOrder,
    Observation,
    Procedure,
    ServiceRequest,
)


@dataclass(frozen=True, eq=False)
class PatientRecord:
    """One patient's record; each is itself alone, so that work on it can be remembered.

    Attributes
    ----------
    id
        The patient as the source numbers them.
    birth_date, death_date
        None when not on record.
    sex
        As recorded.
    """

    id: str
    birth_date: date | None = None
    death_date: date | None = None
    sex: str = ""
    encounters: tuple[Encounter, ...] = ()
    conditions: tuple[Condition, ...] = ()
    observations: tuple[Observation, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    medication_orders: tuple[MedicationOrder, ...] = ()
    medication_dispenses: tuple[MedicationDispense, ...] = ()
    service_requests: tuple[ServiceRequest, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    bills: tuple[Bill, ...] = ()
