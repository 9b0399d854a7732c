"""Paid claims at the end of the year: known, completed for late bills, and still to come."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincinv, ndtr  # type: ignore[import-untyped,unused-ignore]

from fairterms.monitor.year_end.development import Developer, Development
from fairterms.monitor.year_end.month import between, later, written
from fairterms.monitor.year_end.paid_triangle import PaidTriangle, paid_triangle
from fairterms.monitor.year_end.prior import MEMBERS, SMALLEST, Prior
from fairterms.monitor.year_end.season import Season, season_of
from fairterms.monitor.year_end.year_to_date import Seen, YearToDate
from fairterms.simulate.forecast.declaration import Patients
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

RIPE = 3
"""Months of wait after which a month of an earlier year tells of its season; before, the wait
hides it (our choice)."""

CERTAIN = 1e-16
"""A variance of the year's logarithm below it is that of rounding: cents of millions."""


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


@dataclass(frozen=True, eq=False)
class _Told:
    """The months of care that were seen, completed.

    Attributes
    ----------
    logs
        The logarithm of the dollars of each, shape (months,).
    errors
        The covariance of their errors, shape (months, months).
    places
        Which months of the year they are, January 0.
    known
        Dollars paid by the day.
    """

    logs: FloatArray
    errors: FloatArray
    places: list[int]
    known: float


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
    and the month's own chance, of which the next month keeps a part. A month of care whose bills
    are not all in tells its dollars times its growth, with two errors: that of the factors, which
    all months share, and its own. All are taken as normal, and joined by their covariances.
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
    return _ahead(found, members)


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


def _ahead(found: _Year, members: FloatArray) -> ClaimsAhead:
    told = _told(found)
    usual = found.base + found.season.middle
    kept = _before(found)
    middle = -np.diag(kept) / 2
    seen = told.logs - np.log(members[:, told.places]) - usual[told.places]
    pull, left = _joined(kept, told)
    mean = middle + (seen - middle[told.places]) @ pull.T
    weights = np.exp(usual) * members.mean(axis=0)
    weights /= weights.sum()
    drawn = _drawn(found, left, weights) * _widths(found, told, weights)[:, None]
    months = members * np.exp(usual + mean + drawn)
    rest = [place for place in range(12) if place not in told.places]
    completed, to_come = (months[:, places].sum(axis=1) for places in (told.places, rest))
    return ClaimsAhead(completed, to_come, told.known, len(told.places))


def _before(found: _Year, wider: float = 1.0) -> FloatArray:
    """Return the covariance of the twelve months before any was seen, shape (12, 12).

    Parameters
    ----------
    found
        The year.
    wider
        By what factor the variance of chance is multiplied.
    """
    season = found.season
    return np.asarray(found.spread**2 + wider * (season.covariance() + season.doubt))


def _joined(kept: FloatArray, told: _Told) -> tuple[FloatArray, FloatArray]:
    """Join what was expected with what was seen, both normal.

    Parameters
    ----------
    kept
        The covariance of the twelve months before any was seen.
    told
        The months seen.

    Returns
    -------
    tuple
        How far each month seen pulls each month, shape (12, months), and the covariance that is
        left, shape (12, 12).
    """
    places = told.places
    if not places:
        return np.zeros((12, 0)), kept
    both = kept[np.ix_(places, places)] + told.errors
    pull = np.linalg.solve(both, kept[places, :]).T
    return np.asarray(pull), np.asarray(kept - pull @ kept[places, :])


def _widths(found: _Year, told: _Told, weights: FloatArray) -> FloatArray:
    """Return by how much each year strays more or less, because chance is known from few months.

    Notes
    -----
    √(k ÷ χ²) with k independent months is the step from the normal law to Student's t. Only chance
    is estimated here, what a year may bring is the forecast's own: so the step is taken to the
    power by which the variance left grows with the variance of chance.
    """
    left, wider = (
        float(weights @ _joined(_before(found, factor), told)[1] @ weights) for factor in (1.0, 1.1)
    )
    if left <= CERTAIN or found.season.freedom <= 0:
        return np.ones(len(found.prior))
    power = min(max(float(np.log(wider / left) / np.log(1.1)), 0.0), 1.0)
    half = max(found.season.freedom, 3.0) / 2
    drawn = gammaincinv(half, ndtr(found.prior.chance("scatter")[:, 0])) / half
    return np.asarray(drawn ** (-power / 2))


def _drawn(found: _Year, left: FloatArray, weights: FloatArray) -> FloatArray:
    """Draw twelve months of a covariance, so that dear years stay dear in all figures.

    The year's dollars move with the same simulated years as its other figures do; only what moves
    one month against another is drawn anew.
    """
    along = left @ weights
    total = float(weights @ along)
    if total <= CERTAIN:
        return np.zeros((len(found.prior), 12))
    main = along / np.sqrt(total)
    values, vectors = np.linalg.eigh(left - np.outer(main, main))
    rest = vectors * np.sqrt(np.maximum(values, 0.0))
    return np.asarray(
        np.outer(_year_scores(found, weights), main) + found.prior.chance("months", 12) @ rest.T
    )


def _year_scores(found: _Year, weights: FloatArray) -> FloatArray:
    """Return one standard normal number a year: how dear factors and patients make it together."""
    payers = found.prior.payers
    assert payers is not None, "somebody has claims"
    by_chance = float(weights @ found.season.covariance() @ weights)
    share = found.spread**2 / (found.spread**2 + by_chance)
    scores = _level_scores(found.prior, payers), _chance_scores(found.prior, payers.paid)
    return np.asarray(np.sqrt(share) * scores[0] + np.sqrt(1 - share) * scores[1])


def _told(found: _Year) -> _Told:
    """Complete the months of care that were seen."""
    development, triangle = found.development, found.triangle
    # An error of a factor moves the logarithm of every month that has that step ahead.
    shared = (development.errors / development.factors) ** 2
    logs, chance, ahead, places, known = [], [], [], [], 0.0
    for row, month in enumerate(triangle.origins):
        if not found.year.first <= month <= found.year.last:
            continue
        final = found.finals[month.month - 1]
        age = min(triangle.age(row), final)
        dollars = float(triangle.paid[row, age])
        known += dollars
        if dollars <= 0:
            continue  # nothing paid yet tells nothing of how dear the month was
        logs.append(np.log(dollars * development.growth(age, final)))
        chance.append(development.scatter(age, final, dollars))
        ahead.append([age <= step < final for step in range(len(development))])
        places.append(month.month - 1)
    steps = np.array(ahead, dtype=np.float64).reshape(len(places), len(development))
    return _Told(np.array(logs), np.diag(chance) + (steps * shared) @ steps.T, places, known)
