"""A change: one transaction, one entry in the room's ledger, or nothing at all.

Every action is a keyword-only function that ends in one such block::

    def dismiss(*, by: Entered, finding: str, reason: str) -> Mark:
        with change(by, REMARK) as said:
            mark = Mark(room=by.room, ...)
            mark.save(force_insert=True)
            said.that("finding.dismissed", {"finding": finding, "reason": reason})
        return mark
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction

from fairterms.ledger.canonical import Value
from fairterms_web.ledgers import checkpoints, store
from fairterms_web.ledgers.models import LedgerHead
from fairterms_web.rooms import access
from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Capability


class Saying:
    """What a change says of itself, exactly once."""

    def __init__(self) -> None:
        self.kind = ""
        self.content: Mapping[str, Value] = {}

    def that(self, kind: str, content: Mapping[str, Value]) -> None:
        """Say what happened.

        Parameters
        ----------
        kind
            A slug such as ``file.saved``.
        content
            What it was, without fractions (decimals instead); it is stored sealed in the room.
        """
        assert not self.kind, "a change says one thing"
        self.kind, self.content = kind, content


@contextmanager
def change(by: Entered, needs: Capability) -> Iterator[Saying]:
    """Make a change in a room.

    Parameters
    ----------
    by
        The room as entered by who makes it.
    needs
        What the change needs; asked again inside the transaction, so that a grant that has ended
        or was revoked since the page was shown counts no more. Changes of one room happen one
        after the other.

    Raises
    ------
    Http404, NotAllowed
        As :func:`fairterms_web.rooms.access.enter`.
    """
    with transaction.atomic():
        # First of all: what is counted or asked below stays true until this change is over.
        _hold(by)
        now = access.actor_for(by.actor.person)
        entered = access.enter(_no_more_than(now, by), by.room.id, needs)
        saying = Saying()
        yield saying
        assert saying.kind, "a change says what it was"
        store.append(by=entered, kind=saying.kind, content=saying.content)
        checkpoints.sign_after(by.room.id, saying.kind)


def _hold(by: Entered) -> None:
    """Wait until no other change of the room is under way, and let none begin before this ends."""
    heads = LedgerHead.objects.within(by).select_for_update()
    if heads.first() is None:
        LedgerHead.objects.bulk_create([LedgerHead(room_id=by.room.id)], ignore_conflicts=True)
        heads.get()


def _no_more_than(now: Actor, by: Entered) -> Actor:
    """Return what is still granted now, and no more than was held when the room was entered."""
    room = by.room.id
    return now.narrowed([room], by.actor.capabilities(room))
