"""The published example of an attribution list: everything its notes say an importer should see."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fairterms.population import member_months
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.reconcile.attribution_lists.received_list import Received, take_in
from fairterms.records.atr_group import CHANGE_TYPES, STATUSES
from fairterms.units.period import Period
from tests.records.feeds import Room, room

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "atr"
LIST, BUNDLE = FOLDER / "atr-group-example.json", FOLDER / "atr-supporting-bundle.json"

pytestmark = pytest.mark.skipif(
    not LIST.is_file(), reason="the example of an attribution list is not beside the repository"
)


@pytest.fixture(scope="module")
def here() -> Iterator[Room]:
    with room() as made:
        yield made


@pytest.fixture(scope="module")
def found(here: Room) -> Received:
    return take_in(here.store, [LIST, BUNDLE], "plan", date(2020, 8, 1))


def what(found: Received, code: str) -> str:
    (one,) = [notice for notice in found.notices if notice.code == code]
    return one.what


def test_add_is_accepted_as_new_with_a_warning_and_only_listed_codes_are_written(
    found: Received,
) -> None:
    assert "members 1, 2, 3 of the list" in what(found, "change-type-add")
    assert all('"valueCode": "new"' in line for line in found.found.lines)
    assert not any('"add"' in line for line in found.found.lines)


def test_a_final_list_takes_no_edit_and_leads_to_a_dispute(found: Received) -> None:
    assert found.found.is_final
    assert "dispute" in found.next_step
    assert what(found, "list-is-final") == "the list is final"


def test_coverage_that_ended_before_the_attribution_is_reported(found: Received) -> None:
    expected = "members 1, 2, 3 of the list: attributed without active coverage"
    assert what(found, "no-active-coverage") == expected


def test_days_count_only_where_contract_and_attribution_overlap(
    here: Room, found: Received
) -> None:
    starts = date(2020, 7, 25)
    assert here.rows("starts, ends", "enrolment") == [
        (starts, date(2020, 10, 8)),
        (starts, date(2021, 6, 24)),
        (starts, date(2021, 6, 24)),
    ]
    year = Exposure(MonthRule.FIFTEENTH, Period(date(2020, 1, 1), date(2021, 12, 31)), Selection())
    # From August to September, and twice from August to June.
    assert member_months.count(here.store.connection, year).amount == 2 + 11 + 11


def test_an_organization_a_practitioner_and_a_role_are_resolved(
    here: Room, found: Received
) -> None:
    systems = [member.provider.system for member in found.found.members]
    # The organization goes by a number of the sender only; the list says so.
    assert systems == ["other", "NPI", "NPI"]
    assert here.rows("clinician_id", "enrolment") == [
        ("666666",),
        ("9941339100",),
        ("9941339100",),
    ]
    assert "member 1 of the list" in what(found, "provider-without-number")


def test_the_list_s_npi_fails_its_check_digit_and_is_kept(found: Received) -> None:
    assert "9941339108" in what(found, "npi-check-digit")
    kept = [(number.system, number.value) for number in found.found.providers]
    assert kept == [("NPI", "9941339108"), ("TIN", "789456231")]


def test_no_name_of_a_person_is_kept_or_told(found: Received) -> None:
    people = json.loads(BUNDLE.read_text(encoding="utf-8"))["entry"]
    names = {
        word
        for entry in people
        if entry["resource"]["resourceType"] in {"Patient", "Practitioner"}
        for name in entry["resource"]["name"]
        for word in (name["family"], *name["given"])
        if len(word) > 2
    }
    text = "\n".join([*found.found.lines, *map(str, found.notices), repr(found)])
    assert names
    assert not [name for name in names if name in text]


def test_the_codes_are_those_of_the_standard() -> None:
    codes = json.loads((FOLDER / "codes.json").read_text(encoding="utf-8"))
    assert list(CHANGE_TYPES) == codes["changeType"]["codes"]
    assert list(STATUSES) == codes["attributionListStatus"]["codes"]
