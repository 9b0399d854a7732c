"""Patient records from a FHIR R4 bundle.

What cannot be used is listed by the number of its entry and the reason, never by its content.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fairterms.outcomes.contract_measures import fhir_elements as fhir
from fairterms.outcomes.contract_measures import visit_details_from_fhir as visit_details
from fairterms.outcomes.contract_measures.fhir_elements import Element
from fairterms.records import fhir as door
from fairterms.reference.clinical.facts import (
    Condition,
    Coverage,
    Encounter,
    MedicationDispense,
    MedicationOrder,
    Observation,
    Procedure,
    ServiceRequest,
)
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Bundle:
    """The patients of a bundle, and what is wrong with it.

    Attributes
    ----------
    patients
        In the order of the file.
    problems
        What was left out or doubted, by the number of the entry.
    """

    patients: tuple[PatientRecord, ...]
    problems: tuple[Problem, ...]


def read(path: Path) -> Bundle:
    """Read the patients of a bundle.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Bundle
        Every Patient resource as a record. In a file with one patient every fact is that
        patient's; where it names another, a problem says so.

    Raises
    ------
    FeedRefusal
        When the file is no FHIR bundle.
    """
    patients: dict[str, Element] = {}
    others: list[tuple[int, Element]] = []
    locations: dict[str, Element] = {}
    for number, resource in door.bundle(path):
        kind = resource.get("resourceType") if isinstance(resource, dict) else None
        if kind == "Patient":
            patients[str(resource.get("id", number))] = resource
        elif kind == "Location":
            locations[str(resource.get("id", number))] = resource
        elif kind in _MAKERS:
            others.append((number, resource))
    sorting = _Sorting(path.name, patients)
    for number, resource in others:
        sorting.add(number, visit_details.place_kinds(locations, resource))
    return Bundle(sorting.records(), tuple(sorting.problems))


class _Sorting:
    """The facts of every patient, and the problems met on the way."""

    def __init__(self, file: str, patients: Mapping[str, Element]) -> None:
        self._file = file
        self._patients = patients
        self._births = {name: _day(given.get("birthDate")) for name, given in patients.items()}
        self._facts: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self.problems: list[Problem] = []

    def add(self, number: int, resource: Element) -> None:
        """Add a resource to its patient."""
        owner = self._owner(number, resource)
        if owner is None:
            return
        field, make = _MAKERS[resource["resourceType"]]
        try:
            self._facts[owner][field].append(make(resource, self._births[owner]))
        except (AttributeError, KeyError, TypeError, ValueError):
            self._complain(
                number,
                f"the {resource['resourceType']} is not built as FHIR R4 says",
                "fhir-unreadable",
                "it cannot count for or against the patient",
                "ask the sender for this record again",
            )

    def records(self) -> tuple[PatientRecord, ...]:
        """Return the patients."""
        return tuple(
            PatientRecord(
                id=name,
                birth_date=self._births[name],
                death_date=_day(given.get("deceasedDateTime")),
                sex=str(given.get("gender", "")),
                **{field: tuple(facts) for field, facts in self._facts[name].items()},
            )
            for name, given in self._patients.items()
        )

    def _owner(self, number: int, resource: Element) -> str | None:
        subject = resource.get("subject") or resource.get("beneficiary")
        named = fhir.ending(subject)
        if named in self._patients:
            return named
        only = next(iter(self._patients)) if len(self._patients) == 1 else None
        if only is None:
            self._complain(
                number,
                f"the {resource['resourceType']} names no patient of this file",
                "fhir-no-patient",
                "nobody can tell whose it is, and it was left out",
                "ask the sender for a file with its patient",
            )
        elif named:
            self._complain(
                number,
                f"the {resource['resourceType']} names another patient than the one in the file",
                "fhir-other-patient",
                "it was counted as this patient's, because the file holds only one",
                "ask the sender whose it is",
            )
        return only

    def _complain(self, number: int, what: str, code: str, why: str, fix: str) -> None:
        self.problems.append(Problem(self._file, number, what, code, why, fix))


def _day(text: str | None) -> date | None:
    moment = Moment.read(text)
    return moment.day if moment else None


def _encounter(given: Element, _: date | None) -> Encounter:
    kind = given.get("class", {}).get("code", "")
    stay = given.get("hospitalization") or {}
    named = [entry.get("condition") for entry in given.get("diagnosis", ())]
    return Encounter(
        id=str(given.get("id", "")),
        codes=fhir.codes(*given.get("type", ())),
        status=str(given.get("status", "")),
        period=fhir.span(given.get("period")),
        class_code=kind,
        reasons=fhir.codes(*given.get("reasonCode", ())),
        discharge=fhir.codes(stay.get("dischargeDisposition")),
        diagnoses=tuple(map(fhir.ending, [*named, *given.get("reasonReference", ())])),
        principal_diagnosis=visit_details.principal_diagnosis(given),
        places=visit_details.places(given),
        is_virtual=kind == "VR" if kind else None,
        clinician=_clinician(given.get("participant", ())),
    )


def _clinician(participants: Sequence[Element]) -> str:
    named = (fhir.ending(participant.get("individual")) for participant in participants)
    return next((name for name in named if name), "")


def _condition(given: Element, birth: date | None) -> Condition:
    return Condition(
        id=str(given.get("id", "")),
        codes=fhir.codes(given.get("code")),
        clinical_status=fhir.word(given.get("clinicalStatus")),
        verification=fhir.word(given.get("verificationStatus")),
        onset=fhir.timing(given, "onset", birth),
        abatement=fhir.timing(given, "abatement", birth),
        recorded=Moment.read(given.get("recordedDate")),
        categories=tuple(code.code for code in fhir.codes(*given.get("category", ()))),
        encounter=fhir.ending(given.get("encounter")),
    )


def _observation(given: Element, _: date | None) -> Observation:
    number = given.get("valueInteger", (given.get("valueQuantity") or {}).get("value"))
    return Observation(
        id=str(given.get("id", "")),
        codes=fhir.codes(given.get("code")),
        status=str(given.get("status", "")),
        when=fhir.timing(given, "effective"),
        number=None if number is None else float(number),
        answers=fhir.codes(given.get("valueCodeableConcept")),
        flag=given.get("valueBoolean"),
        has_value=any(name.startswith("value") for name in given),
        issued=Moment.read(given.get("issued")),
        not_done_reasons=fhir.not_done_reasons(given),
        encounter=fhir.ending(given.get("encounter")),
    )


def _procedure(given: Element, _: date | None) -> Procedure:
    return Procedure(
        id=str(given.get("id", "")),
        codes=fhir.codes(given.get("code")),
        status=str(given.get("status", "")),
        when=fhir.timing(given, "performed"),
        not_done_reasons=fhir.not_done_reasons(given),
        encounter=fhir.ending(given.get("encounter")),
    )


def _order(given: Element, _: date | None) -> MedicationOrder:
    allowed = (given.get("dispenseRequest") or {}).get("validityPeriod") or {}
    return MedicationOrder(
        id=str(given.get("id", "")),
        codes=fhir.codes(given.get("medicationCodeableConcept")),
        status=str(given.get("status", "")),
        intent=str(given.get("intent", "")),
        authored=Moment.read(given.get("authoredOn")),
        allowed_from=Moment.read(allowed.get("start")),
        bounds=fhir.bounds(given),
        supply=fhir.ordered_supply(given),
        is_do_not_perform=bool(given.get("doNotPerform")),
    )


def _dispense(given: Element, _: date | None) -> MedicationDispense:
    return MedicationDispense(
        id=str(given.get("id", "")),
        codes=fhir.codes(given.get("medicationCodeableConcept")),
        status=str(given.get("status", "")),
        handed_over=Moment.read(given.get("whenHandedOver")),
        prepared=Moment.read(given.get("whenPrepared")),
        supply=fhir.dispensed_supply(given),
    )


def _request(given: Element, _: date | None) -> ServiceRequest:
    return ServiceRequest(
        id=str(given.get("id", "")),
        codes=fhir.codes(given.get("code")),
        status=str(given.get("status", "")),
        intent=str(given.get("intent", "")),
        authored=Moment.read(given.get("authoredOn")),
        is_do_not_perform=bool(given.get("doNotPerform")),
        reasons=fhir.codes(*given.get("reasonCode", ())),
    )


def _coverage(given: Element, _: date | None) -> Coverage:
    period: Period | None = fhir.span(given.get("period"))
    payer = next((fhir.ending(payor) for payor in given.get("payor", ())), "")
    return Coverage(str(given.get("id", "")), str(given.get("status", "")), period, payer)


_MAKERS: Mapping[str, tuple[str, Callable[[Element, date | None], object]]] = {
    "Encounter": ("encounters", _encounter),
    "Condition": ("conditions", _condition),
    "Observation": ("observations", _observation),
    "Procedure": ("procedures", _procedure),
    "MedicationRequest": ("medication_orders", _order),
    "MedicationDispense": ("medication_dispenses", _dispense),
    "ServiceRequest": ("service_requests", _request),
    "Coverage": ("coverages", _coverage),
}
"""For each kind of resource the field it fills and what makes a fact of it."""
