"""What was decided and said about findings was told of, and what was told of is there."""

from collections.abc import Sequence

from fairterms_web.ledgers.traces import Said, Trace
from fairterms_web.read.access import TABLE
from fairterms_web.read.models import FindingMark, Remark
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import of_room

UNREADABLE = "?"


def compare(room_id: str, said: Sequence[Said]) -> list[str]:
    """Compare a room's marks and remarks with what its ledger tells of them."""
    decided = {
        content["finding"]: (content["decision"], content["reason"])
        for kind, content in said
        if kind == "finding.decided"
    }
    marks = FindingMark.objects.of_every_room().filter(room_id=room_id)
    held = {one.finding: (one.decision, one.reason) for one in marks}
    problems = [
        f"finding {one}: what is marked is not what the ledger tells of"
        for one in sorted(decided.keys() | held.keys())
        if decided.get(one) != held.get(one)
    ]
    spoken, kept = _told(said), _kept(room_id)
    return problems + [
        f"finding {one}: the remarks that are there are not those the ledger tells of"
        for one in sorted(spoken.keys() | kept.keys())
        if spoken.get(one, []) != kept.get(one, [])
    ]


def _told(said: Sequence[Said]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, content in said:
        if kind == "remark.made":
            found.setdefault(content["finding"], []).append(content["remark"])
    return found


def _kept(room_id: str) -> dict[str, list[str]]:
    """Return each finding's remarks as they open."""
    ring = of_room(room_id)
    found: dict[str, list[str]] = {}
    rows = Remark.objects.of_every_room().filter(room_id=room_id)
    for row in rows.order_by("finding", "number"):
        said = found.setdefault(row.finding, [])
        place = f"{row.finding}.{row.number}"
        try:
            text = ring.open(TABLE, "text", place, bytes(row.text)).decode()
        except Unopened:
            said.append(UNREADABLE)
        else:
            said.append(text if row.number == len(said) + 1 else UNREADABLE)
    return found


TRACE: Trace = compare
