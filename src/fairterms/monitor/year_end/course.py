"""The forecast month by month, and what moved it from one month to the next."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.development import Developer, by_chainladder
from fairterms.monitor.year_end.forecast import YearEnd, year_end
from fairterms.monitor.year_end.prior import Prior
from fairterms.monitor.year_end.year_to_date import YearToDate
from fairterms.payment.book import Given
from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.years import Years, settled

FloatArray = npt.NDArray[np.float64]
Tell = Callable[[str], None]

SORTS = ("claims", "members and risk scores", "measures", "other figures")
"""What a forecast may be moved by, in the order it is told."""


@dataclass(frozen=True)
class Move:
    """What one sort of figures changed in the mean amount payable, in dollars.

    Attributes
    ----------
    sort
        One of :data:`SORTS`.
    amount
        What it changed, with the simulation's error.
    """

    sort: str
    amount: Estimate


@dataclass(frozen=True, eq=False)
class CourseMonth:
    """One month's forecast.

    Attributes
    ----------
    found
        The forecast.
    moves
        What moved it since the month before; empty for the first.
    """

    found: YearEnd
    moves: tuple[Move, ...] = ()

    @property
    def moved(self) -> float:
        """By how much the mean amount payable changed, in dollars."""
        return sum(one.amount.value for one in self.moves)


@dataclass(frozen=True, eq=False)
class Course:
    """The forecasts of a year, the earliest first."""

    year: YearToDate
    months: tuple[CourseMonth, ...]

    @property
    def latest(self) -> YearEnd:
        """The last of them."""
        return self.months[-1].found


def course(
    prior: Prior,
    year: YearToDate,
    days: Sequence[date],
    developer: Developer = by_chainladder,
    tell: Tell = lambda _: None,
) -> Course:
    """Forecast the year from each of several days.

    Parameters
    ----------
    prior
        The years as they looked before anything was known.
    year
        What came in, without problems.
    days
        One or more, the earliest first; :meth:`YearToDate.days` gives the ends of the months.
    developer
        Works out development factors.
    tell
        Called with a short sentence before each day.

    Raises
    ------
    Refusal
        When a figure is missing, and which.
    """
    assert days, "a course has a day"
    months: list[CourseMonth] = []
    for day in days:
        tell(f"Forecasting from {day}")
        found = year_end(prior, year, day, developer)
        moves = what_moved(prior, year.monthly, months[-1].found, found) if months else ()
        months.append(CourseMonth(found, moves))
    return Course(year, tuple(months))


def what_moved(
    prior: Prior, monthly: Collection[str], before: YearEnd, after: YearEnd
) -> tuple[Move, ...]:
    """Share the change of the mean amount payable among the sorts of figures.

    Parameters
    ----------
    prior
        The years as they looked before anything was known.
    monthly
        The figures that come month by month.
    before, after
        Two forecasts of the same simulated years.

    Returns
    -------
    tuple
        One move a sort; they add up to the change.

    Notes
    -----
    The sorts are exchanged one after the other, from the first to the last and from the last to the
    first, and the two answers are averaged: what two sorts do together is halved between them.
    """
    sorts = _sorted_figures(prior, monthly, before.years)
    there = _steps(prior, before, after, [sorts[sort] for sort in SORTS])
    back = _steps(prior, before, after, [sorts[sort] for sort in reversed(SORTS)])
    blocks = before.settled.blocks
    return tuple(
        Move(sort, statistic.mean((one + other) / 2, blocks))
        for sort, one, other in zip(SORTS, there, reversed(back), strict=True)
    )


def _steps(
    prior: Prior, before: YearEnd, after: YearEnd, sorts: Sequence[Sequence[str]]
) -> list[FloatArray]:
    """Return what each exchange changes in every simulated year."""
    figures = dict(before.years.figures)
    last, found = before.settled.payable, []
    for place, names in enumerate(sorts):
        figures |= {name: after.years.figures[name] for name in names}
        is_whole = place == len(sorts) - 1
        now = after.settled.payable if is_whole else _payable(prior, before.years, figures)
        found.append(now - last)
        last = now
    return found


def _payable(prior: Prior, years: Years, figures: Mapping[str, Given]) -> FloatArray:
    changed = Years(figures, years.blocks, years.factors, years.delivery)
    return np.asarray(settled(prior.plan.contract, changed).payable.values, dtype=np.float64)


def _sorted_figures(prior: Prior, monthly: Collection[str], years: Years) -> dict[str, list[str]]:
    """Divide the figures among the sorts."""
    declared = prior.plan.declared
    measures = {
        f"{one.id}.{end}" for one in declared.measures for end in ("numerator", "denominator")
    }
    claims = {name for one in declared.patients for name in (one.paid, one.above) if name}
    sorts: dict[str, list[str]] = {sort: [] for sort in SORTS}
    for name in years.figures:
        if name in claims:
            sorts["claims"].append(name)
        elif name in measures:
            sorts["measures"].append(name)
        elif name in monthly:
            sorts["members and risk scores"].append(name)
        else:
            sorts["other figures"].append(name)
    return sorts
