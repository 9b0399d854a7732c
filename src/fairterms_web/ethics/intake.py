"""Opening an address for reports from the joint room, and asking the independent party in."""

from datetime import date
from secrets import token_bytes

from fairterms_web import identifiers
from fairterms_web.ethics.models import Intake, Letterbox
from fairterms_web.ethics.seals import BOXES, KEY_SIZE
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms import actions as opening
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import GRANT, Kind
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.keyring import of_room


def intake_of(by: Entered) -> Intake | None:
    """Return the address of a deal; None where none was opened."""
    assert by.room.kind == Kind.JOINT, "an address belongs to the joint room"
    return Intake.objects.within(by).first()


def waits_for_party(by: Entered) -> Room | None:
    """Return the independent party's room while nobody is in it and others ask them in."""
    return rooms.looked_after(by, Kind.INDEPENDENT)


def open_intake(*, by: Entered, party: str, on: date) -> Intake:
    """Open the address of a deal, with the room of the independent party behind it.

    Parameters
    ----------
    by
        The joint room, as entered by one who may let others in.
    party
        What the independent party is called.
    on
        Today.

    Returns
    -------
    Intake
        The one that is there, where one was opened before.
    """
    room = opening.open_room(by=by, kind=Kind.INDEPENDENT, party=party)
    with change(by, GRANT) as said:
        name = room.party.name if room.party else party
        said.that("intake.opened", {"party": name})
        found = intake_of(by)
        if found is not None:
            return found
        row = Intake(room=by.room, opened_by=by.name, opened_on=on)
        row.save(force_insert=True)
        with as_system():
            _place(room)
        return row


def _place(room: Room) -> None:
    """Place a letterbox in a room, with a key of its own."""
    row = Letterbox(id=identifiers.new(), room=room)
    row.key = of_room(room.id).seal(BOXES, "key", row.id, token_bytes(KEY_SIZE))
    row.save(force_insert=True)
