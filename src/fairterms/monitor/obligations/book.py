"""The book of obligations of a deal: obligations and events as its file holds them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
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
    also_closed, also_open
        Days that are no business days here, and holidays of the state that are business days.
    """

    obligations: tuple[Obligation, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: tuple[Written, ...] = ()
    seals: tuple[Seal, ...] = ()
    also_closed: tuple[date, ...] = ()
    also_open: tuple[date, ...] = ()

    def confirmed(self, on: date) -> tuple[Obligation, ...]:
        """Return the obligations that a person has confirmed by a day, without those replaced.

        One that is replaced from a day on runs until the day before; one that is replaced by an
        obligation without a first day is gone.
        """
        sure = [one for one in self._known if _is_confirmed(one, on)]
        later = {one.replaces: one for one in sure if one.replaces}
        ended = (_ended(one, later.get(one.id)) for one in sure)
        return tuple(one for one in ended if one is not None)

    def proposed(self, on: date) -> tuple[Obligation, ...]:
        """Return the obligations that nobody had confirmed by a day."""
        return tuple(one for one in self._known if not _is_confirmed(one, on))

    def events_of(self, obligation: Obligation, on: date) -> tuple[Event, ...]:
        """Return the events of an obligation up to a day, by day, without those corrected."""
        told = [one for one in self.events if one.on <= on]
        gone = {one.corrects for one in told}
        mine = [one for one in told if one.obligation == obligation.id and one.id not in gone]
        return tuple(sorted(mine, key=lambda one: one.on))

    @cached_property
    def _known(self) -> tuple[Obligation, ...]:
        """The obligations, confirmed by an event where there is one."""
        gone = {one.corrects for one in self.events}
        sure = {
            event.obligation: Confirmed(event.by, event.on)
            for event in reversed(self.events)
            if event.kind is Kind.CONFIRMED and event.id not in gone
        }
        return tuple(
            one if one.confirmed else replace(one, confirmed=sure.get(one.id))
            for one in self.obligations
        )


def _is_confirmed(one: Obligation, on: date) -> bool:
    return one.confirmed is not None and one.confirmed.on <= on


def _ended(one: Obligation, later: Obligation | None) -> Obligation | None:
    """Return an obligation as it runs until another takes its place; None where it never does."""
    if later is None:
        return one
    if later.starts is None:
        return None
    return replace(one, ends=later.starts - timedelta(days=1))
