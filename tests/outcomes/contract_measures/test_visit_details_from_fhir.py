"""The kinds of a visit's places, and its first diagnosis for billing."""

from typing import Any

import pytest

from fairterms.outcomes.contract_measures.visit_details_from_fhir import (
    place_kinds,
    places,
    principal_diagnosis,
)
from fairterms.reference.clinical.code import Code

LOCATIONS: dict[str, dict[str, Any]] = {
    "a": {"type": [{"coding": [{"system": "x", "code": "OFFICE"}]}]},
    "b": {"name": "no kind on record"},
}


def entry(condition: str, rank: int | None, use: str | None) -> dict[str, Any]:
    given: dict[str, Any] = {"condition": {"reference": f"Condition/{condition}"}}
    if rank is not None:
        given["rank"] = rank
    if use is not None:
        given["use"] = {"coding": [{"code": use}]}
    return given


@pytest.mark.parametrize(
    ("rank", "use", "expected"),
    [
        (1, "billing", "7"),
        (2, "billing", ""),
        (None, "billing", ""),
        (1, "AD", ""),
        (1, None, ""),
    ],
)
def test_the_first_diagnosis_is_ranked_first_for_billing(
    rank: int | None, use: str | None, expected: str
) -> None:
    other = entry("8", 2, "billing")
    assert principal_diagnosis({"diagnosis": [other, entry("7", rank, use)]}) == expected


def test_a_visit_without_diagnoses_has_no_first() -> None:
    assert principal_diagnosis({}) == ""


def test_a_visit_has_the_kinds_of_all_its_places() -> None:
    visit = {"location": [{"location": {"reference": f"Location/{name}"}} for name in "abc"]}
    assert places(place_kinds(LOCATIONS, visit)) == (Code("x", "OFFICE"),)


def test_a_resource_without_a_place_stays_as_it_is() -> None:
    assert place_kinds(LOCATIONS, {"id": "1"}) == {"id": "1"}
    assert places({"id": "1"}) == ()


def test_a_place_not_built_as_fhir_says_is_left_alone() -> None:
    for given in ({"reference": "Location/a"}, "a", 1, None, ["a"]):
        assert place_kinds(LOCATIONS, {"location": given}) == {"location": given}
    assert places(place_kinds(LOCATIONS, {"location": [{"location": "a"}]})) == ()
