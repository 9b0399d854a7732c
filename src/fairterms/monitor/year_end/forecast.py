"""The settlement of a year as it would end from one day's knowledge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.claims_ahead import ClaimsAhead, claims_ahead
from fairterms.monitor.year_end.development import Developer, by_chainladder
from fairterms.monitor.year_end.excess_ahead import excess_ahead
from fairterms.monitor.year_end.measures_ahead import measure_ahead
from fairterms.monitor.year_end.monthly_ahead import MonthlyAhead, monthly_ahead
from fairterms.monitor.year_end.prior import MEMBERS, Prior
from fairterms.monitor.year_end.reported_ahead import check_unit, reported_ahead
from fairterms.monitor.year_end.year_to_date import Feed, Seen, YearToDate
from fairterms.payment.book import Given
from fairterms.simulate.forecast.figure_panel import named
from fairterms.simulate.results import statistic
from fairterms.simulate.results.chain import GateChance, mean_where
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.settled_years import HALF_CENT, SettledYears, settle_years
from fairterms.simulate.years import Years
from fairterms.units.quantity import Unit
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

INTERVAL = 0.8
"""The share of years in the range that is shown."""


@dataclass(frozen=True)
class Outcome:
    """One amount or figure at the end of the year.

    Attributes
    ----------
    name
        The clause or figure.
    mean
        Its mean, with the simulation's error.
    low, high
        The range that holds :data:`INTERVAL` of the simulated years, both ends included.
    unit
        Of all of them.
    """

    name: str
    mean: Estimate
    low: float
    high: float
    unit: Unit | None = None


@dataclass(frozen=True, eq=False)
class YearEnd:
    """How the year would end, as far as one day can tell.

    Attributes
    ----------
    day
        The day.
    paid_until
        The last month of payment known without a gap.
    months
        How many months of care are known by their claims; 0 where the terms look at none.
    payable
        All that the contract pays for the year.
    net
        What the deal leaves after the cost of its work.
    parts
        Every paying clause's own amount.
    owes
        The chance that the group owes under some paying clause.
    loses
        The chance that the deal costs more than it brings.
    gates
        Every threshold and cap, with how often it bites.
    figures
        Every figure of the terms that is not yet certain.
    waiting, unused
        Feeds that are out, and feeds that cannot be used before them.
    unseen
        Figures of which nothing has come yet.
    about_few
        Figures that so few people may stand behind that they stay in the group's own room.
    years, settled
        The simulated years themselves.
    """

    day: date
    paid_until: date
    months: int
    payable: Outcome
    net: Outcome
    parts: tuple[Outcome, ...]
    owes: Estimate
    loses: Estimate
    gates: tuple[GateChance, ...]
    figures: tuple[Outcome, ...]
    waiting: tuple[Feed, ...]
    unused: tuple[Feed, ...]
    unseen: tuple[str, ...]
    about_few: tuple[str, ...]
    years: Years = field(repr=False)
    settled: SettledYears = field(repr=False)


def year_end(
    prior: Prior, year: YearToDate, day: date, developer: Developer = by_chainladder
) -> YearEnd:
    """Forecast the settlement of the year from what was known on a day.

    Parameters
    ----------
    prior
        The years as they looked before anything was known; the same for every day, so that days
        are compared on the same chance.
    year
        What came in, without problems.
    day
        The day.
    developer
        Works out development factors.

    Raises
    ------
    Refusal
        When a figure is missing, and which.
    """
    seen = year.as_of(day)
    years, claims = _simulated(prior, year, seen, developer)
    settled = settle_years(prior.deal, prior.plan.contract, years)
    unseen = _unseen(prior, year, seen, claims)
    return _told(prior, years, settled, seen, (claims.months if claims else 0, unseen))


def years_ahead(
    prior: Prior, year: YearToDate, day: date, developer: Developer = by_chainladder
) -> Years:
    """Return the figures at the end of every simulated year, as :func:`year_end` settles them."""
    return _simulated(prior, year, year.as_of(day), developer)[0]


def _simulated(
    prior: Prior, year: YearToDate, seen: Seen, developer: Developer
) -> tuple[Years, ClaimsAhead | None]:
    assert not year.problems, "a year with problems is not forecast"
    _check_given(prior, year, seen)
    monthly = monthly_ahead(prior, year, seen)
    claims = _claims(prior, year, seen, monthly, developer)
    return _years(prior, _columns(prior, year, seen, monthly, claims)), claims


def _claims(
    prior: Prior, year: YearToDate, seen: Seen, monthly: MonthlyAhead, developer: Developer
) -> ClaimsAhead | None:
    if prior.payers is None:
        return None
    if MEMBERS not in monthly.months:
        raise _missing(MEMBERS, "year/months.csv", f"add the column {MEMBERS}")
    return claims_ahead(prior, year, seen, monthly.months[MEMBERS], developer)


def _columns(
    prior: Prior,
    year: YearToDate,
    seen: Seen,
    monthly: MonthlyAhead,
    claims: ClaimsAhead | None,
) -> dict[str, FloatArray]:
    declared, expected = prior.plan.declared, prior.plan.expected
    found: dict[str, FloatArray] = {}
    for spec in declared.figures:
        for name in named(spec, expected):
            found[name] = reported_ahead(name, prior, year, seen)
    for measure in declared.measures:
        found |= measure_ahead(measure.id, prior, year, seen)
    found |= monthly.totals
    payers = prior.payers
    if claims is not None and payers is not None:
        found[payers.paid] = claims.paid
        if payers.above:
            above = excess_ahead(prior, year, seen, float(claims.paid.mean()), payers)
            found[payers.above] = np.minimum(above, claims.paid)
    return found | {name: np.full(len(prior), known) for name, known in _held(prior, year, seen)}


def _held(prior: Prior, year: YearToDate, seen: Seen) -> list[tuple[str, float]]:
    """Return the figures that do not grow: the latest report's word, else what is held."""
    told = {**year.held, **{n: v for n, (_, v) in seen.totals.items() if n in year.held}}
    for name, value in told.items():
        if name in prior.plan.expected.values:
            check_unit(name, value, prior)
    return [(name, float(value.amount)) for name, value in told.items()]


def _years(prior: Prior, columns: Mapping[str, FloatArray]) -> Years:
    panel = prior.panel
    units = {name: given.unit for name, given in panel.figures.items()}
    figures = {name: Given(values, units.get(name)) for name, values in columns.items()}
    return Years({**panel.figures, **figures}, panel.blocks, panel.factors, panel.delivery)


def _check_given(prior: Prior, year: YearToDate, seen: Seen) -> None:
    """Refuse a figure that the terms read and nothing of the year or the forecast gives."""
    given = _moved(prior) | set(year.held) | set(year.monthly)
    for name in prior.wanted:
        if name not in given:
            fix = (
                f"write {name} under [held] in year/figures.toml, "
                f'or [[figure]] id = "{name}" in forecast.toml'
            )
            raise _missing(name, "year/ and forecast.toml", fix)
    for name in seen.totals:
        if name not in given:
            fix = f'write [[figure]] id = "{name}" in forecast.toml, or hold it under [held]'
            raise Refusal(
                f"year/figures.toml, {name}",
                "is reported, and nothing says how the rest of the year adds to it",
                "half a year's total is not the year's",
                fix,
            )


def _moved(prior: Prior) -> set[str]:
    """Name the figures that the forecast itself moves."""
    declared, expected = prior.plan.declared, prior.plan.expected
    found = {name for spec in declared.figures for name in named(spec, expected)}
    for measure in declared.measures:
        found |= {f"{measure.id}.numerator", f"{measure.id}.denominator"}
    for people in declared.patients:
        found |= {people.paid, people.above} - {""}
    return found


def _missing(name: str, where: str, fix: str) -> Refusal:
    return Refusal(
        name,
        f"is missing from {where}",
        "the terms read it, and no number is assumed",
        fix,
    )


def _unseen(
    prior: Prior, year: YearToDate, seen: Seen, claims: ClaimsAhead | None
) -> tuple[str, ...]:
    """Name the figures of which nothing of the year has come."""
    payers = prior.payers
    came = set(seen.totals) | set(year.held)
    came |= {
        name
        for month, row in seen.months.items()
        if year.first <= month <= year.last
        for name in row
    }
    if claims is not None and claims.months and payers is not None:
        came.add(payers.paid)
    return tuple(sorted(name for name in prior.wanted if name not in came))


def _told(
    prior: Prior,
    years: Years,
    settled: SettledYears,
    seen: Seen,
    told: tuple[int, tuple[str, ...]],
) -> YearEnd:
    months, unseen = told
    blocks = settled.blocks
    parts = tuple(outcome(name, settled.steps[name], blocks) for name in settled.pays)
    owes = np.zeros(len(settled), dtype=bool)
    for name in settled.pays:
        owes |= settled.steps[name] < -HALF_CENT
    return YearEnd(
        seen.day,
        seen.paid_until,
        months,
        outcome("payable", settled.payable, blocks),
        outcome("net", settled.net, blocks),
        parts,
        statistic.probability(owes, blocks),
        statistic.probability(settled.net < -HALF_CENT, blocks),
        tuple(_gate(settled, name) for name in settled.gates),
        tuple(_figures(prior, years)),
        seen.waiting,
        seen.unused,
        unseen,
        tuple(one.above for one in prior.plan.declared.patients if one.above),
        years,
        settled,
    )


def _gate(settled: SettledYears, gate: str) -> GateChance:
    clause, _, name = gate.partition(".")
    bites = settled.gates[gate]
    return GateChance(
        clause,
        name,
        settled.otherwise[gate],
        statistic.probability(bites, settled.blocks),
        mean_where(settled.net, bites, settled.blocks),
        mean_where(settled.net, ~bites, settled.blocks),
    )


def outcome(
    name: str,
    values: FloatArray,
    blocks: npt.NDArray[np.int64],
    unit: Unit | None = None,
) -> Outcome:
    """Return the mean and the range of one amount over the simulated years."""
    low, high = statistic.interval_of(values, INTERVAL)
    return Outcome(name, statistic.mean(values, blocks), low, high, unit)


def _figures(prior: Prior, years: Years) -> list[Outcome]:
    found = []
    for name in prior.wanted:
        given = years.figures[name]
        if isinstance(given.values, tuple) or np.ptp(given.values) == 0:
            continue
        values = np.asarray(given.values, dtype=np.float64)
        found.append(outcome(name, values, years.blocks, given.unit))
    return found
