"""A bundle and NDJSON give the same rows, and say what else they hold."""

import json

import pytest

from fairterms.records import fhir
from fairterms.records.delivery import Delivery, Load
from fairterms.records.refusals import FeedRefusal
from tests.records.feeds import INSTRUMENTS, RECEIVED, Room, room
from tests.records.test_fhir_rows import SCORE

PERSON = {"resourceType": "Patient", "id": "p1", "birthDate": "1990-05-05"}
DRAFT = {**SCORE, "id": "a2", "status": "preliminary"}
ODD = {**SCORE, "id": "a3", "subject": ["not as it should be"]}
RESOURCES = [PERSON, SCORE, DRAFT, ODD, {"resourceType": "Coverage", "id": "x"}]


def put(here: Room, name: str, text: str, table: str = "assessments") -> Load:
    path = here.folder / name
    path.write_text(text, encoding="utf-8")
    chosen = here.store.propose(path, table)
    return here.store.load(Delivery(path, table, "made up", RECEIVED), chosen, INSTRUMENTS)


def bundle() -> str:
    return json.dumps({"resourceType": "Bundle", "entry": [{"resource": r} for r in RESOURCES]})


def ndjson() -> str:
    return "\n".join(json.dumps(resource) for resource in RESOURCES) + "\n"


@pytest.mark.parametrize(("name", "text"), [("a.json", bundle()), ("a.ndjson", ndjson())])
def test_rows_are_numbered_by_entry_or_line_and_the_rest_is_counted(name: str, text: str) -> None:
    with room() as here:
        load = put(here, name, text)
        assert here.rows("row, person_id, instrument, score::INTEGER", "assessments") == [
            (2, "p1", "phq9", 14)
        ]
        assert here.aside() == [
            (
                3,
                "unreadable_lines",
                "its status is not one of final, amended, corrected, completed",
            ),
            (4, "unreadable_lines", "the Observation is not built as FHIR R4 says"),
        ]
        assert load.left_out == {"Patient": 1, "Coverage": 1}
        assert load.rows_read == 3


def test_a_bundle_is_loaded_once_for_each_table_it_holds() -> None:
    with room() as here:
        put(here, "a.json", bundle())
        put(here, "a.json", bundle(), "patients")
        assert here.rows("person_id", "patients") == [("p1",)]
        assert len(here.rows("row", "assessments")) == 1


def test_the_resources_of_a_bundle_are_numbered_by_their_entries() -> None:
    with room() as here:
        path = here.folder / "a.json"
        path.write_text(bundle(), encoding="utf-8")
        assert [(n, one["resourceType"]) for n, one in fhir.bundle(path)] == [
            (1, "Patient"),
            (2, "Observation"),
            (3, "Observation"),
            (4, "Observation"),
            (5, "Coverage"),
        ]


def test_a_line_that_is_no_json_is_set_aside() -> None:
    with room() as here:
        put(here, "a.ndjson", ndjson() + "{broken\n7\n")
        assert [(row, reason) for row, _, reason in here.aside()][2:] == [
            (6, "the line is no JSON, or not UTF-8"),
            (7, "this is no FHIR resource"),
        ]


def test_a_file_with_nothing_for_the_table_is_refused() -> None:
    with (
        room() as here,
        pytest.raises(FeedRefusal, match="kind: 1 Coverage, 3 Observation"),
    ):
        put(here, "a.json", bundle(), "visits")


@pytest.mark.parametrize("text", ["", "{", "<html>", '{"entry": [1'])
def test_what_is_no_bundle_is_refused(text: str) -> None:
    with room() as here, pytest.raises(FeedRefusal, match=r"no rows|cannot be read as a FHIR"):
        put(here, "a.json", text)


@pytest.mark.parametrize(
    ("name", "said"), [("a.json", "NDJSON: one record a line"), ("a.ndjson", "line end")]
)
def test_a_resource_beyond_measure_is_refused(
    name: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fhir, "LARGEST_RESOURCE", 300_000)
    long = {**SCORE, "note": [{"text": "x" * 900_000}]}
    text = json.dumps({"entry": [{"resource": long}]}) if name == "a.json" else json.dumps(long)
    with room() as here, pytest.raises(FeedRefusal, match=said):
        put(here, name, text)
