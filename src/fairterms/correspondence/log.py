"""The log as a whole: its entries in order, what corrects what, and what replies to what."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from fairterms.correspondence.entry import Entry
from fairterms.units.problem import Problem

FILE = "log.toml"


@dataclass(frozen=True)
class Written:
    """An entry as the file holds it, whether or not it could be read.

    Attributes
    ----------
    id
        Its id; empty where it has none.
    line
        Where it begins, counted from 1.
    text
        Everything it says, in one fixed form: what is sealed.
    """

    id: str
    line: int
    text: str


@dataclass(frozen=True)
class Seal:
    """A line of the seal: an entry's id, and the SHA-256 of its text chained to the line before."""

    id: str
    sha256: str
    line: int


@dataclass(frozen=True)
class Log:
    """What was said in the talks.

    Attributes
    ----------
    entries
        By date, then as the file has them. Entries that could not be read are left out.
    problems
        What is to be mended in the file and its seal.
    written
        Every entry as the file holds it, in the file's order.
    seals
        The lines of the seal, in order.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    written: tuple[Written, ...] = ()
    seals: tuple[Seal, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The day of the last entry; None for an empty log."""
        return max((one.on for one in self.entries), default=None)

    @cached_property
    def corrected_by(self) -> dict[str, Entry]:
        """The entry that stands in place of each corrected one, by the id of the corrected one."""
        return {one.corrects: one for one in self.entries if one.corrects}

    @cached_property
    def current(self) -> tuple[Entry, ...]:
        """The entries that no other corrects."""
        return tuple(one for one in self.entries if one.id not in self.corrected_by)

    def newest(self, name: str) -> str:
        """Return the id that stands in place of an id, after all corrections."""
        seen = {name}
        while name in self.corrected_by and self.corrected_by[name].id not in seen:
            name = self.corrected_by[name].id
            seen.add(name)
        return name

    def named(self, name: str) -> Entry | None:
        """Return the entry an id stands for, after all corrections; None for an unknown one."""
        newest = self.newest(name)
        return next((one for one in self.entries if one.id == newest), None)

    def replies(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the current entries that reply to an entry, or to what it corrects, in order."""
        return tuple(one for one in self.current if self._leads(one.replies_to, entry))

    def acknowledged(self, entry: Entry) -> date | None:
        """Return the day the other side confirmed an entry: its own note, or a later entry."""
        later = (one.on for one in self.current if self._leads(one.acknowledges, entry))
        return min((day for day in (entry.acknowledged, *later) if day), default=None)

    def withdrawn(self, entry: Entry) -> date | None:
        """Return the day an entry was taken back: its own note, or a later entry."""
        later = (one.on for one in self.current if self._leads(one.withdraws, entry))
        return min((day for day in (entry.withdrawn, *later) if day), default=None)

    def up_to(self, day: date) -> "Log":
        """Return the log without what was said, confirmed or taken back after a day."""

        def until(noted: date | None) -> date | None:
            return noted if noted and noted <= day else None

        kept = tuple(
            replace(one, acknowledged=until(one.acknowledged), withdrawn=until(one.withdrawn))
            for one in self.entries
            if one.on <= day
        )
        return replace(self, entries=kept)

    def _leads(self, name: str, entry: Entry) -> bool:
        return bool(name) and self.newest(name) == entry.id
