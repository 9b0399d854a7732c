"""Deals ready for trial runs, kept in this process for a while, each for one room alone."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import NamedTuple

from fairterms.decide.trial_run.prepared import Prepared

MOST = 3
"""Deals kept: each takes about 100 MB (our choice)."""


class Key(NamedTuple):
    """Which deal: of which room, from which state of its files, for which year."""

    room: str
    state: str
    year: int | None


class Overtaken(Exception):
    """The same person asked for something newer; nobody waits for this answer."""


@dataclass
class Ready:
    """A deal that is ready.

    Attributes
    ----------
    prepared
        The deal.
    years
        The calendar years its performance years begin in.
    lock
        Held while it is simulated: what it remembers is for one at a time.
    """

    prepared: Prepared
    years: tuple[int, ...]
    lock: Lock = field(default_factory=Lock)


@dataclass
class Shelf:
    """The deals kept."""

    most: int = MOST
    _kept: "OrderedDict[Key, Ready]" = field(default_factory=OrderedDict)
    _loading: RLock = field(default_factory=RLock)
    _turns: dict[tuple[str, str], int] = field(default_factory=dict)

    def get(self, key: Key, load: Callable[[], Ready]) -> Ready:
        """Return a deal; where it is not kept, load it. What does not load is not kept.

        Parameters
        ----------
        key
            Which deal. Another room's deal is another deal, whatever its files say.
        load
            Prepares it.
        """
        with self._loading:
            found = self._kept.get(key)
            if found is None:
                self._forget(key)
                found = self._kept[key] = load()
            self._kept.move_to_end(key)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
            return found

    def turn(self, room: str, person: str) -> Callable[[str], None]:
        """Begin a person's turn in a room; an earlier one of theirs ends at its next step.

        Returns
        -------
        callable
            To be called between the steps of the work; raises :class:`Overtaken` when a newer
            turn has begun.
        """
        with self._loading:
            mine = self._turns[room, person] = self._turns.get((room, person), 0) + 1

        def goes_on(_: str) -> None:
            if self._turns.get((room, person)) != mine:
                raise Overtaken

        return goes_on

    def _forget(self, key: Key) -> None:
        """Drop what older files of the room gave."""
        for one in [one for one in self._kept if one.room == key.room and one.state != key.state]:
            del self._kept[one]


SHELF = Shelf()
"""The shelf of this process."""
