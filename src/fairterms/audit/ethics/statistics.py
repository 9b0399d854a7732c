"""How many reports of each kind came in during a half-year, so that no small count can be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from fairterms.audit.ethics.case import SUBJECTS, Case, Subject
from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.evidence import TableRelease, release
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, order=True)
class HalfYear:
    """Six months.

    Attributes
    ----------
    year
        Such as 2027.
    half
        1 or 2.
    """

    year: int
    half: int

    def __post_init__(self) -> None:
        assert self.half in {1, 2}, "a year has two halves"

    @property
    def ends(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{'first' if self.half == 1 else 'second'} half of {self.year}"

    @property
    def before(self) -> HalfYear:
        """The half-year before it."""
        return HalfYear(self.year, 1) if self.half == 2 else HalfYear(self.year - 1, 2)


def half_year(day: date) -> HalfYear:
    """Return the half-year of a day.

    Examples
    --------
    >>> half_year(date(2027, 7, 1)).title
    'second half of 2027'
    """
    return HalfYear(day.year, 1 if day.month <= 6 else 2)


def received(cases: Iterable[Case], when: HalfYear) -> CountTable:
    """Count the reports of a half-year by subject; the true counts, which stay in the room."""
    within = [one.subject for one in cases if half_year(one.received_on) == when]
    counts = np.array([within.count(subject) for subject in Subject], dtype=np.int64)
    axis = Axis("subject", tuple(SUBJECTS[subject] for subject in Subject))
    return CountTable(f"Reports of the {when.title}", (f"reports {when.title}",), (axis,), counts)


def published(cases: Iterable[Case], when: HalfYear, on: date) -> TableRelease:
    """Return the counts of a half-year as others may see them.

    Parameters
    ----------
    cases
        All reports.
    when
        The half-year.
    on
        The day on which somebody asks.

    Raises
    ------
    Refusal
        Before the half-year is over: two releases of it, a day apart, would tell what came in
        between. And where it cannot be proved that no count of 1 to 10 can be worked out.

    Notes
    -----
    A report counts in the half-year in which it came in, under the subject its reporter chose.
    Neither ever changes. So a half-year is released with the same numbers however often somebody
    asks, and no two half-years count the same report: nothing can be told by comparing them.
    """
    if on <= when.ends:
        why = "two releases of it, a day apart, would tell what came in between"
        raise Refusal(f"the {when.title}", "is not over yet", why, f"ask after {when.ends}")
    return release([received(cases, when)])
