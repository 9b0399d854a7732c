"""Who sits, how they voted and what the minutes are is what the ledger tells, or committed to."""

from collections.abc import Sequence
from typing import Any

from fairterms_web.committee.models import Ballot, Minutes, Seat
from fairterms_web.committee.sealed import opened
from fairterms_web.committee.votes import is_as_committed
from fairterms_web.ledgers.traces import Said, Trace
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, of_room


def compare(room_id: str, said: Sequence[Said]) -> list[str]:
    """Compare a room's seats, votes and minutes with what its ledger tells of them."""
    ring = of_room(room_id)
    told = {
        (content["motion"], content["seat"], content["ballot"]): content["commitment"]
        for kind, content in said
        if kind == "ballot.cast"
    }
    rows = Ballot.objects.of_every_room().filter(room_id=room_id).select_related("motion")
    held = {(one.motion_id, one.seat, one.number): _seal(ring, one) for one in rows}
    motions = {key[0] for key in told.keys() | held.keys() if told.get(key) != held.get(key)}
    problems = [
        f"motion {one}: the votes that are there are not those the ledger tells of"
        for one in sorted(motions)
    ]
    return _seats(room_id, said) + problems + _minutes(room_id, said)


def _seats(room_id: str, said: Sequence[Said]) -> list[str]:
    told = {
        (content["seat"], content["number"]): (content["holder"], content["on"])
        for kind, content in said
        if kind == "seat.recorded"
    }
    rows = Seat.objects.of_every_room().filter(room_id=room_id)
    held = {(one.seat, one.number): (one.holder, one.appointed_on.isoformat()) for one in rows}
    seats = {key[0] for key in told.keys() | held.keys() if told.get(key) != held.get(key)}
    return [f"seat {one}: who holds it is not what the ledger tells of" for one in sorted(seats)]


def _seal(ring: Keyring, row: Ballot) -> str:
    """Return the commitment of a vote; empty where what is sealed is not what was committed to."""
    try:
        return row.commitment if is_as_committed(row, opened(ring, row)) else ""
    except Unopened:
        return ""


def _minutes(room_id: str, said: Sequence[Said]) -> list[str]:
    told: dict[str, Any] = {
        content["motion"]: (content["outcome"], content["minutes"])
        for kind, content in said
        if kind == "motion.decided"
    }
    rows = Minutes.objects.of_every_room().filter(room_id=room_id)
    held = {one.motion_id: (one.outcome, one.sha256) for one in rows}
    return [
        f"motion {one}: its minutes are not those the ledger tells of"
        for one in sorted(told.keys() | held.keys())
        if told.get(one) != held.get(one)
    ]


TRACE: Trace = compare
