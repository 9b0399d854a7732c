"""Measures at the end of the year: patients counted so far, and those still to be counted."""

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.prior import SMALLEST, Prior
from fairterms.monitor.year_end.reported_ahead import months_in, total_of
from fairterms.monitor.year_end.year_to_date import Seen, YearToDate
from fairterms.simulate.forecast.measure_panel import LEAST, MOST
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]


def measure_ahead(
    measure: str, prior: Prior, year: YearToDate, seen: Seen
) -> dict[str, FloatArray]:
    """Continue a measure's counts to the end of the year.

    Parameters
    ----------
    measure
        Its id.
    prior
        The years as they looked before.
    year, seen
        What came in, and what of it was known on the day.

    Returns
    -------
    dict
        ``measure.numerator`` and ``measure.denominator`` of each simulated year, shape (years,).

    Raises
    ------
    Refusal
        When a report gives one of the two counts without the other, or more reached than counted.

    Notes
    -----
    The true rate is normal around what was expected; n patients counted weigh n ÷ (p (1 − p)) in
    it. How many will count at the end is the forecast's own; those counted already are among them.
    """
    top, bottom = f"{measure}.numerator", f"{measure}.denominator"
    reached, counted = (total_of(name, prior, seen) for name in (top, bottom))
    if reached is None and counted is None:
        return {top: prior.column(top), bottom: prior.column(bottom)}
    if reached is None or counted is None or reached[0] != counted[0]:
        raise _half_told(measure)
    if reached[1] > counted[1]:
        raise _too_many(measure)
    is_whole = months_in(year, counted[0]) == 12
    rest = np.zeros(len(prior))
    if not is_whole:
        rest = np.maximum(prior.column(bottom) - counted[1], 0.0)
    more = _reaching(measure, prior, rest, (reached[1], counted[1]))
    return {top: reached[1] + more, bottom: counted[1] + rest}


def _reaching(
    measure: str, prior: Prior, rest: FloatArray, counts: tuple[float, float]
) -> FloatArray:
    """Draw how many of those still to be counted reach the measure, shape (years,)."""
    reached, counted = counts
    top, bottom = (prior.column(f"{measure}.{end}") for end in ("numerator", "denominator"))
    rates = top / np.maximum(bottom, 1.0)
    usual = float(np.clip(rates.mean(), LEAST, MOST))
    by_chance = usual * (1 - usual) / float(np.maximum(bottom, 1.0).mean())
    spread = float(np.sqrt(max(float(rates.var()) - by_chance, SMALLEST**2)))
    scores = (rates - rates.mean()) / max(float(rates.std()), SMALLEST)
    weights = 1 / spread**2, counted / (usual * (1 - usual))
    rate = reached / counted if counted else usual
    middle = (usual * weights[0] + rate * weights[1]) / sum(weights)
    true = np.clip(middle + scores / np.sqrt(sum(weights)), LEAST, MOST)
    drawn = (
        rest * true + np.sqrt(rest * true * (1 - true)) * prior.chance(f"rest of {measure}")[:, 0]
    )
    return np.asarray(np.clip(np.round(drawn), 0.0, rest))


def _half_told(measure: str) -> Refusal:
    return Refusal(
        f"year/figures.toml, {measure}",
        "is known by one of its two counts only, or through two different months",
        "a rate needs both counts of the same patients",
        f"give {measure}.numerator and {measure}.denominator in one report",
    )


def _too_many(measure: str) -> Refusal:
    return Refusal(
        f"year/figures.toml, {measure}",
        "counts more patients that reach it than patients in all",
        "a rate cannot be above 100 %",
        "check the two counts of the latest report",
    )
