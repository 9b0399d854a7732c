"""Findings for other programs."""

import json

from fairterms.review import export
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of
from tests.review.conftest import OPENING, Read

BAD = OPENING + (
    "1. Change. Plan may amend this Agreement at any time without consent. "
    "2. Manual. Provider shall comply with the Provider Manual.\n"
)


def test_records_hold_every_place_exactly(read_all: Read) -> None:
    reading = read_all(BAD, features=Features())
    records = json.loads(json.dumps(export.as_records(findings_of(reading))))
    quotes = [one["evidence"] for one in records if one["evidence"]["kind"] == "quote"]
    assert quotes
    text = reading.documents[0].text
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert {"quote", "absence"} == {one["evidence"]["kind"] for one in records}


def test_rows_fit_their_columns(read_all: Read) -> None:
    found = findings_of(read_all(BAD, features=Features()))
    rows = export.as_rows(found)
    assert len(rows) == len(found)
    assert {len(row) for row in rows} == {len(export.COLUMNS)}
    assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


def test_locations_name_a_rule_a_file_and_letters(read_all: Read) -> None:
    reading = read_all(BAD, features=Features(), unread=1)
    found = findings_of(reading)
    made = export.as_locations(reading.documents, found, list(CHECKS.values()))
    (run,) = made["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert made["version"] == "2.1.0"
    assert {result["ruleId"] for result in run["results"]} <= rules
    assert {"fail", "review"} == {result["kind"] for result in run["results"]}
    regions = [
        place["physicalLocation"]["region"]
        for result in run["results"]
        for place in result["locations"]
    ]
    text = reading.documents[0].text
    for region in regions:
        first = region["charOffset"]
        assert text[first : first + region["charLength"]] == region["snippet"]["text"]
