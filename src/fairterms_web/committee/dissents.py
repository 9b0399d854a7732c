"""A member who was outvoted adds a page to the minutes."""

from datetime import date

from fairterms.audit.committee.minutes import Minutes as Written
from fairterms.audit.committee.minutes import is_outvoted
from fairterms.ledger.canonical import Value
from fairterms_web import identifiers
from fairterms_web.committee import access, charters, closing
from fairterms_web.committee.closing import Kept
from fairterms_web.committee.models import Dissent
from fairterms_web.committee.refused import NotDone
from fairterms_web.committee.sealed import seal
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK
from fairterms_web.vault.keyring import keyring

LONGEST = 3_500
"""Characters: about one written page (our choice)."""


def outvoted_seat(by: Entered, found: Kept) -> str:
    """Return the seat by which the actor was outvoted; empty for none.

    Whoever breaks a tie is never outvoted: what they say is what becomes of the motion.
    """
    outcome = found.written.decision.outcome
    for one in found.written.sat:
        is_own = found.accounts.get(one.seat) == by.actor.person
        if is_own and is_outvoted(outcome, one.vote):
            return one.seat
    return ""


def add(*, by: Entered, motion_id: str, text: str, on: date) -> Dissent:
    """Add a page to the minutes, as one who was outvoted.

    Raises
    ------
    Http404
        When there is no such motion.
    NotDone
        When the person was not outvoted, wrote already, or the days of the charter are over.
    """
    with change(by, REMARK) as said:
        motion, ring = access.motion_of(by, motion_id), keyring(by)
        charter = charters.pinned(by, motion.row.charter)
        found = closing.kept(by, motion, charter, ring)
        if found is None:
            raise NotDone("The motion is not decided yet.")
        seat = outvoted_seat(by, found)
        _check_dissent(found.written, seat, text, on)
        row = Dissent(
            id=identifiers.new(),
            room=by.room,
            motion=motion.row,
            seat=seat,
            written_on=on,
            written_by=by.name,
        )
        seal(ring, row, {"text": text})
        row.save(force_insert=True)
        told: dict[str, Value] = {"seat": seat, "on": on.isoformat(), "text": text}
        said.that("dissent.written", {**motion.known, **told})
    return row


def _check_dissent(written: Written, seat: str, text: str, on: date) -> None:
    until = written.decision.minutes_due_on
    if not seat:
        raise NotDone("Only a member who was outvoted adds a page.")
    if any(one.seat == seat for one in written.dissents):
        raise NotDone("Your page was added already. It is never changed.")
    if until is not None and on > until:
        raise NotDone(f"The charter gave until {until.isoformat()} for it.")
    if not text.strip() or len(text) > LONGEST:
        raise NotDone(f"Write one page: up to {LONGEST} characters.")
