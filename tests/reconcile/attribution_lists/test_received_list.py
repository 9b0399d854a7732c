"""A list that came in: its rows, what to notice, and what can be done."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fairterms.reconcile.attribution_lists.received_list import (
    Received,
    next_step,
    notices,
    take_in,
)
from fairterms.records import atr_group
from fairterms.records.atr_group import AttributionList
from tests.records.feeds import Room, room
from tests.records.test_atr_group import BEHIND, OWN, files, group, member

DAY = date(2027, 3, 5)


@pytest.fixture
def here() -> Iterator[Room]:
    with room() as made:
        yield made


def received(here: Room, *members: dict[str, Any], **more: Any) -> Received:
    return take_in(here.store, files(here.folder, group(*members, **more), BEHIND), "plan", DAY)


def read(folder: Path, *members: dict[str, Any], **more: Any) -> AttributionList:
    return atr_group.read(files(folder, group(*members, **more), BEHIND))


def codes(found: AttributionList) -> dict[str, str]:
    return {one.code: one.what for one in notices(found)}


def whole(**more: Any) -> dict[str, Any]:
    """Return a member of whom there is nothing to notice."""
    return member(period={"start": "2027-03-01", "end": "2027-12-31"}, **more)


def test_a_sound_list_is_loaded_and_nothing_is_noticed(here: Room) -> None:
    found = received(here, whole())
    assert found.notices == ()
    assert found.next_step == next_step(found.found)
    assert (found.load.rows_loaded, found.load.received, found.load.feed) == (1, DAY, "plan")


def test_each_sort_of_notice_names_places_and_says_what_to_do(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        member(change="add", coverage="Coverage/none", provider="Organization/o2"),
        whole(change="joined", provider="Practitioner/none"),
        whole(change="cancelled"),
        status=None,
        identifier=[{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567890"}, OWN],
    )
    seen = codes(found)
    assert seen.keys() == {
        "no-list-status",
        "npi-check-digit",
        "change-type-add",
        "unlisted-change-type",
        "coverage-not-sent",
        "cut-to-contract",
        "provider-not-sent",
        "provider-without-number",
        "member-not-counted",
    }
    assert seen["npi-check-digit"] == "the list’s NPI 1234567890 does not meet its check digit"
    assert seen["change-type-add"].startswith("member 1 of the list: the change type is")
    assert seen["provider-not-sent"].startswith("member 2 of the list")
    assert "member 3 of the list: not counted" in seen["member-not-counted"]
    assert all(one.why and one.fix and one.file == "list.json" for one in notices(found))


def test_coverage_that_is_not_active_is_noticed_and_the_months_are_kept(tmp_path: Path) -> None:
    ended = {**BEHIND[-1], "id": "c2", "period": {"start": "2020-01-01", "end": "2020-12-31"}}
    short = {**BEHIND[-1], "id": "c3", "period": {"start": "2027-01-01", "end": "2027-06-30"}}
    rows = group(whole(), whole(coverage="Coverage/c2"), whole(coverage="Coverage/c3"))
    for place, one in enumerate(rows["member"]):
        one["entity"]["reference"] = f"Patient/p{place}"
    found = atr_group.read(files(tmp_path, rows, [*BEHIND, ended, short]))
    assert codes(found) == {
        "no-active-coverage": "member 2 of the list: attributed without active coverage",
        "coverage-in-part": "member 3 of the list: the coverage holds on a part of the days only",
    }
    assert not any(one.why_not for one in found.members)


def test_a_provider_whose_npi_is_wrong_is_kept_as_sent(tmp_path: Path) -> None:
    wrong = {
        "resourceType": "Practitioner",
        "id": "d2",
        "identifier": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567890"}],
    }
    given = group(whole(provider="Practitioner/d2"))
    found = atr_group.read(files(tmp_path, given, [*BEHIND, wrong]))
    assert codes(found).keys() == {"npi-check-digit"}
    assert [one.provider.value for one in found.members] == ["1234567890"]


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("final", "Put a difference into a dispute"),
        ("open", "ask the plan to add or remove"),
        ("draft", "settle nothing on it"),
        ("closed", "Ask the plan"),
    ],
)
def test_the_status_decides_between_an_edit_and_a_dispute(
    tmp_path: Path, status: str, word: str
) -> None:
    found = read(tmp_path, whole(), status=status)
    assert word in next_step(found)
    assert ("list-is-final" in codes(found)) is (status == "final")


def test_a_list_without_the_days_of_the_contract_says_so(tmp_path: Path) -> None:
    given = group(whole())
    given["extension"] = given["extension"][1:]
    found = atr_group.read(files(tmp_path, given, BEHIND))
    assert codes(found).keys() == {"no-contract-days"}


def test_a_later_list_stands_in_place_of_the_earlier_and_both_are_kept(here: Room) -> None:
    older = received(here, whole())
    newer = received(here, whole(), whole(person="p2"))
    assert here.rows("load_id", "enrolment") == [(newer.load.load_id,)] * 2
    assert older.load.load_id in here.store.loads()
    again = received(here, whole(), whole(person="p2"))
    assert again.load.is_repeat


def test_no_notice_holds_who_a_member_is(here: Room) -> None:
    found = received(here, member("secret-7", change="add", provider="Organization/o2"))
    text = "\n".join(map(str, found.notices)) + repr(found)
    assert "secret-7" not in text
    assert "secret-7" in json.dumps(here.rows("person_id", "enrolment"))


def test_many_places_are_counted_and_not_all_named(tmp_path: Path) -> None:
    rows = [whole(person=f"p{n}", change="add") for n in range(13)]
    seen = codes(read(tmp_path, *rows))
    start = "members 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more of the list: "
    assert seen["change-type-add"].startswith(start)
