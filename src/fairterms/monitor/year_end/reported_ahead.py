"""Figures that come as totals of the year to date: what is known, and what the rest may bring."""

from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.month import between
from fairterms.monitor.year_end.prior import SMALLEST, Prior, level_of
from fairterms.monitor.year_end.year_to_date import Seen, YearToDate
from fairterms.units.quantity import Kind, Quantity
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]


def months_in(year: YearToDate, through: date) -> int:
    """Return how many months of the year a total counts, 0 to 12."""
    return min(max(between(year.first, through) + 1, 0), 12)


def total_of(name: str, prior: Prior, seen: Seen) -> tuple[date, float] | None:
    """Return the month a figure is known through and its total; None before the first report.

    Raises
    ------
    Refusal
        When it is in another unit than the scenario's.
    """
    if name not in seen.totals:
        return None
    through, value = seen.totals[name]
    check_unit(name, value, prior)
    return through, float(value.amount)


def check_unit(name: str, value: Quantity, prior: Prior) -> None:
    """Refuse a figure that is in another unit than the scenario's."""
    if value.unit != prior.unit(name):
        raise Refusal(
            f"year/figures.toml, {name}",
            f"is in {value.unit}, and the scenario gives {prior.unit(name)}",
            "a number in another unit is another number",
            f"write it in {prior.unit(name)}",
        )


def reported_ahead(name: str, prior: Prior, year: YearToDate, seen: Seen) -> FloatArray:
    """Continue a figure of which reports give the total of the year to date.

    Parameters
    ----------
    name
        The figure.
    prior
        The years as they looked before.
    year, seen
        What came in, and what of it was known on the day.

    Returns
    -------
    Array
        The figure at the end of each simulated year, shape (years,).

    Notes
    -----
    Nobody says how one month of such a figure scatters, so a month is taken to scatter as much as a
    year does around what was expected: t months seen weigh t ÷ (t + 1) against the scenario.
    """
    column = prior.column(name)
    found = total_of(name, prior, seen)
    if found is None:
        return column
    through, total = found
    months = months_in(year, through)
    rest = (12 - months) / 12
    if prior.unit(name).kind not in {Kind.COUNT, Kind.MONEY}:
        moved = prior.spread(name) * np.sqrt(rest) * prior.score(name)
        return np.asarray(total * np.exp(moved))
    return np.asarray(_ticked(total + _rest(name, prior, total, months), prior, name))


def _rest(name: str, prior: Prior, total: float, months: int) -> FloatArray:
    """Return what the months without a report may bring, shape (years,)."""
    column, rest = prior.column(name), (12 - months) / 12
    spread, usual = prior.spread(name), float(prior.column(name).mean())
    if not rest or spread < SMALLEST or total <= 0 or not months:
        return np.asarray(rest * column)
    seen = np.array([np.log(total / (usual * months / 12))])
    level = level_of(spread, seen, np.array([spread**2 / months]), prior.score(name))
    own = spread / np.sqrt(12 - months)
    chance = prior.chance(f"rest of {name}")[:, 0]
    return np.asarray(rest * usual * np.exp(level + own * chance - own**2 / 2))


def _ticked(values: FloatArray, prior: Prior, name: str) -> FloatArray:
    tick = float(prior.unit(name).tick)
    return np.asarray(np.round(np.round(values / tick) * tick, 6))
