"""A room that an actor was let into: what every query of that room asks for."""

from dataclasses import dataclass

from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import Capability


@dataclass(frozen=True)
class Entered:
    """A room and the actor who may be in it; made by :mod:`fairterms_web.rooms.access` alone.

    Attributes
    ----------
    room
        The room, with its deal and party.
    actor
        Who entered.
    """

    room: Room
    actor: Actor

    def may(self, needs: Capability) -> bool:
        """Tell whether the actor may do something here."""
        return self.actor.may(self.room.id, needs)

    @property
    def name(self) -> str:
        """The slug by which the room's ledger calls the actor."""
        return self.actor.name_in(self.room.id)
