"""The book of obligations of a deal: obligations and events as its file holds them."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from fairterms.correspondence.log import Seal, Written
from fairterms.monitor.obligations.event import Event, Kind
from fairterms.monitor.obligations.obligation import Confirmed, Obligation
from fairterms.units.problem import Problem

FILE = "obligations.toml"


@dataclass(frozen=True)
class Book:
    """Obligations and what became of them.

    Attributes
    ----------
    obligations, events
        In the order of the file; those that cannot be read are left out.
    problems
        What is to be mended in the file and its seal.
    written
        Every entry of the file, in its order: what is sealed.
    seals
        The lines of the seal.
    """

    obligations: tuple[Obligation, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: tuple[Written, ...] = ()
    seals: tuple[Seal, ...] = ()

    @cached_property
    def current(self) -> tuple[Obligation, ...]:
        """The obligations that no other replaces, confirmed by an event where there is one."""
        gone = {one.replaces for one in self.obligations}
        return tuple(self._confirmed(one) for one in self.obligations if one.id not in gone)

    @property
    def confirmed(self) -> tuple[Obligation, ...]:
        """The current obligations that a person has confirmed."""
        return tuple(one for one in self.current if one.confirmed is not None)

    @property
    def proposed(self) -> tuple[Obligation, ...]:
        """The current obligations that nobody has confirmed yet."""
        return tuple(one for one in self.current if one.confirmed is None)

    def events_of(self, obligation: Obligation, on: date) -> tuple[Event, ...]:
        """Return the events of an obligation up to a day, by day, without those corrected."""
        told = [one for one in self.events if one.on <= on]
        gone = {one.corrects for one in told}
        mine = [one for one in told if one.obligation == obligation.id and one.id not in gone]
        return tuple(sorted(mine, key=lambda one: one.on))

    def _confirmed(self, one: Obligation) -> Obligation:
        found = [
            event
            for event in self.events
            if event.kind is Kind.CONFIRMED and event.obligation == one.id
        ]
        if one.confirmed is not None or not found:
            return one
        return replace(one, confirmed=Confirmed(found[0].by, found[0].on))
