"""The export for programs: three sorts of things apart, ids that stay, and nothing unissued."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from fairterms.audit.engagement.oscal import export
from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.standing import stand
from tests.audit.engagement.made_up import AGREED, FINDING, HEAD, ISSUE, WHOLE, WORK

LATER = date(2029, 1, 1)


def exported(text: str, on: date = LATER, name: str = "Cedar") -> str:
    book = read_text(text).book
    issued = [one for one in stand(book, on) if one.issued_on]
    return export(name, on, book.up_to(on), issued)


def result(text: str, on: date = LATER) -> dict[str, Any]:
    (found,) = json.loads(exported(text, on))["assessment-results"]["results"]
    return dict(found)


def uuids(tree: object) -> list[str]:
    if isinstance(tree, dict):
        own = [tree["uuid"]] if "uuid" in tree else []
        return own + [one for part in tree.values() for one in uuids(part)]
    return [one for part in tree for one in uuids(part)] if isinstance(tree, list) else []


def test_observations_findings_and_risks_stand_apart_and_name_each_other() -> None:
    found = result(WHOLE)
    (seen,), (finding,), (risk,) = found["observations"], found["findings"], found["risks"]
    assert finding["related-observations"] == [{"observation-uuid": seen["uuid"]}]
    assert finding["related-risks"] == [{"risk-uuid": risk["uuid"]}]
    assert seen["methods"] == ["TEST"]
    assert seen["expires"] == "2029-03-31T00:00:00Z"
    assert finding["target"]["status"] == {"state": "satisfied"}
    assert risk["status"] == "closed"
    assert risk["statement"] == "An older sheet was used."


@pytest.mark.parametrize("part", [(), ("results", 0)])
def test_each_level_has_the_fields_that_its_shape_asks_for(part: tuple[Any, ...]) -> None:
    tree = json.loads(exported(WHOLE))["assessment-results"]
    for step in part:
        tree = tree[step]
    needed = {"uuid", "title", "description", "start", "reviewed-controls"}
    assert (needed if part else {"uuid", "metadata", "import-ap", "results"}) <= tree.keys()


def test_ids_are_uuids_each_its_own_and_stay_the_same() -> None:
    ids = uuids(json.loads(exported(WHOLE)))
    assert len(set(ids)) == len(ids) > 6
    assert all(UUID(one).version == 5 for one in ids)
    assert exported(WHOLE) == exported(WHOLE)
    later = set(uuids(json.loads(exported(WHOLE, date(2029, 2, 1)))))
    assert len(set(ids) & later) == len(ids) - 2  # the report and its result are of their day
    assert not set(ids) & set(uuids(json.loads(exported(WHOLE, name="Willow"))))


def test_what_was_answered_and_verified_stands_in_the_log_of_the_risk() -> None:
    answer, look = result(WHOLE)["risks"][0]["risk-log"]["entries"]
    assert answer["title"] == "Answer of the plan, by actuary"
    assert "Plan: It is worked out again." in answer["description"]
    assert look["description"] == "Test: Worked out again.\n\nResult: closed"
    assert "risk-log" not in result(HEAD + WORK + FINDING + ISSUE)["risks"][0]


def test_a_draft_and_a_workpaper_never_stand_in_it() -> None:
    draft = FINDING.replace('"order"', '"secret"').replace("out of order", "not yet told")
    text = exported(WHOLE + draft)
    assert "not yet told" not in text
    assert "one line does not agree" not in text
    assert "findings" not in result(HEAD + WORK + FINDING)
    assert "observations" not in result(HEAD + WORK + FINDING)


def test_it_holds_for_its_day() -> None:
    on = date(2028, 11, 1)
    found = result(HEAD + WORK + FINDING + ISSUE + AGREED, on)
    assert found["risks"][0]["status"] == "remediating"
    assert found["findings"][0]["target"]["status"] == {"state": "not-satisfied"}
    assert "findings" not in result(WHOLE, date(2028, 10, 5))


def test_a_small_count_does_not_leave_with_it() -> None:
    text = WHOLE.replace("Line 15 comes first.", "Three patients waited.")
    assert "Three patients" not in exported(text)
    assert "[1 to 10] patients" in exported(text)


def test_a_report_of_a_day_before_the_work_does_not_end_before_it_starts() -> None:
    found = result(WHOLE, date(2028, 9, 1))
    assert found["start"] == found["end"]
