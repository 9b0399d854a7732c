"""A report without a name, and the steps that were taken since it came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class Subject(StrEnum):
    """What a report is about, as the reporter says."""

    MONEY = "money"
    CARE = "care"
    PRIVACY = "privacy"
    INTEREST = "interest"
    CONDUCT = "conduct"
    OTHER = "other"


SUBJECTS = {
    Subject.MONEY: "Money, billing or wrong figures",
    Subject.CARE: "Harm to patients, or care that was held back",
    Subject.PRIVACY: "Privacy or records",
    Subject.INTEREST: "A conflict of interest, or pressure on a decision",
    Subject.CONDUCT: "How people are treated, or payback for speaking up",
    Subject.OTHER: "Something else",
}
"""What each is called on a page."""


class Step(StrEnum):
    """How far a report has come; each step only goes forward."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    TRIAGED = "triaged"
    INVESTIGATING = "investigating"
    OUTCOME_TOLD = "outcome told"
    CLOSED = "closed"


_ORDER = {step: place for place, step in enumerate(Step)}


@dataclass(frozen=True)
class Taken:
    """A step and the day on which it was taken."""

    step: Step
    on: date


@dataclass(frozen=True)
class Case:
    """A report as far as its clocks are concerned: nothing of what it says.

    Attributes
    ----------
    subject
        What it is about.
    received_on
        The day it came in; an hour would tell too much.
    taken
        The steps since, in order.
    """

    subject: Subject
    received_on: date
    taken: tuple[Taken, ...] = ()

    def __post_init__(self) -> None:
        steps = (Taken(Step.RECEIVED, self.received_on), *self.taken)
        for before, after in pairwise(steps):
            assert _ORDER[before.step] < _ORDER[after.step], "a report only goes forward"
            assert before.on <= after.on, "a step is not taken before the one it follows"

    @property
    def state(self) -> Step:
        """The last step."""
        return self.taken[-1].step if self.taken else Step.RECEIVED

    def day_of(self, step: Step) -> date | None:
        """Return the day on which a step, or one that implies it, was taken; None while none was.

        Examples
        --------
        >>> case = Case(Subject.CARE, date(2027, 3, 1), (Taken(Step.TRIAGED, date(2027, 3, 4)),))
        >>> case.day_of(Step.TRIAGED), case.day_of(Step.CLOSED)
        (datetime.date(2027, 3, 4), None)
        """
        if step is Step.RECEIVED:
            return self.received_on
        return next((one.on for one in self.taken if _ORDER[one.step] >= _ORDER[step]), None)

    def as_of(self, day: date) -> Case | None:
        """Return the case as it stood at the end of a day; None where it had not come in."""
        if self.received_on > day:
            return None
        return Case(
            self.subject, self.received_on, tuple(one for one in self.taken if one.on <= day)
        )


def next_steps(state: Step, *, is_opened: bool) -> tuple[Step, ...]:
    """Return the steps that may follow.

    Parameters
    ----------
    state
        Where the report is.
    is_opened
        Whether two people opened what it says: nobody judges what nobody read.

    Returns
    -------
    tuple of Step
        A report is closed only once its outcome was told.

    Examples
    --------
    >>> [str(one) for one in next_steps(Step.RECEIVED, is_opened=False)]
    ['acknowledged']
    >>> [str(one) for one in next_steps(Step.INVESTIGATING, is_opened=True)]
    ['outcome told']
    """
    later = [step for step in Step if _ORDER[step] > _ORDER[state]]
    if not is_opened:
        return tuple(one for one in later if one is Step.ACKNOWLEDGED)
    is_told = state is Step.OUTCOME_TOLD
    return tuple(one for one in later if one is not Step.CLOSED or is_told)
