"""Every signature under terms was told of, and what was told of is there."""

from collections.abc import Sequence

from fairterms_web.ledgers.traces import Said, Trace
from fairterms_web.terms.models import TermsSignature

_TOLD = ("party", "version", "terms", "statement")


def compare(room_id: str, said: Sequence[Said]) -> list[str]:
    """Compare a room's signatures with what its ledger tells of them."""
    told = {
        content["signature"]: tuple(content[name] for name in _TOLD)
        for kind, content in said
        if kind == "terms.signed"
    }
    rows = TermsSignature.objects.of_every_room().filter(room_id=room_id)
    held = {row.id: tuple(getattr(row, name) for name in _TOLD) for row in rows}
    return [
        f"signature {one}: what is there is not what the ledger tells of"
        for one in sorted(told.keys() | held.keys())
        if told.get(one) != held.get(one)
    ]


TRACE: Trace = compare
