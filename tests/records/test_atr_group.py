"""A Da Vinci attribution list becomes rows of enrolment."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fairterms.records import atr_group
from fairterms.records.atr_group import AttributionList, Covered
from fairterms.records.delivery import Delivery
from fairterms.records.fhir_rows import MAKERS, NotUsable
from fairterms.records.provider_number import ProviderNumber
from fairterms.records.refusals import FeedRefusal
from tests.records.feeds import RECEIVED, Room, room

URL = "http://hl7.org/fhir/us/davinci-atr/StructureDefinition/"
NPI = {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}
TIN = {"system": "urn:oid:2.16.840.1.113883.4.4", "value": "123456789"}
OWN = {"system": "http://example.org", "value": "77"}
BEHIND: list[dict[str, Any]] = [
    {"resourceType": "Organization", "id": "o1", "name": "Example Health", "identifier": [TIN]},
    {"resourceType": "Organization", "id": "o2", "identifier": [OWN]},
    {"resourceType": "Practitioner", "id": "d1", "identifier": [NPI], "name": [{"family": "Doe"}]},
    {
        "resourceType": "PractitionerRole",
        "id": "r1",
        "identifier": [OWN],
        "practitioner": {"reference": "Practitioner/d1"},
        "organization": {"reference": "Organization/o1"},
    },
    {"resourceType": "Patient", "id": "p1", "name": [{"family": "Made", "given": ["Up"]}]},
    {
        "resourceType": "Coverage",
        "id": "c1",
        "status": "active",
        "period": {"start": "2027-01-01", "end": "2027-12-31"},
        "payor": [{"reference": "Organization/o1"}],
        "class": [{"type": {"coding": [{"code": "plan"}]}, "value": "Silver"}],
    },
]


def member(
    person: str = "p1",
    change: str | None = "new",
    provider: str = "Practitioner/d1",
    coverage: str = "Coverage/c1",
    **more: object,
) -> dict[str, Any]:
    extensions: list[dict[str, Any]] = [
        {"url": f"{URL}ext-coverageReference", "valueReference": {"reference": coverage}},
        {"url": f"{URL}ext-attributedProvider", "valueReference": {"reference": provider}},
    ]
    if change is not None:
        extensions.append({"url": f"{URL}ext-changeType", "valueCode": change})
    period = {"start": "2027-01-01", "end": "2027-12-31"}
    entity = {"reference": f"Patient/{person}", "display": "Made Up"}
    return {"extension": extensions, "entity": entity, "period": period, **more}


def group(*members: dict[str, Any], status: str | None = "open", **more: object) -> dict[str, Any]:
    contract = {"start": "2027-03-01", "end": "2027-12-31"}
    extensions: list[dict[str, Any]] = [
        {"url": f"{URL}ext-contractValidityPeriod", "valuePeriod": contract}
    ]
    if status:
        extensions.append({"url": f"{URL}ext-attributionListStatus", "valueCode": status})
    given = {"resourceType": "Group", "id": "g1", "extension": extensions, "member": list(members)}
    return {**given, "meta": {"lastUpdated": "2027-02-20T01:00:00Z"}, **more}


def files(folder: Path, given: dict[str, Any], behind: list[dict[str, Any]]) -> list[Path]:
    one, other = folder / "list.json", folder / "behind.json"
    one.write_text(json.dumps(given), encoding="utf-8")
    entries = [{"fullUrl": f"urn:uuid:{b['id']}", "resource": b} for b in behind]
    other.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}), encoding="utf-8")
    return [one, other]


@pytest.fixture
def here() -> Iterator[Room]:
    with room() as made:
        yield made


def read(folder: Path, *members: dict[str, Any], **more: Any) -> AttributionList:
    return atr_group.read(files(folder, group(*members, **more), BEHIND))


def load(here: Room, found: AttributionList) -> list[tuple[object, ...]]:
    path = here.folder / "one.ndjson"
    atr_group.write(found, path)
    column_map = here.store.propose(path, "enrolment")
    here.store.load(Delivery(path, "enrolment", "plan", RECEIVED), column_map)
    return here.rows("row, person_id, starts, ends, payer, plan, clinician_id", "enrolment")


def cells(found: AttributionList) -> Sequence[str | None]:
    """Return the row of the first member."""
    return MAKERS["Group"].cells(json.loads(found.lines[0]))


def test_a_member_becomes_a_row_in_the_overlap_of_contract_and_attribution(
    here: Room, tmp_path: Path
) -> None:
    found = read(tmp_path, member(), member("p2", period={"start": "2027-05-02"}))
    first, last, npi = date(2027, 3, 1), date(2027, 12, 31), "1234567893"
    assert load(here, found) == [
        (1, "p1", first, last, "Example Health", "Silver", npi),
        (2, "p2", date(2027, 5, 2), last, "Example Health", "Silver", npi),
    ]
    assert [one.is_cut for one in found.members] == [True, True]
    assert found.changed == date(2027, 2, 20)
    assert found.contract == (first, last)


@pytest.mark.parametrize(
    ("provider", "number"),
    [
        ("Practitioner/d1", ProviderNumber("NPI", "1234567893")),
        ("PractitionerRole/r1", ProviderNumber("NPI", "1234567893")),
        ("Organization/o1", ProviderNumber("TIN", "123456789")),
        ("Organization/o2", ProviderNumber("other", "77")),
        ("urn:uuid:o1", ProviderNumber("TIN", "123456789")),
        ("http://example.org/fhir/Practitioner/d1/_history/2", ProviderNumber("NPI", "1234567893")),
        ("Practitioner/nobody", ProviderNumber("", "")),
    ],
)
def test_a_provider_of_any_kind_is_resolved_to_a_number(
    tmp_path: Path, provider: str, number: ProviderNumber
) -> None:
    found = read(tmp_path, member(provider=provider))
    assert [one.provider for one in found.members] == [number]
    assert cells(found)[-1] == (number.value or None)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (member(change="cancelled"), "the attribution was cancelled"),
        (member(period={"end": "2027-12-31"}), "the attribution has no first day"),
        (
            member(change="dropped", period={"start": "2027-01-01"}),
            "the member was dropped, and the last day is not given",
        ),
        (
            member(inactive=True, period={"start": "2027-01-01"}),
            "the member was dropped, and the last day is not given",
        ),
        (
            member(period={"start": "2026-01-01", "end": "2027-02-28"}),
            "no day of the attribution lies within the contract",
        ),
        (
            member(period={"start": "2027-01"}),
            "a day of the attribution or of the contract is no whole date",
        ),
    ],
)
def test_a_member_whose_days_are_not_sure_is_set_aside_by_its_place(
    tmp_path: Path, given: dict[str, Any], reason: str
) -> None:
    found = read(tmp_path, member("p2"), given)
    with pytest.raises(NotUsable, match=reason):
        MAKERS["Group"].cells(json.loads(found.lines[1]))
    assert [one.why_not for one in found.members] == ["", reason]


def test_what_is_set_aside_is_named_by_its_place(here: Room, tmp_path: Path) -> None:
    found = read(tmp_path, member("p2"), member(change="cancelled"))
    assert [row[:2] for row in load(here, found)] == [(1, "p2")]
    assert here.aside() == [(2, "unreadable_lines", "the attribution was cancelled")]


def test_a_member_dropped_on_a_day_counts_until_then(tmp_path: Path) -> None:
    period = {"start": "2027-01-01", "end": "2027-06-30"}
    found = read(tmp_path, member(change="dropped", inactive=True, period=period))
    assert cells(found)[2] == "2027-06-30"


@pytest.mark.parametrize(
    ("change", "written"),
    [("add", "new"), ("new", "new"), ("nochange", "nochange"), ("joined", None), (None, None)],
)
def test_add_is_read_as_new_and_only_listed_codes_are_written(
    tmp_path: Path, change: str | None, written: str | None
) -> None:
    found = read(tmp_path, member(change=change))
    assert found.members[0].change == (change or "")
    codes = [
        one.get("valueCode")
        for one in json.loads(found.lines[0])["member"][0]["extension"]
        if one["url"].endswith("ext-changeType")
    ]
    assert codes == ([written] if written else [])


@pytest.mark.parametrize(
    ("changed", "covered"),
    [
        ({}, Covered.WHOLE),
        ({"status": "cancelled"}, Covered.NOT),
        ({"period": {"start": "2025-01-01", "end": "2026-12-31"}}, Covered.NOT),
        ({"period": {"start": "2027-03-02"}}, Covered.PART),
        ({"period": {"start": "2027-01-01", "end": "2027-12-30"}}, Covered.PART),
        ({"period": {"start": "2027-03-01"}}, Covered.WHOLE),
        ({"period": {"start": "2027"}}, Covered.NOT_SENT),
        ({"id": "c9"}, Covered.NOT_SENT),
    ],
)
def test_coverage_is_compared_with_the_days_that_count(
    tmp_path: Path, changed: dict[str, object], covered: Covered
) -> None:
    behind = [*BEHIND[:-1], {**BEHIND[-1], **changed}]
    found = atr_group.read(files(tmp_path, group(member()), behind))
    assert [one.covered for one in found.members] == [covered]


def test_a_final_list_is_known_as_final(tmp_path: Path) -> None:
    assert read(tmp_path, member(), status="final").is_final
    assert not read(tmp_path, member(), status="open").is_final
    assert read(tmp_path, member(), status=None).status == ""


def test_nothing_that_names_a_person_is_kept(tmp_path: Path) -> None:
    found = read(tmp_path, member())
    assert "Made" not in "".join(found.lines) + repr(found)
    assert "Doe" not in "".join(found.lines)
    assert "p1" not in repr(found)


def test_one_file_may_hold_the_list_and_what_it_refers_to(tmp_path: Path) -> None:
    path = tmp_path / "all.ndjson"
    lines = [json.dumps(one) for one in [*BEHIND, group(member())]]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [one.provider.system for one in atr_group.read([path]).members] == ["NPI"]


@pytest.mark.parametrize("count", [0, 2])
def test_one_list_at_a_time_is_read(tmp_path: Path, count: int) -> None:
    paths = files(tmp_path, group(), [group() for _ in range(count - 1)] if count else [])
    with pytest.raises(FeedRefusal, match=f"hold {count or 'no'} attribution lists"):
        atr_group.read(paths if count else paths[1:])


@pytest.mark.parametrize("text", ["no json", '{"resourceType": "Group", "member": [7]}'])
def test_what_is_no_list_is_refused_without_a_trace_of_its_values(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FeedRefusal, match="cannot be read as"):
        atr_group.read([path])


def test_a_missing_file_is_refused(here: Room, tmp_path: Path) -> None:
    with pytest.raises(FeedRefusal, match="there is no such file"):
        atr_group.read([tmp_path / "nowhere.json"])


def test_a_whole_list_loaded_alone_says_what_it_needs(here: Room, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(group(member(), member("p2"))), encoding="utf-8")
    column_map = here.store.propose(path, "enrolment")
    here.store.load(Delivery(path, "enrolment", "plan", RECEIVED), column_map)
    assert [reason for _, _, reason in here.aside()] == [
        "a list of several members is read together with the resources it refers to"
    ]


def test_a_written_list_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "one.ndjson"
    atr_group.write(read(tmp_path, member()), path)
    assert path.stat().st_mode & 0o777 == 0o600
