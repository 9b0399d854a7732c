"""Two details of a FHIR visit: the kinds of its places, and its first diagnosis for billing."""

from collections.abc import Mapping
from typing import Any

from fairterms.outcomes.contract_measures.fhir_elements import Element, codes, ending
from fairterms.reference.clinical.code import Code

_FOR_BILLING = "billing"


def principal_diagnosis(encounter: Element) -> str:
    """Return the id of the diagnosis ranked first for billing; empty when there is none.

    Examples
    --------
    >>> role = {"coding": [{"code": "billing"}]}
    >>> named = {"condition": {"reference": "Condition/7"}, "use": role, "rank": 1}
    >>> principal_diagnosis({"diagnosis": [named]})
    '7'
    """
    for entry in encounter.get("diagnosis", ()):
        uses = {code.code for code in codes(entry.get("use"))}
        if entry.get("rank") == 1 and _FOR_BILLING in uses:
            return ending(entry.get("condition"))
    return ""


def place_kinds(locations: Mapping[str, Element], encounter: Element) -> dict[str, Any]:
    """Return the visit with the kinds of its places beside their references.

    Parameters
    ----------
    locations
        The Location resources of the bundle, by id.
    encounter
        The visit, or any other resource, which stays as it is.
    """
    given = encounter.get("location")
    if not isinstance(given, list) or not all(isinstance(entry, Mapping) for entry in given):
        return dict(encounter)
    return {**encounter, "location": [_with_kinds(locations, entry) for entry in given]}


def _with_kinds(locations: Mapping[str, Element], entry: Element) -> dict[str, Any]:
    named = entry.get("location")
    place = locations.get(ending(named)) if isinstance(named, Mapping) else None
    return {**entry, "type": (place or {}).get("type", ())}


def places(encounter: Element) -> tuple[Code, ...]:
    """Return the kinds of places of a visit that `place_kinds` has gone over.

    Examples
    --------
    >>> locations = {"a": {"type": [{"coding": [{"system": "x", "code": "OF"}]}]}}
    >>> visit = {"location": [{"location": {"reference": "Location/a"}}]}
    >>> places(place_kinds(locations, visit))
    (Code(system='x', code='OF'),)
    """
    entries = encounter.get("location", ())
    return codes(*(kind for entry in entries for kind in entry.get("type", ())))
