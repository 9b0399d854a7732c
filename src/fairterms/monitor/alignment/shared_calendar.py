"""Days on which several contracts want something, in one calendar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol

CROWDED = 3
"""So many days on which something is due, within one week, make it a crowded one."""


class Deadline(Protocol):
    """A day on which a deal wants something of the group."""

    @property
    def deal(self) -> str:
        """The deal's name."""

    @property
    def obligation(self) -> str:
        """What is due, in a few words."""

    @property
    def due(self) -> date:
        """The last day."""


@dataclass(frozen=True)
class DueDay:
    """The plainest deadline: a deal, what it wants, and the last day."""

    deal: str
    obligation: str
    due: date


@dataclass(frozen=True)
class Week:
    """A week, from Monday on, with what is due in it.

    Attributes
    ----------
    monday
        Its first day.
    deadlines
        By day, then by deal.
    """

    monday: date
    deadlines: tuple[Deadline, ...]

    @property
    def deals(self) -> tuple[str, ...]:
        """The deals that want something in it, each once."""
        return tuple(dict.fromkeys(one.deal for one in self.deadlines))

    @property
    def is_crowded(self) -> bool:
        """Whether several deals together want much in it."""
        return len(self.deals) > 1 and len(self.deadlines) >= CROWDED


def weeks(deadlines: Iterable[Deadline]) -> tuple[Week, ...]:
    """Put deadlines of several deals into one calendar.

    Parameters
    ----------
    deadlines
        In any order.

    Returns
    -------
    tuple of Week
        Only weeks in which something is due, in order.
    """
    in_order = sorted(deadlines, key=lambda one: (one.due, one.deal, one.obligation))
    return tuple(Week(monday, tuple(found)) for monday, found in groupby(in_order, _monday))


def crowded(found: Sequence[Week]) -> Iterator[Week]:
    """Yield the weeks in which several deals together want much."""
    return (one for one in found if one.is_crowded)


def _monday(one: Deadline) -> date:
    return one.due - timedelta(days=one.due.weekday())
