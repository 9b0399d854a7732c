"""A Da Vinci attribution list: a FHIR Group and the resources it refers to, as rows of enrolment.

A list names each member with a span of attribution, a coverage and a provider. It is taken apart
into one Group a member, with the coverage contained and the provider by number; these are loaded
like any other file, so that row 3 of the load is member 3 of the list. Days count only where the
contract and the attribution overlap. What is said of a member names its place, never the person.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from fairterms.records.bundle import TooLong, entries
from fairterms.records.provider_number import OTHER, ProviderNumber, best, number_of
from fairterms.records.refusals import FeedRefusal, missing_file, too_large, unreadable

Resource = Mapping[str, Any]

COLUMNS = ("person_id", "starts", "ends", "payer", "payer_type", "plan", "clinician_id")
"""The columns of enrolment that a member of a list fills."""

CHANGE_TYPES = ("new", "dropped", "changed", "nochange", "cancelled")
STATUSES = ("draft", "open", "final")
"""The codes of the standard; another change type may be sent, and is never sent on."""
LARGEST_LIST = 400_000_000
"""Characters. A list is one resource, and is held in memory as a whole."""

_MEANT = {"add": "new"}
_URL = "http://hl7.org/fhir/us/davinci-atr/StructureDefinition/"
_KEPT = {
    "Coverage": ("status", "period", "class", "payor", "extension"),
    "Organization": ("name", "identifier"),
    "Practitioner": ("identifier",),
    "PractitionerRole": ("identifier", "practitioner", "organization"),
}
"""What is kept of the resources a list refers to; nothing that names a person."""


class Covered(StrEnum):
    """How far a coverage holds on the days a member counts."""

    WHOLE = "on every day"
    PART = "on a part of the days"
    NOT = "on no day"
    NOT_SENT = "the coverage was not sent, or has no whole dates"


@dataclass(frozen=True)
class Member:
    """What is known of one member of a list, without who it is.

    Attributes
    ----------
    row
        The place on the list, from 1.
    change
        The change type as sent; empty when there is none.
    why_not
        Why the member does not count; empty when it does.
    is_cut
        Whether some days attributed lie outside the contract.
    covered
        How far the coverage holds.
    provider
        Whom the member is attributed to.
    """

    row: int
    change: str
    why_not: str
    is_cut: bool
    covered: Covered
    provider: ProviderNumber


@dataclass(frozen=True)
class AttributionList:
    """A list as it was sent.

    Attributes
    ----------
    file
        The name of the file with the Group.
    status
        "draft", "open" or "final", or what was sent instead; empty when it does not say.
    changed
        The day it was last changed; None when it does not say.
    contract
        The first and the last day of the contract; None where open.
    providers
        The numbers the list itself goes by.
    members
        In the order of the list.
    lines
        One Group a member as JSON, in the same order.
    """

    file: str
    status: str
    changed: date | None
    contract: tuple[date | None, date | None]
    providers: tuple[ProviderNumber, ...]
    members: tuple[Member, ...]
    lines: tuple[str, ...] = field(repr=False)

    @property
    def is_final(self) -> bool:
        """Whether no member can be added or removed any more."""
        return self.status == "final"


def why_not(group: Resource) -> str:
    """Say why a Group gives no row; empty when it gives one.

    Parameters
    ----------
    group
        A Group of one member.
    """
    members = group.get("member") or []
    if len(members) != 1:
        return "a list of several members is read together with the resources it refers to"
    member = members[0]
    try:
        starts, ends = _days(member.get("period"))
        counted = _overlap((starts, ends), _contract(group))
    except ValueError:
        return "a day of the attribution or of the contract is no whole date"
    change = _extended(member, "ext-changeType", "valueCode")
    if change == "cancelled":
        return "the attribution was cancelled"
    if starts is None:
        return "the attribution has no first day"
    if ends is None and (change == "dropped" or member.get("inactive") is True):
        return "the member was dropped, and the last day is not given"
    return "" if counted else "no day of the attribution lies within the contract"


def cells(group: Resource) -> Sequence[str | None]:
    """Return the row of a Group of one member, in the order of :data:`COLUMNS`.

    Parameters
    ----------
    group
        A Group that :func:`why_not` says nothing against.
    """
    member = group["member"][0]
    counted = _overlap(_days(member.get("period")), _contract(group))
    assert counted is not None, "checked by why_not"
    starts, ends = counted
    coverage: Resource = next(iter(group.get("contained") or ()), {})
    provider = _extended(member, "ext-attributedProvider", "valueReference") or {}
    return (
        _last(member.get("entity")),
        starts.isoformat(),
        ends.isoformat() if ends else None,
        _payer(coverage, {}),
        _product_type(coverage),
        _product(coverage),
        provider.get("identifier", {}).get("value") or _last(provider),
    )


def read(paths: Sequence[Path]) -> AttributionList:
    """Read a list and the resources it refers to.

    Parameters
    ----------
    paths
        One or more files, bundles or NDJSON; one Group stands in one of them.

    Raises
    ------
    FeedRefusal
        When a file is no FHIR, or there is not exactly one list.
    """
    known: dict[str, Resource] = {}
    lists: list[tuple[str, Resource]] = []
    for path in paths:
        for address, resource in _resources(path):
            if resource.get("resourceType") == "Group":
                lists.append((path.name, resource))
            else:
                known |= _known(address, resource)
    if len(lists) != 1:
        raise FeedRefusal(
            ", ".join(path.name for path in paths),
            f"the files hold {len(lists) or 'no'} attribution lists",
            "one list is compared with the one before it",
            "give the file of one list, and the bundle it refers to",
        )
    file, group = lists[0]
    try:
        return _list(file, group, known)
    except (AttributeError, KeyError, TypeError, IndexError, ValueError):
        raise unreadable(file, "an attribution list as FHIR R4 says") from None


def _known(address: str, resource: Resource) -> dict[str, Resource]:
    """Return what is kept of a resource, under each address it may be referred to by."""
    kind = str(resource.get("resourceType"))
    if kind not in _KEPT:
        return {}
    names = ("resourceType", *_KEPT[kind])
    kept = {name: resource[name] for name in names if name in resource}
    return {one: kept for one in (f"{kind}/{resource.get('id')}", address) if one}


def write(found: AttributionList, path: Path) -> None:
    """Write a list as one Group a member, ready to be loaded as the table enrolment.

    Parameters
    ----------
    found
        The list.
    path
        NDJSON; only its owner may read it.
    """
    path.touch(mode=0o600)
    path.write_text("".join(f"{line}\n" for line in found.lines), encoding="utf-8")


def _list(file: str, group: Resource, known: Mapping[str, Resource]) -> AttributionList:
    changed = str(group.get("meta", {}).get("lastUpdated", ""))[:10]
    given = group.get("member", ())
    alone = [_alone(member, group, known) for member in given]
    pairs = enumerate(zip(given, alone, strict=True), start=1)
    return AttributionList(
        file,
        str(_extended(group, "ext-attributionListStatus", "valueCode") or ""),
        date.fromisoformat(changed) if changed else None,
        _contract(group),
        tuple(number_of(given) for given in group.get("identifier", ())),
        tuple(_member(row, sent, one) for row, (sent, one) in pairs),
        tuple(json.dumps(one, ensure_ascii=False) for one in alone),
    )


def _alone(member: Resource, group: Resource, known: Mapping[str, Resource]) -> Resource:
    """Return a Group of one member, with all that its row needs, and listed codes only."""
    sent = _extended(member, "ext-changeType", "valueCode")
    change = _MEANT.get(str(sent), sent)
    provider = _resolve(_extended(member, "ext-attributedProvider", "valueReference"), known)
    coverage = _find(_extended(member, "ext-coverageReference", "valueReference"), known)
    extensions = [{"url": f"{_URL}ext-changeType", "valueCode": change}]
    extensions = extensions if change in CHANGE_TYPES else []
    if provider.system:
        number = {"system": provider.system, "value": provider.value}
        given = {"url": f"{_URL}ext-attributedProvider", "valueReference": {"identifier": number}}
        extensions.append(given)
    contained = [{**coverage, "payor": [{"display": _payer(coverage, known)}]}] if coverage else []
    # A reference may carry a name beside it; only the address is kept.
    address = str((member.get("entity") or {}).get("reference", ""))
    return {
        "resourceType": "Group",
        "extension": group.get("extension", []),
        "contained": contained,
        "member": [
            {
                "extension": extensions,
                "entity": {"reference": address},
                "period": member.get("period"),
                "inactive": member.get("inactive", False),
            }
        ],
    }


def _member(row: int, given: Resource, alone: Resource) -> Member:
    member = alone["member"][0]
    reason = why_not(alone)
    contract, coverage = _contract(alone), next(iter(alone["contained"]), None)
    provider = _extended(member, "ext-attributedProvider", "valueReference")
    number = provider["identifier"] if provider else {"system": "", "value": ""}
    span = None if reason else _days(member.get("period"))
    counted = _overlap(span, contract) if span else None
    return Member(
        row,
        str(_extended(given, "ext-changeType", "valueCode") or ""),
        reason,
        bool(span and counted != span),
        _covered(coverage, counted) if counted else Covered.WHOLE,
        ProviderNumber(number["system"], number["value"]),
    )


def _covered(coverage: Resource | None, counted: tuple[date, date | None]) -> Covered:
    try:
        span = _days(coverage.get("period")) if coverage else None
    except ValueError:
        span = None
    if coverage is None or span is None:
        return Covered.NOT_SENT
    held = _overlap(counted, span)
    if coverage.get("status") != "active" or held is None:
        return Covered.NOT
    return Covered.WHOLE if held == counted else Covered.PART


def _resolve(reference: Resource | None, known: Mapping[str, Resource]) -> ProviderNumber:
    """Find a provider's NPI, else its TIN, else the sender's own number for it."""
    if reference and reference.get("identifier"):
        return number_of(reference["identifier"])
    first = _find(reference, known)
    if first is None:
        return ProviderNumber("", "")
    # A role has no NPI of its own: the person in it has, else the organization.
    behind = [_find(first.get(name), known) for name in ("practitioner", "organization")]
    numbers = [
        number_of(given)
        for one in (first, *behind)
        if one is not None
        for given in one.get("identifier", ())
    ]
    return best(numbers) or ProviderNumber(OTHER, _last(reference) or "")


def _find(reference: Resource | None, known: Mapping[str, Resource]) -> Resource | None:
    address = str((reference or {}).get("reference", "")).split("/_history/")[0]
    return known.get(address) or known.get("/".join(address.split("/")[-2:]))


def _resources(path: Path) -> Iterator[tuple[str, Resource]]:
    """Give the resources of a file, each with the address others may know it by."""
    if not path.is_file():
        raise missing_file(path.name)
    try:
        with path.open(encoding="utf-8-sig") as file:
            is_bundle = path.suffix.lower() != ".ndjson"
            lines = ({"resource": json.loads(line)} for line in file if line.strip())
            for entry in entries(file, LARGEST_LIST) if is_bundle else lines:
                resource = entry.get("resource") if isinstance(entry, dict) else None
                if isinstance(resource, dict):
                    yield str(entry.get("fullUrl", "")), resource
    except TooLong as size:
        raise too_large(path.name, size.characters, LARGEST_LIST) from None
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise unreadable(path.name, "FHIR") from None


def _payer(coverage: Resource, known: Mapping[str, Resource]) -> str | None:
    payor: Resource = next(iter(coverage.get("payor") or ()), {})
    organization = _find(payor, known) or {}
    return organization.get("name") or payor.get("display") or _last(payor)


def _product(coverage: Resource) -> str | None:
    for one in coverage.get("class") or ():
        if any(coding.get("code") == "plan" for coding in one.get("type", {}).get("coding", ())):
            return str(one.get("value"))
    return None


def _product_type(coverage: Resource) -> str | None:
    concept = _extended(coverage, "ext-insuranceProductType", "valueCodeableConcept") or {}
    return next((str(one["code"]) for one in concept.get("coding", ()) if "code" in one), None)


def _extended(given: Resource, name: str, value: str) -> Any:
    for one in given.get("extension", ()):
        if str(one.get("url", "")).split("/")[-1] == name:
            return one.get(value)
    return None


def _contract(group: Resource) -> tuple[date | None, date | None]:
    return _days(_extended(group, "ext-contractValidityPeriod", "valuePeriod"))


def _days(period: Resource | None) -> tuple[date | None, date | None]:
    given = period or {}
    first, last = (str(given.get(end) or "")[:10] for end in ("start", "end"))
    return (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


def _overlap(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None]
) -> tuple[date, date | None] | None:
    """Return the days two spans share; None when they share none, or neither has a first day."""
    starts = max((day for day in (one[0], other[0]) if day), default=None)
    ends = min((day for day in (one[1], other[1]) if day), default=None)
    if starts is None or (ends is not None and ends < starts):
        return None
    return starts, ends


def _last(reference: Resource | None) -> str | None:
    address = str((reference or {}).get("reference", "")).split("/_history/")[0]
    return re.split(r"[/:]", address)[-1].lstrip("#") or None
