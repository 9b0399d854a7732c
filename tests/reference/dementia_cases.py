"""Invented patients with dementia, for the two years of CMS149."""

from dataclasses import replace
from datetime import date

from fairterms.reference.clinical.facts import Encounter, Observation
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment
from fairterms.reference.measure_logic.dementia_care import DIAGNOSES, INTERACTION, REASONS
from tests.reference.invented import code, diagnosis, found, visit

DAY = date(2025, 6, 30)
MORNING = visit("Office Visit", f"{DAY}T09:00:00Z", f"{DAY}T10:00:00Z")
ASSESSMENT = "Cognitive Assessment"


def patient(*found_or_not: Observation, visits: tuple[Encounter, ...] = ()) -> PatientRecord:
    """Somebody with dementia, a visit in the morning of 30 June 2025 and another kind of visit."""
    return PatientRecord(
        "1",
        encounters=visits or (MORNING, visit(INTERACTION, "2025-02-01")),
        conditions=(diagnosis(DIAGNOSES, "2020-01-01"),),
        observations=found_or_not,
    )


def refusal(issued: str, reason: str = REASONS, kind: str = ASSESSMENT) -> Observation:
    """Return the note that an assessment was not done, and why."""
    made = found(kind, issued, status="cancelled", has_value=False, issued=Moment.read(issued))
    return replace(made, not_done_reasons=(code(reason),))


def onset(moment: str, **more: object) -> PatientRecord:
    """Return the same patient, the diagnosis beginning at another moment."""
    return replace(patient(), conditions=(diagnosis(DIAGNOSES, moment, **more),))
