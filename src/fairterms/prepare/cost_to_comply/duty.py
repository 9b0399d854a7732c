"""A duty: work that the contract makes for the group."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fairterms.prepare.cost_to_comply.frequency import Frequency
from fairterms.prepare.cost_to_comply.kind import Family, Kind, Role, Trigger
from fairterms.prepare.cost_to_comply.place import Place

_OF_POSTS = {Role.COORDINATOR: Family.COORDINATION, Role.ANALYST: Family.REPORTING}
"""What posts are for: a coordinator coordinates, an analyst makes reports."""


class Source(StrEnum):
    """Where a duty was found."""

    TEXT = "the contract's text"
    TERMS = "the payment terms"
    GROUP = "the group's own list"


@dataclass(frozen=True)
class Duty:
    """One piece of work.

    Attributes
    ----------
    id
        The name by which ``duties.toml`` speaks of it.
    kind, kind_name
        What sort of work, and its name in the catalogue.
    what
        In the contract's words, or in ours.
    places
        Every sentence that demands it; empty where only the terms do.
    trigger
        Whether it must be done, may be asked for, or keeps a right.
    is_shared
        Whether each party owes its own part of it.
    frequency
        How often, as far as the text says.
    posts
        Full-time posts demanded; None where the text names no number.
    people
        People who must take part each time; None where the text names no number.
    role
        Who does it, where the text says so; None leaves it to the kind.
    source
        The text, the terms, or the group's own list.
    terms
        The measures and clauses of the terms that make it necessary, by name.
    findings
        Checks of the review that see the same words.
    """

    id: str
    kind: Kind
    kind_name: str
    what: str
    places: tuple[Place, ...]
    trigger: Trigger
    frequency: Frequency
    is_shared: bool = False
    posts: Decimal | None = None
    people: Decimal | None = None
    role: Role | None = None
    source: Source = Source.TEXT
    terms: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        """The sort of work; of a post, the work it is for."""
        return _OF_POSTS.get(self.role, self.kind.family) if self.role else self.kind.family

    @property
    def section(self) -> str:
        """The first place's section; empty where it stands in no text."""
        return self.places[0].section if self.places else ""
