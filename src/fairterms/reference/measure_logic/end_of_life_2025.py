"""Hospice and palliative care that excuse a patient, as the measures of 2025 look for them."""

from collections.abc import Iterator

from fairterms.reference.clinical.code import Code, coded, share
from fairterms.reference.clinical.facts import ORDERS, Condition, ServiceRequest
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.units.period import Period as Days

COUNTED = ("final", "amended", "corrected")
"""A result counts with one of these."""

HOSPICE_SETS = (
    "Encounter Inpatient",
    "Hospice Encounter",
    "Hospice Care Ambulatory",
    "Hospice Diagnosis",
)
PALLIATIVE_SETS = (
    "Palliative Care Diagnosis",
    "Palliative Care Encounter",
    "Palliative Care Intervention",
)
"""The code lists that are read."""

_NEVER = ("cancelled", "entered-in-error", "unknown")
_NOT_PERFORMED = ("not-done", "entered-in-error", "unknown")
_HOSPICE_ASSESSMENT = frozenset({Code("loinc", "45755-6")})
_PALLIATIVE_ASSESSMENT = frozenset({Code("loinc", "71007-9")})
_YES = frozenset({Code("snomed-ct", "373066001")})
_TO_HOSPICE = frozenset(
    {Code("snomed-ct", "428371000124100"), Code("snomed-ct", "428361000124107")}
)


def is_certain(condition: Condition) -> bool:
    """Say whether a diagnosis is on record as active and as confirmed."""
    return condition.is_active and condition.is_confirmed


def hospice(patient: PatientRecord, sets: ValueSets, window: Days) -> list[str]:
    """Return every sign of hospice care in a window, in words with its date.

    Parameters
    ----------
    patient
        The record.
    sets
        The code lists.
    window
        The days looked at, both ends included.
    """
    return [*_hospice_care(patient, sets, window), *_hospice_records(patient, sets, window)]


def palliative(patient: PatientRecord, sets: ValueSets, window: Days) -> list[str]:
    """Return every sign of palliative care in a window, in words with its date.

    Parameters
    ----------
    patient
        The record.
    sets
        The code lists.
    window
        The days looked at, both ends included.
    """
    return list(_palliative(patient, sets, window))


def _hospice_care(patient: PatientRecord, sets: ValueSets, window: Days) -> Iterator[str]:
    """Give the stays that ended in hospice and the hospice visits."""
    for stay in coded(patient.encounters, sets["Encounter Inpatient"]):
        if stay.status != "finished" or not share(stay.discharge, _TO_HOSPICE):
            continue
        if stay.period is not None and stay.period.last_day in window:
            yield f"discharged to hospice {stay.period.last_day}"
    for visit in coded(patient.encounters, sets["Hospice Encounter"]):
        if visit.status not in _NEVER and _touches(visit.period, window):
            yield f"hospice visit {visit.period}"


def _hospice_records(patient: PatientRecord, sets: ValueSets, window: Days) -> Iterator[str]:
    """Give the assessments, orders, procedures and diagnoses of hospice care."""
    for one in coded(patient.observations, _HOSPICE_ASSESSMENT):
        if one.status in COUNTED and share(one.answers, _YES) and _touches(one.when, window):
            yield f"hospice assessment {one.when}"
    ambulatory = sets["Hospice Care Ambulatory"]
    for order in coded(patient.service_requests, ambulatory):
        if _is_ordered(order) and order.authored is not None and order.authored.day in window:
            yield f"hospice order {order.authored}"
    for done in coded(patient.procedures, ambulatory):
        if done.status not in _NOT_PERFORMED and _touches(done.when, window):
            yield f"hospice procedure {done.when}"
    yield from _diagnosed("hospice", patient, sets["Hospice Diagnosis"], window)


def _is_ordered(order: ServiceRequest) -> bool:
    is_kept = order.status in ("active", "completed") and order.intent in ORDERS
    return is_kept and not order.is_do_not_perform


def _palliative(patient: PatientRecord, sets: ValueSets, window: Days) -> Iterator[str]:
    for one in coded(patient.observations, _PALLIATIVE_ASSESSMENT):
        if one.status in COUNTED and _touches(one.when, window):
            yield f"palliative assessment {one.when}"
    yield from _diagnosed("palliative", patient, sets["Palliative Care Diagnosis"], window)
    for visit in coded(patient.encounters, sets["Palliative Care Encounter"]):
        if visit.status == "finished" and _touches(visit.period, window):
            yield f"palliative visit {visit.period}"
    for done in coded(patient.procedures, sets["Palliative Care Intervention"]):
        if done.status not in _NOT_PERFORMED and _touches(done.when, window):
            yield f"palliative procedure {done.when}"


def _diagnosed(
    word: str, patient: PatientRecord, codes: frozenset[Code], window: Days
) -> Iterator[str]:
    for condition in coded(patient.conditions, codes):
        if is_certain(condition) and _touches(condition.prevalence, window):
            yield f"{word} diagnosis {condition.prevalence}"


def _touches(period: Period | None, window: Days) -> bool:
    return period is not None and period.overlaps_days(window.first, window.last)
