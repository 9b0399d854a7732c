"""Something told aloud or shown on a screen, and whether it is protected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fairterms.audit.disclosure.mark import Mark

SUMMARY_DAYS = 30
"""Days until a written summary is due, where the file says nothing else (our choice)."""


class Form(StrEnum):
    """How it was disclosed."""

    ORAL = "oral"
    VISUAL = "visual"


class State(StrEnum):
    """How a disclosure stands as of a day.

    Attributes
    ----------
    UNMARKED
        Nobody marked it by the day it was made: it is not protected, and that is said. Before
        that day: nobody has marked it yet.
    MARKED
        Marked, and not made yet.
    DUE
        Made; its summary is due.
    DELIVERED
        Its summary came in time.
    LATE
        Its summary came late, or has not come though its day is past.
    """

    UNMARKED = "unmarked"
    MARKED = "marked"
    DUE = "due"
    DELIVERED = "delivered"
    LATE = "late"


@dataclass(frozen=True)
class Summary:
    """The written summary of a disclosure.

    Attributes
    ----------
    file
        Where it lies in the deal folder.
    on
        The day the auditor got it.
    """

    file: str
    on: date


@dataclass(frozen=True)
class Disclosure:
    """Something told or shown.

    Attributes
    ----------
    id
        Its name in the file.
    on
        The day it was made, or is to be made.
    by
        Who discloses.
    to
        Who hears or sees it, by role.
    form
        Aloud or on a screen.
    what
        What it is about, in a few words that give nothing away.
    mark, marked_on
        The mark and the day it was set; None where there is none.
    summary
        None until it came.
    line
        Where it stands in the file.
    """

    id: str
    on: date
    by: str
    to: tuple[str, ...]
    form: Form
    what: str
    mark: Mark | None = None
    marked_on: date | None = None
    summary: Summary | None = None
    line: int = 0

    def __post_init__(self) -> None:
        assert (self.mark is None) == (self.marked_on is None), "a mark has its day"
        assert self.summary is None or self.on <= self.summary.on, "a summary follows"

    @property
    def is_protected(self) -> bool:
        """Whether it was marked before it was made, or on that day."""
        return self.marked_on is not None and self.marked_on <= self.on

    def due_on(self, days: int = SUMMARY_DAYS) -> date:
        """Return the last day for its summary."""
        return self.on + timedelta(days=days)

    def state(self, as_of: date, days: int = SUMMARY_DAYS) -> State:
        """Return how it stands at the end of a day.

        Parameters
        ----------
        as_of
            The day; a summary that came later is not there yet.
        days
            From the disclosure to its summary.

        Examples
        --------
        >>> told = Disclosure("rates", date(2027, 2, 9), "plan", ("auditor",), Form.ORAL,
        ...                   "the rate model", Mark.PROPRIETARY, date(2027, 2, 5))
        >>> [str(told.state(date(2027, month, 7))) for month in (1, 2, 3, 4)]
        ['unmarked', 'marked', 'due', 'late']
        """
        if not self.is_protected or (self.marked_on and as_of < self.marked_on):
            return State.UNMARKED
        if as_of < self.on:
            return State.MARKED
        last = self.due_on(days)
        came = self.summary.on if self.summary and self.summary.on <= as_of else None
        if came is not None:
            return State.DELIVERED if came <= last else State.LATE
        return State.DUE if as_of <= last else State.LATE

    def words(self, as_of: date, days: int = SUMMARY_DAYS) -> str:
        """Say how it stands, as a sentence."""
        last = self.due_on(days)
        came = self.summary.on if self.summary and self.summary.on <= as_of else None
        match self.state(as_of, days):
            case State.UNMARKED if as_of < self.on:
                return f"It is not marked yet. Mark it by {self.on}, or it is not protected."
            case State.UNMARKED if self.marked_on is None or as_of < self.marked_on:
                return "It was not marked, so it is not protected. Ask its owner what is meant."
            case State.UNMARKED:
                return (
                    f"It was marked on {self.marked_on}, after it was made. Ask both sides whether "
                    "they treat it as protected, and write down what they say."
                )
            case State.MARKED:
                return f"It is marked. Once it is made, its summary is due by {last}."
            case State.DUE:
                return f"Its written summary is due by {last}."
            case State.DELIVERED:
                return f"Its written summary came on {came}, by {last}."
        if came is not None:
            return f"Its written summary came on {came}; it was due by {last}."
        return f"Its written summary was due by {last}. Ask for it."
