"""Elements of FHIR resources as values: codes, moments, spans, references, supplies."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from fairterms.reference.clinical.calendar import add_months
from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.supply import Amount, Supply, days_in, times_a_day

Element = Mapping[str, Any]

_NOT_DONE = "notDoneReason"


def codes(*concepts: Element | None) -> tuple[Code, ...]:
    """Return every code of some concepts, in order."""
    return tuple(
        Code(coding.get("system", ""), coding["code"])
        for concept in concepts
        for coding in (concept or {}).get("coding", ())
        if coding.get("code")
    )


def word(concept: Element | None) -> str:
    """Return the first code of a concept, without its list; empty when there is none."""
    return next((code.code for code in codes(concept)), "")


def ending(reference: Element | None) -> str:
    """Return the id a reference ends in; empty when there is none."""
    text = str((reference or {}).get("reference", ""))
    return text.replace(":", "/").split("/")[-1].lstrip("#")


def span(element: Element | None) -> Period | None:
    """Return a FHIR period; None when it has neither end."""
    if not element:
        return None
    start, end = Moment.read(element.get("start")), Moment.read(element.get("end"))
    return Period(start, end) if start or end else None


def timing(resource: Element, name: str, birth: date | None = None) -> Period | None:
    """Return when something was: a moment, a span, or the year of an age.

    Parameters
    ----------
    resource
        The resource.
    name
        The element's name without its type, such as ``onset``.
    birth
        The day of birth, for a time written as an age in years.
    """
    for kind in ("DateTime", "Instant"):
        moment = Moment.read(resource.get(f"{name}{kind}"))
        if moment is not None:
            return Period.at(moment)
    age = (resource.get(f"{name}Age") or {}).get("value")
    if age is not None and birth is not None:
        last = date.fromordinal(add_months(birth, 12 * (int(age) + 1)).toordinal() - 1)
        return Period.on(add_months(birth, 12 * int(age)), last)
    return span(resource.get(f"{name}Period"))


def not_done_reasons(resource: Element) -> tuple[Code, ...]:
    """Return why something was not done: the US extension, or the reason of the status."""
    extended = (
        extension.get("valueCodeableConcept")
        for extension in resource.get("extension", ())
        if str(extension.get("url", "")).endswith(_NOT_DONE)
    )
    return codes(*extended, resource.get("statusReason"))


def ordered_supply(resource: Element) -> Supply:
    """Return what a MedicationRequest orders."""
    dispense = resource.get("dispenseRequest") or {}
    return _supply(
        dispense.get("expectedSupplyDuration"),
        dispense.get("quantity"),
        resource,
        int(dispense.get("numberOfRepeatsAllowed") or 0),
    )


def dispensed_supply(resource: Element) -> Supply:
    """Return what a MedicationDispense hands over."""
    return _supply(resource.get("daysSupply"), resource.get("quantity"), resource, 0)


def bounds(resource: Element) -> Period | None:
    """Return from when to when a medicine is to be taken."""
    return span(_repeat(resource).get("boundsPeriod"))


def _repeat(resource: Element) -> Element:
    dosage = _only(resource.get("dosageInstruction"))
    repeat = (dosage.get("timing") or {}).get("repeat") or {}
    assert isinstance(repeat, Mapping)
    return repeat


def _only(elements: Iterable[Element] | None) -> Element:
    """Return the one element; several instructions cannot be added up, and count as none."""
    given = list(elements or ())
    return given[0] if len(given) == 1 else {}


def _supply(
    days: Element | None, quantity: Element | None, resource: Element, refills: int
) -> Supply:
    repeat = _repeat(resource)
    rate = _only(_only(resource.get("dosageInstruction")).get("doseAndRate"))
    dose = (rate.get("doseRange") or {}).get("high") or rate.get("doseQuantity") or {}
    return Supply(
        days=_days(days),
        quantity=(quantity or {}).get("value"),
        dose=dose.get("value"),
        times_a_day=_daily(repeat),
        refills=refills,
    )


def _days(length: Element | None) -> Amount | None:
    if not length or length.get("value") is None:
        return None
    return days_in(length["value"], str(length.get("code") or length.get("unit") or "d"))


def _daily(repeat: Element) -> Amount | None:
    """Return how often a day; None when nothing is recorded of it."""
    times = repeat.get("frequencyMax") or repeat.get("frequency")
    if times and repeat.get("period"):
        return times_a_day(times, repeat["period"], str(repeat.get("periodUnit", "d")))
    return len(repeat.get("timeOfDay", ())) or None
