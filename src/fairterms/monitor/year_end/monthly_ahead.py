"""Figures that come month by month: what was seen of them, and what the other months may bring."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.month import written
from fairterms.monitor.year_end.prior import MEMBERS, SMALLEST, Prior, level_of
from fairterms.monitor.year_end.season import scatter_around_years
from fairterms.monitor.year_end.year_to_date import Seen, YearToDate
from fairterms.units.quantity import Kind, Quantity
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

_ADDING = {Kind.COUNT, Kind.MONEY}


@dataclass(frozen=True, eq=False)
class MonthlyAhead:
    """The monthly figures of every simulated year.

    Attributes
    ----------
    months
        Figure to its months, shape (years, 12).
    totals
        Figure to the year's own, shape (years,): the sum of counts and dollars, the mean of
        anything else, weighted by member-months.
    known
        How many months of each have come.
    """

    months: Mapping[str, FloatArray]
    totals: Mapping[str, FloatArray]
    known: Mapping[str, int]


def monthly_ahead(prior: Prior, year: YearToDate, seen: Seen) -> MonthlyAhead:
    """Continue every monthly figure to the end of the year.

    Parameters
    ----------
    prior
        The years as they looked before.
    year, seen
        What came in, and what of it was known on the day.

    Raises
    ------
    Refusal
        When a monthly figure has another unit than in the scenario, or none there.
    """
    found, known = {}, {}
    for name in year.monthly:
        found[name], known[name] = _months(name, prior, year, seen)
    totals = {name: _total(name, prior, found) for name in found}
    return MonthlyAhead(found, totals, known)


def _total(name: str, prior: Prior, months: Mapping[str, FloatArray]) -> FloatArray:
    if prior.unit(name).kind in _ADDING:
        return np.asarray(months[name].sum(axis=1))
    if MEMBERS not in months:
        raise Refusal(
            "year/months.csv",
            f"has no column {MEMBERS}",
            f"the year's {name} is a mean over member-months",
            f"add the column {MEMBERS}",
        )
    weights = months[MEMBERS]
    mean = (months[name] * weights).sum(axis=1) / weights.sum(axis=1)
    tick = float(prior.unit(name).tick) / 10
    # A mean is reported to a place; a tenth of the usual step is finer than any contract's.
    return np.asarray(np.round(mean / tick) * tick)


def _months(name: str, prior: Prior, year: YearToDate, seen: Seen) -> tuple[FloatArray, int]:
    _check(name, prior)
    told = {
        month: _amount(row[name], name, month, prior)
        for month, row in sorted(seen.months.items())
        if name in row
    }
    parts = 12 if prior.unit(name).kind in _ADDING else 1
    usual, spread = float(prior.column(name).mean()) / parts, prior.spread(name)
    before = [month for month in told if month < year.first and told[month] > 0]
    noise = scatter_around_years(before, np.log([told[month] for month in before]))
    noise = noise or max(spread, SMALLEST)
    own = {month: told[month] for month in told if year.first <= month <= year.last}
    logs = np.log([value / usual for value in own.values() if value > 0])
    level = level_of(spread, logs, np.full(len(logs), noise**2), prior.score(name))
    chance = prior.chance(f"month of {name}", 12)
    ahead = usual * np.exp(level[:, None] + noise * chance - noise**2 / 2)
    for month, value in own.items():
        ahead[:, month.month - 1] = value
    return ahead, len(own)


def _check(name: str, prior: Prior) -> None:
    if name not in prior.plan.expected.values:
        raise Refusal(
            f"year/months.csv, column {name}",
            "is no figure of the expected scenario",
            "what a month may bring is told against the scenario",
            f"add {name} to the scenario, or take the column out",
        )


def _amount(value: Quantity, name: str, month: date, prior: Prior) -> float:
    if value.unit != prior.unit(name):
        raise Refusal(
            f"year/months.csv, {name} of {written(month)}",
            f"is in {value.unit}, and the scenario gives {prior.unit(name)}",
            "a number in another unit is another number",
            f"write it in {prior.unit(name)}",
        )
    return float(value.amount)
