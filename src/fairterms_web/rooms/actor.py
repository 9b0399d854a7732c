"""Who acts: a person with what they may do at this moment, as a value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fairterms_web.rooms.roles import READ, ROLES, Capability


@dataclass(frozen=True)
class Held:
    """A grant as it is held now.

    Attributes
    ----------
    room
        The room's identifier.
    role
        The role's slug.
    only
        What the grant allows out of what its role may; None for all of it. A token for one purpose
        holds less than its owner.
    """

    room: str
    role: str
    only: frozenset[Capability] | None = None

    @property
    def may(self) -> frozenset[Capability]:
        """What it allows."""
        whole = ROLES[self.role].may
        return whole if self.only is None else whole & self.only


@dataclass(frozen=True)
class Actor:
    """A person and the rooms they may enter at a moment.

    Attributes
    ----------
    person
        The identifier of the person; empty for somebody who has not signed in.
    held
        Their live grants.
    at
        The moment for which that holds.
    """

    person: str
    held: tuple[Held, ...]
    at: datetime

    def may(self, room: str, needs: Capability = READ) -> bool:
        """Tell whether they may do something in a room."""
        return any(one.room == room and needs in one.may for one in self.held)

    def rooms(self, needs: Capability = READ) -> frozenset[str]:
        """Return the identifiers of the rooms in which they may do something."""
        return frozenset(one.room for one in self.held if needs in one.may)

    def capabilities(self, room: str) -> frozenset[Capability]:
        """Return everything they may do in a room."""
        return frozenset[Capability]().union(*(one.may for one in self.held if one.room == room))

    def name_in(self, room: str) -> str:
        """Return the slug by which the room's ledger calls them: a role and an account."""
        roles = sorted(one.role for one in self.held if one.room == room)
        assert roles, "who writes into a ledger was let into its room"
        return f"{roles[0]}.{self.person}"

    def narrowed(self, rooms: Iterable[str], only: frozenset[Capability]) -> "Actor":
        """Return the actor with no more than a token allows."""
        wanted = frozenset(rooms)
        held = tuple(
            Held(one.room, one.role, only if one.only is None else one.only & only)
            for one in self.held
            if one.room in wanted
        )
        return Actor(self.person, held, self.at)
