"""The findings of the last reading of the contract: with what was decided and said about each."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal

from django.http import Http404
from ninja import Query, Router
from pydantic import JsonValue, StringConstraints

from fairterms_web.api.policy import in_room
from fairterms_web.api.shapes import Listed, LongWords, MayBeWords, Page, Sent, Told, part_of
from fairterms_web.jobs import access as work
from fairterms_web.read import access, actions
from fairterms_web.read.access import Marked, Said
from fairterms_web.read.models import Decision
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, REMARK

router = Router(tags=["Findings"])
Key = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{24}$")]
Severity = Literal["critical", "high", "medium", "low"]
Decided = Literal["open", "accepted", "dismissed"]


class Choice(Sent):
    """What is decided about a finding."""

    decision: Decided
    reason: MayBeWords = ""


class Remarked(Sent):
    """What is said about a finding."""

    text: LongWords


class RemarkTold(Told):
    """A remark; who made it is called by role and account."""

    text: str
    said_by: str
    said_at: datetime


class FindingTold(Told):
    """A finding with its evidence, what was decided and what was said."""

    key: str
    number: int
    check: str
    title: str
    severity: str
    status: str
    why: str
    asks: list[str]
    wording: str | None
    evidence: dict[str, JsonValue]
    decision: str
    reason: str
    remarks: list[RemarkTold]


@router.get("/rooms/{room_id}/findings", response=Listed[FindingTold])
@in_room(READ)
def list_findings(
    by: Entered,
    page: Query[Page],
    severity: Severity | None = None,
    decision: Decided | None = None,
) -> dict[str, object]:
    """List what the last reading found, the most severe first; nothing before the first reading."""
    wanted = [
        one
        for one in _all(by)
        if severity in {None, one.record["severity"]} and decision in {None, one.decision}
    ]
    return part_of(wanted, page, _told)


@router.get("/rooms/{room_id}/findings/{key}", response=FindingTold)
@in_room(READ)
def one_finding(by: Entered, key: Key) -> FindingTold:
    """Give one finding."""
    return _told(_finding(by, key))


@router.put("/rooms/{room_id}/findings/{key}/decision", response=FindingTold)
@in_room(REMARK)
def decide_finding(by: Entered, key: Key, choice: Choice) -> FindingTold:
    """Decide about a finding; setting it aside needs a reason."""
    found = _finding(by, key)
    decision = Decision(choice.decision)
    mark = actions.decide(by=by, finding=key, decision=decision, reason=choice.reason)
    return _told(replace(found, decision=mark.decision, reason=mark.reason))


@router.post("/rooms/{room_id}/findings/{key}/remarks", response={201: FindingTold})
@in_room(REMARK)
def remark_finding(by: Entered, key: Key, remarked: Remarked) -> FindingTold:
    """Say something about a finding."""
    found = _finding(by, key)
    row = actions.remark(by=by, finding=key, text=remarked.text)
    said = Said(remarked.text.strip(), row.said_by, row.said_at)
    return _told(replace(found, remarks=(*found.remarks, said)))


def _all(by: Entered) -> tuple[Marked, ...]:
    shown = work.standing(by, "review").shown
    return access.reviewed(by, shown, has_text=False).findings if shown is not None else ()


def _finding(by: Entered, key: str) -> Marked:
    found = next((one for one in _all(by) if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _told(one: Marked) -> FindingTold:
    record = one.record
    return FindingTold(
        key=one.key,
        number=one.number,
        check=record["check"],
        title=record.get("title", ""),
        severity=record["severity"],
        status=record["status"],
        why=record.get("why", ""),
        asks=record.get("asks", []),
        wording=record.get("wording"),
        evidence=record["evidence"],
        decision=one.decision,
        reason=one.reason,
        remarks=[
            RemarkTold(text=said.text, said_by=said.said_by, said_at=said.said_at)
            for said in one.remarks
        ],
    )
