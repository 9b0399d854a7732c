"""Paid claims at the end of the year: known, completed for late bills, and still to come."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.development import Developer, Development
from fairterms.monitor.year_end.month import between, later, written
from fairterms.monitor.year_end.paid_triangle import PaidTriangle, paid_triangle
from fairterms.monitor.year_end.prior import MEMBERS, SMALLEST, Prior, level_of
from fairterms.monitor.year_end.season import Season, season_of
from fairterms.monitor.year_end.year_to_date import Seen, YearToDate
from fairterms.simulate.forecast.declaration import Patients
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

RIPE = 3
"""Months of wait after which a month of an earlier year tells of its season; before, the wait
hides it (our choice)."""


@dataclass(frozen=True, eq=False)
class ClaimsAhead:
    """The year's paid claims in every simulated year, in dollars, shape (years,) each.

    Attributes
    ----------
    completed
        Of the months of care already known, once all bills that count have come.
    to_come
        Of the other months.
    known
        Paid by the day, in dollars.
    months
        Months of care already known.
    """

    completed: FloatArray
    to_come: FloatArray
    known: float
    months: int

    @property
    def paid(self) -> FloatArray:
        """All that the settlement will count, in dollars to the cent."""
        return np.asarray(np.round(self.completed + self.to_come, 2))


@dataclass(frozen=True, eq=False)
class _Year:
    """What everything below reads of the year.

    Attributes
    ----------
    base
        The logarithm of the dollars expected for each member-month.
    spread
        How far the year's level may lie from it.
    finals
        The age of each month of care at the cut-off, January first.
    """

    prior: Prior
    year: YearToDate
    triangle: PaidTriangle
    development: Development
    season: Season
    base: float
    spread: float
    finals: tuple[int, ...]


def claims_ahead(
    prior: Prior, year: YearToDate, seen: Seen, members: FloatArray, developer: Developer
) -> ClaimsAhead:
    """Complete and continue the year's paid claims.

    Parameters
    ----------
    prior
        The years as they looked before; its forecast has people with claims.
    year, seen
        What came in, and what of it was known on the day.
    members
        Member-months of each month, shape (years, 12).
    developer
        Works out development factors.

    Raises
    ------
    Refusal
        When earlier years, a payment or a month's members are not there.

    Notes
    -----
    The logarithm of a month's dollars a member is what was expected, its season, the year's level
    and the month's own chance. A month of care whose bills are not all in tells its dollars times
    its growth, with two errors: that of the factors, which all months share, and that of the month.
    What it tells and what the level makes likely are joined by their variances.
    """
    payers = prior.payers
    assert payers is not None, "somebody has claims"
    finals = tuple(between(later(year.first, place), year.paid_through) for place in range(12))
    triangle = paid_triangle(seen, finals[0] + 1, year.last)
    development = developer(triangle)
    expected = float(prior.column(payers.paid).mean()) / float(prior.column(MEMBERS).mean())
    found = _Year(
        prior,
        year,
        triangle,
        development,
        _season(triangle, development, year, seen, finals),
        float(np.log(expected)),
        _level_spread(prior, payers),
        finals,
    )
    return _ahead(found, members, _level_scores(prior, payers))


def _season(
    triangle: PaidTriangle,
    development: Development,
    year: YearToDate,
    seen: Seen,
    finals: tuple[int, ...],
) -> Season:
    months, logs = [], []
    for row, month in enumerate(triangle.origins):
        age, final = triangle.age(row), finals[month.month - 1]
        if month >= year.first or age < min(RIPE, final):
            continue
        counted = min(age, final)
        dollars = triangle.paid[row, counted] * development.growth(counted, final)
        members = seen.months.get(month, {}).get(MEMBERS)
        if members is None or members.amount <= 0:
            raise Refusal(
                "year/months.csv",
                f"gives no {MEMBERS} of {written(month)}",
                "claims are told for each member",
                "add the month with the day its list came",
            )
        if dollars > 0:
            months.append(month)
            logs.append(float(np.log(dollars / float(members.amount))))
    return season_of(months, np.array(logs))


def _level_spread(prior: Prior, payers: Patients) -> float:
    factors, year = prior.plan.declared.factors, prior.plan.year
    parts = [weight**2 * factors[name].variance(year) for name, weight in payers.moved_by.items()]
    return max(float(np.sqrt(sum(parts))), SMALLEST)


def _level_scores(prior: Prior, payers: Patients) -> FloatArray:
    """Return one standard normal number a year: how dear the forecast's own factors make it."""
    total = np.zeros(len(prior))
    for name, weight in payers.moved_by.items():
        total = total + weight * np.log1p(prior.panel.factors[name])
    spread = float(total.std())
    return np.asarray((total - total.mean()) / spread) if spread > SMALLEST else total * 0


def _chance_scores(prior: Prior, figure: str) -> FloatArray:
    """Return what chance between patients made of each year, apart from factors and members.

    The same simulated patients stand behind the dollars above an attachment point, so that a year
    of dear patients is one in both figures.
    """
    values = prior.column(figure)
    if values.min() <= 0:
        return prior.chance("patients")[:, 0]
    moved = [np.log1p(shares) for shares in prior.panel.factors.values()]
    design = np.column_stack([np.ones(len(prior)), np.log(prior.column(MEMBERS)), *moved])
    logs = np.log(values)
    left = logs - design @ np.linalg.lstsq(design, logs, rcond=None)[0]
    spread = float(left.std())
    return np.asarray(left / spread) if spread > SMALLEST else left * 0


def _ahead(found: _Year, members: FloatArray, scores: FloatArray) -> ClaimsAhead:
    prior, noise = found.prior, max(found.season.noise, SMALLEST)
    usual = found.base + found.season.middle + found.season.errors * prior.chance("season", 12)
    logs, scatter, places, known = _seen(found)
    ratios = logs - np.log(members[:, places]) - usual[:, places]
    middle = -(found.spread**2 + noise**2) / 2
    level = level_of(found.spread, ratios, noise**2 + scatter, scores, middle)
    weight = noise**2 / (noise**2 + scatter)
    own = prior.chance("late bills", 12)[:, places] * np.sqrt(weight * scatter)
    months = (1 - weight) * level[:, None] + weight * ratios + own
    completed = (members[:, places] * np.exp(usual[:, places] + months)).sum(axis=1)
    rest = [place for place in range(12) if place not in places]
    ahead = members[:, rest] * np.exp(usual[:, rest] + level[:, None] + noise**2 / 2)
    return ClaimsAhead(completed, _scattered(found, ahead, noise), known, len(places))


def _scattered(found: _Year, ahead: FloatArray, noise: float) -> FloatArray:
    """Add the chance of the months to come to what they are expected to bring."""
    if not ahead.shape[1]:
        return np.zeros(len(ahead))
    month = ahead.mean(axis=0)
    spread = noise * float(np.sqrt((month**2).sum())) / float(month.sum())
    payers = found.prior.payers
    assert payers is not None, "somebody has claims"
    scores = _chance_scores(found.prior, payers.paid)
    return np.asarray(ahead.sum(axis=1) * np.exp(spread * scores - spread**2 / 2))


def _seen(found: _Year) -> tuple[FloatArray, FloatArray, list[int], float]:
    """Return the completed logarithms of the months seen, their variances, places and dollars."""
    development, triangle = found.development, found.triangle
    drawn = found.prior.chance("development", len(development))
    grown = np.log(np.maximum(development.factors + development.errors * drawn, SMALLEST))
    logs, scatter, places, known = [], [], [], 0.0
    for row, month in enumerate(triangle.origins):
        if not found.year.first <= month <= found.year.last:
            continue
        final = found.finals[month.month - 1]
        age = min(triangle.age(row), final)
        dollars = float(triangle.paid[row, age])
        known += dollars
        if dollars <= 0:
            continue  # nothing paid yet tells nothing of how dear the month was
        logs.append(np.log(dollars) + grown[:, age:final].sum(axis=1))
        scatter.append(development.scatter(age, final, dollars))
        places.append(month.month - 1)
    columns = np.array(logs).T if logs else np.zeros((len(found.prior), 0))
    return columns, np.array(scatter), places, known
