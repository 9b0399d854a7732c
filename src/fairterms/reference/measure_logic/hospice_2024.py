"""Hospice care in the measurement period, which takes a patient out of the 2024 measures."""

from collections.abc import Iterator

from fairterms.reference.clinical.code import Code, share
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MeasurementPeriod
from fairterms.reference.measure_logic.statuses_2024 import (
    assessments_done,
    procedures_done,
    services_ordered,
    visits,
)
from fairterms.reference.measure_logic.steps import Steps

VALUE_SETS = (
    "Encounter Inpatient",
    "Hospice Care Ambulatory",
    "Hospice Diagnosis",
    "Hospice Encounter",
)
"""The code lists it needs."""

DISCHARGED_TO_HOSPICE = frozenset(
    {Code("http://snomed.info/sct", "428361000124107"), Code("snomed", "428371000124100")}
)
"""Discharge to hospice care at home or in a facility."""

HOSPICE_QUESTION = frozenset({Code("http://loinc.org", "45755-6")})
YES = frozenset({Code("http://snomed.info/sct", "373066001")})

EXCLUSION = (
    "hospice care in the measurement period: a hospital stay that ended in it with discharge to "
    "hospice, a hospice visit, an assessment that says so, an order, a procedure or a diagnosis"
)
"""The rule in one sentence."""


def ask_hospice(
    steps: Steps, patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets
) -> bool:
    """Note whether the patient had hospice care in the measurement period.

    Parameters
    ----------
    steps
        Where the answer is noted.
    patient, period, sets
        The record, the period and the code lists.

    Raises
    ------
    Refusal
        When a code list is missing.

    Notes
    -----
    All comparisons are by calendar day as written. A diagnosis counts whatever its status.

    Sources
    -------
    CMS library Hospice 6.12.000.
    """
    found = [*_stays(patient, period, sets), *_care(patient, period, sets)]
    reason = "; ".join(found) or "none on record"
    return steps.ask("had hospice care in the measurement period", bool(found), reason)


def _stays(patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets) -> Iterator[str]:
    for stay in visits(patient.encounters, sets["Encounter Inpatient"]):
        end = stay.period.end if stay.period else None
        if end and period.holds(end.day) and share(stay.discharge, DISCHARGED_TO_HOSPICE):
            yield f"discharged to hospice on {end}"
    for visit in visits(patient.encounters, sets["Hospice Encounter"]):
        if _is_within_reach(visit.period, period):
            yield f"hospice visit {visit.period}"
    for order in services_ordered(patient.service_requests, sets["Hospice Care Ambulatory"]):
        if order.authored and period.holds(order.authored.day):
            yield f"hospice care ordered on {order.authored}"


def _care(patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets) -> Iterator[str]:
    for answer in assessments_done(patient.observations, HOSPICE_QUESTION):
        if share(answer.answers, YES) and _is_within_reach(answer.when, period):
            yield f"assessed as in hospice care {answer.when}"
    for care in procedures_done(patient.procedures, sets["Hospice Care Ambulatory"]):
        if _is_within_reach(care.when, period):
            yield f"hospice care {care.when}"
    for diagnosis in patient.conditions:
        is_hospice = share(diagnosis.codes, sets["Hospice Diagnosis"])
        if is_hospice and _is_within_reach(diagnosis.prevalence, period):
            yield f"hospice diagnosis {diagnosis.prevalence}"


def _is_within_reach(when: Period | None, period: MeasurementPeriod) -> bool:
    return when is not None and when.overlaps_days(period.starts, period.ends)
