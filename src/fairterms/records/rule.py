"""What an acceptance rule is: a question about a feed, answered by row numbers and a reason.

The reason is a sentence without any value of a person, so a report can leave the house that the
records must not leave.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.records.instrument import Instruments
from fairterms.records.table import Table


@dataclass(frozen=True)
class Limits:
    """What a feed must keep to; a contract may say otherwise.

    Attributes
    ----------
    filled
        The least share of rows that a column the file has should fill, as a fraction.
    stale_days
        The most days between the latest event and the day the feed was received.
    vanished
        The largest share of last time's people that may be missing now, as a fraction.
    drift
        The largest change of a monthly count or an average from last time, as a fraction.
    """

    filled: Decimal = Decimal("0.95")
    stale_days: int = 62
    vanished: Decimal = Decimal("0.05")
    drift: Decimal = Decimal("0.20")


@dataclass(frozen=True)
class Feed:
    """One file as loaded, as a rule sees it.

    Attributes
    ----------
    table
        The table it is for.
    load_id
        Its number in the store.
    previous_id
        The load of the same feed before it; ``None`` for the first.
    received
        The day it was received: what is later than that day has not happened yet.
    mapped
        The columns the file has.
    instruments
        The instruments known.
    limits
        What it must keep to.
    is_whole
        Whether the file stands for all of its feed, so that who is not in it is gone.
    has_people
        Whether the table of patients holds anybody to compare with.
    arriving
        Where the rows stand while the file is being loaded; empty once they are in the store.
    """

    table: Table
    load_id: int
    previous_id: int | None
    received: date
    mapped: frozenset[str]
    instruments: Instruments
    limits: Limits
    is_whole: bool = False
    has_people: bool = False
    arriving: str = ""

    @property
    def rows(self) -> str:
        """SQL of the feed's rows that no rule has set aside, to stand after FROM."""
        if self.arriving:
            return f"(SELECT * FROM {self.arriving} WHERE set_aside_because IS NULL)"  # noqa: S608
        return rows_of(self.table, self.load_id)

    @property
    def previous_rows(self) -> str:
        """SQL of the rows of the load before, to stand after FROM."""
        assert self.previous_id is not None, "there is no load before the first"
        return rows_of(self.table, self.previous_id)

    @property
    def day(self) -> str:
        """SQL of the day it was received."""
        return f"DATE '{self.received.isoformat()}'"

    def has(self, *names: str) -> bool:
        """Say whether the file has all these columns."""
        return set(names) <= self.mapped


def rows_of(table: Table, load_id: int) -> str:
    """Return SQL of the rows of a load that are not set aside, to stand after FROM."""
    # A name from the catalogue and a number: nothing of a file stands in it.
    return (
        f"(SELECT * FROM {table.name}_rows "  # noqa: S608
        f"WHERE load_id = {load_id:d} AND set_aside_because IS NULL)"
    )


Question = Callable[[Feed], str]
"""Gives SQL of ``row`` and ``reason``; empty when the rule does not apply to the feed."""


@dataclass(frozen=True)
class Rule:
    """An acceptance rule.

    Attributes
    ----------
    name
        As the module is called.
    title
        What it looks for, in a few words.
    why
        Why it matters.
    fix
        What to do.
    sets_aside
        Whether a row it names is kept out of every calculation. Otherwise it is kept and shown.
    question
        What is asked of the feed.
    """

    name: str
    title: str
    why: str
    fix: str
    sets_aside: bool
    question: Question

    def __post_init__(self) -> None:
        assert all((self.title, self.why, self.fix)), f"{self.name}: a rule explains itself"


def seen_while_reading(feed: Feed) -> str:
    """Ask nothing: the reader itself set such rows aside."""
    assert feed.load_id, "a feed has a number"
    return ""
