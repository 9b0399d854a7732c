"""One FHIR resource, one row: which of its elements fill which of our columns.

Dates are kept as written, without moving them to another time zone.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fairterms.records import atr_group
from fairterms.units.code_system import name_of

Resource = Mapping[str, Any]

COUNTED_STATUS = ("final", "amended", "corrected", "completed")
"""A score counts with one of these; a preliminary or cancelled one does not."""


class NotUsable(ValueError):
    """Raised with the reason why a resource gives no row; without any of its values."""


@dataclass(frozen=True)
class Maker:
    """How a kind of resource becomes a row.

    Attributes
    ----------
    table
        The table it is for.
    columns
        The columns it fills.
    cells
        Gives their values as text, in order.
    """

    table: str
    columns: tuple[str, ...]
    cells: Callable[[Resource], Sequence[str | None]]


_ASSESSMENT = (
    "assessment_id",
    "person_id",
    "instrument",
    "loinc_code",
    "assessed_on",
    "score",
    "items",
    "visit_id",
    "status",
)


def _observation(given: Resource) -> Sequence[str | None]:
    _refuse_uncounted(given)
    code = _coded(given.get("code"), "loinc")
    when = _first(given, "effectiveDateTime", "effectiveInstant") or _period(given, "start")
    score = given.get("valueInteger", given.get("valueQuantity", {}).get("value"))
    if score is None:
        raise NotUsable("the Observation has no number as its value")
    return (
        given.get("id"),
        _reference(given.get("subject")),
        None,
        code,
        _day(when),
        str(score),
        None,
        _reference(given.get("encounter")),
        given.get("status"),
    )


def _questionnaire_response(given: Resource) -> Sequence[str | None]:
    _refuse_uncounted(given)
    answers = list(_answers(given.get("item", [])))
    if not answers:
        raise NotUsable("the QuestionnaireResponse has no answers in numbers")
    questionnaire = str(given.get("questionnaire", "")).split("|")[0].rstrip("/").split("/")[-1]
    is_code = bool(re.fullmatch(r"\d{1,7}-\d", questionnaire))
    return (
        given.get("id"),
        _reference(given.get("subject") or given.get("source")),
        None if is_code else questionnaire or None,
        questionnaire if is_code else None,
        _day(given.get("authored")),
        None,
        ",".join(answers),
        _reference(given.get("encounter")),
        given.get("status"),
    )


def _answers(items: Sequence[Resource]) -> Sequence[str]:
    """Return the answers in order, an empty text where none is given."""
    found: list[str] = []
    for item in items:
        if "item" in item:
            found += _answers(item["item"])
            continue
        given = (item.get("answer") or [{}])[0]
        found.append(_points(given))
    return found if any(found) else []


def _points(answer: Resource) -> str:
    """Return an answer's points: a number as it is, or the ordinal value of a coded answer."""
    for name in ("valueInteger", "valueDecimal"):
        if name in answer:
            return str(answer[name])
    coding = answer.get("valueCoding", {})
    for extension in (*answer.get("extension", ()), *coding.get("extension", ())):
        if "valueDecimal" in extension:
            return str(extension["valueDecimal"])
    return ""


def _encounter(given: Resource) -> Sequence[str | None]:
    if given.get("status") == "entered-in-error":
        raise NotUsable("the Encounter was entered in error")
    coding = _any_coding(given.get("type"))
    clinician = next(
        (
            _reference(participant.get("individual"))
            for participant in given.get("participant", ())
            if participant.get("individual")
        ),
        None,
    )
    return (
        given.get("id"),
        _reference(given.get("subject")),
        clinician,
        _day(_period(given, "start")),
        _day(_period(given, "end")),
        given.get("class", {}).get("code"),
        given.get("status"),
        name_of(coding["system"]) if "system" in coding else None,
        coding.get("code"),
        "true" if given.get("class", {}).get("code") == "VR" else None,
    )


def _condition(given: Resource) -> Sequence[str | None]:
    if _any_coding([given.get("verificationStatus", {})]).get("code") == "entered-in-error":
        raise NotUsable("the Condition was entered in error")
    codings = given.get("code", {}).get("coding", [])
    first = next((c for c in codings if name_of(c.get("system", "")) == "icd-10-cm"), None)
    coding = first or (codings[0] if codings else {})
    return (
        given.get("id"),
        _reference(given.get("subject")),
        name_of(coding["system"]) if "system" in coding else None,
        coding.get("code"),
        _day(given.get("recordedDate")),
        _day(given.get("onsetDateTime") or given.get("onsetPeriod", {}).get("start")),
        _day(given.get("abatementDateTime") or given.get("abatementPeriod", {}).get("start")),
        _any_coding([given.get("clinicalStatus", {})]).get("code"),
        _reference(given.get("encounter")),
    )


def _patient(given: Resource) -> Sequence[str | None]:
    return (
        given.get("id"),
        _day(given.get("birthDate")),
        given.get("gender"),
        _day(given.get("deceasedDateTime")),
    )


def _member_of_list(given: Resource) -> Sequence[str | None]:
    if reason := atr_group.why_not(given):
        raise NotUsable(reason)
    return atr_group.cells(given)


MAKERS: Mapping[str, Maker] = {
    "Observation": Maker("assessments", _ASSESSMENT, _observation),
    "QuestionnaireResponse": Maker("assessments", _ASSESSMENT, _questionnaire_response),
    "Encounter": Maker(
        "visits",
        (
            "visit_id",
            "person_id",
            "clinician_id",
            "starts",
            "ends",
            "visit_type",
            "status",
            "code_system",
            "service_code",
            "is_telehealth",
        ),
        _encounter,
    ),
    "Condition": Maker(
        "diagnoses",
        (
            "diagnosis_id",
            "person_id",
            "code_system",
            "diagnosis_code",
            "recorded_on",
            "starts",
            "ends",
            "status",
            "visit_id",
        ),
        _condition,
    ),
    "Group": Maker("enrolment", atr_group.COLUMNS, _member_of_list),
    "Patient": Maker("patients", ("person_id", "birth_date", "sex", "death_date"), _patient),
}
"""Every kind of resource that is read."""


def _refuse_uncounted(given: Resource) -> None:
    if given.get("status") not in COUNTED_STATUS:
        raise NotUsable(f"its status is not one of {', '.join(COUNTED_STATUS)}")


def _coded(concept: Resource | None, system: str) -> str | None:
    for coding in (concept or {}).get("coding", ()):
        if name_of(coding.get("system", "")) == system:
            return str(coding.get("code"))
    return None


def _any_coding(concepts: Sequence[Resource] | None) -> Resource:
    for concept in concepts or ():
        for coding in concept.get("coding", ()):
            return coding  # type: ignore[no-any-return]
    return {}


def _reference(given: Resource | None) -> str | None:
    text = str((given or {}).get("reference", ""))
    return re.split(r"[/:]", text)[-1].lstrip("#") or None


def _first(given: Resource, *names: str) -> str | None:
    return next((str(given[name]) for name in names if name in given), None)


def _period(given: Resource, end: str) -> str | None:
    period = given.get("period") or given.get("effectivePeriod") or {}
    return period.get(end)


def _day(when: str | None) -> str | None:
    """Return the day as written; a month or a year alone is no day."""
    return str(when)[:10] if when else None
