"""Two people say yes to exactly what leaves: neither of them asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.audit.release.request import Request
from fairterms.units.refusal import Refusal

NEEDED = 2
"""People who approve a release."""


@dataclass(frozen=True)
class Approval:
    """Somebody approved.

    Attributes
    ----------
    person
        Their account, the same whatever role they act in.
    side
        For which side: the kind of its room.
    on
        The day.
    manifest
        The hash of the manifest they saw; what was prepared anew is not approved.
    """

    person: str
    side: str
    on: date
    manifest: str


def check(approval: Approval, request: Request, manifest: str, earlier: Sequence[Approval]) -> None:
    """Check that somebody may approve.

    Parameters
    ----------
    approval
        What they say.
    request
        What was asked for.
    manifest
        The hash of what is prepared now.
    earlier
        Who approved it before.

    Raises
    ------
    Refusal
        When they asked for it themselves, approved it already, saw something else, or two people
        of other sides would approve it.
    """
    if approval.person == request.requester:
        raise _refusal("who asks may not approve", "ask somebody else to approve it")
    if any(one.person == approval.person for one in earlier):
        raise _refusal(
            "you approved it already", "ask a second person of the room to look and approve"
        )
    if approval.manifest != manifest:
        raise _refusal("it was prepared anew since you looked", "look again, then approve")
    if len(earlier) >= NEEDED:
        raise _refusal("two people approved it already", "nothing more is to do")
    sides = {one.side for one in (*earlier, approval)}
    if len(earlier) == NEEDED - 1 and request.of not in sides:
        raise _refusal(
            "nobody of the side that gives it approved", "ask somebody of that side to approve it"
        )


def lacking(request: Request, approvals: Sequence[Approval]) -> str:
    """Say which approvals are missing, in one sentence; nothing where none is.

    Examples
    --------
    >>> from fairterms.audit.release.request import Mode
    >>> asked = Request("a1", "group", "visits", "a test", "no less", Mode.VIEW, "7",
    ...                 date(2028, 3, 1))
    >>> lacking(asked, [Approval("1", "group", date(2028, 3, 2), "f0")])
    '1 of 2 people approved it.'
    """
    people = {one.person for one in approvals} - {request.requester}
    if len(people) < NEEDED:
        return f"{len(people)} of {NEEDED} people approved it."
    if request.of not in {one.side for one in approvals}:
        return "Nobody of the side that gives it approved."
    return ""


def _refusal(what: str, fix: str) -> Refusal:
    return Refusal("the release", what, "two people who did not ask for it must agree", fix)
