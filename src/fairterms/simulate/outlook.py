"""The outlook of a deal: its forecast, and everything that is worked out from the same years."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.simulate.capacity import study
from fairterms.simulate.capacity.access_tiers import access_tiers
from fairterms.simulate.capacity.study import CapacityStudy
from fairterms.simulate.clause_price.price_list import ClausePrices
from fairterms.simulate.clause_price.prices import price
from fairterms.simulate.deal_forecast import DealForecast, YearForecast, forecast_deal
from fairterms.simulate.drivers import driver_study
from fairterms.simulate.drivers.driver_study import DriverStudy
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.own_back_test import OwnBackTest
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import USUAL, Sample
from fairterms.simulate.results.worst_case import WorstCase, worst_case
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]

MOST_PRICED = 10
"""Clauses priced exactly; of more, the smallest are priced together."""

ACCESS = study.Sample(years=1_000, questioned=400, searched=300)
"""Years of the forecast of access, which follows every week of a year."""

YEARS_PRICED = 8_192
"""Years that clauses are priced on: 1,024 variants of the contract are settled in each."""


@dataclass(frozen=True)
class Outlook:
    """What the years that may come hold.

    Attributes
    ----------
    forecast
        Every performance year.
    worst
        The worst that the terms of the riskiest year allow; None without a year.
    prices
        What each clause is worth in the riskiest year; None without a year.
    capacity
        Whether new patients can be seen in time; None where nobody says what there is.
    gaps
        What could not be worked out, and why, as sentences.
    back_test
        The forecast tried on the group's own past years; None without records.
    drivers
        What moves the result; None without a year.
    """

    forecast: DealForecast
    worst: WorstCase | None = None
    prices: ClausePrices | None = None
    capacity: CapacityStudy | None = None
    gaps: tuple[str, ...] = ()
    back_test: OwnBackTest | None = None
    drivers: DriverStudy | None = None


def look(
    deal: Deal,
    contract: Contract,
    declared: Declaration,
    past: Past = NOTHING_PAST,
    sample: Sample = USUAL,
    tell: Tell = lambda _: None,
) -> Outlook:
    """Work out the outlook of a deal.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    declared
        Its forecast.toml, without problems.
    past
        What its records say.
    sample
        How many years, and from which seed.
    tell
        Called with a short sentence before each stage.

    Raises
    ------
    Refusal
        When the deal has no expected scenario.
    """
    forecast = forecast_deal(deal, contract, declared, past, sample, tell)
    found = Outlook(forecast, back_test=past.back_test)
    year = found.forecast.riskiest
    if year is None:
        return found
    stages: tuple[tuple[str, str, Callable[[], object]], ...] = (
        ("Proving the worst case", "worst", lambda: _worst(deal, year)),
        ("Pricing every clause", "prices", lambda: _prices(deal, declared, year)),
        ("Forecasting access", "capacity", lambda: _capacity(declared, past, year)),
    )
    parts: dict[str, object] = {}
    gaps = []
    for stage, part, work in stages:
        tell(stage)
        try:
            parts[part] = work()
        except Refusal as refusal:
            gaps.append(f"{stage}: {refusal.sentences}")
    drivers = driver_study.study(
        deal,
        [(one.plan, one.years) for one in forecast.years],
        (year.plan, year.years),
        past,
        contract.starts.year,
        tell,
    )
    gaps += drivers.gaps
    return replace(found, gaps=tuple(gaps), drivers=drivers, **parts)  # type: ignore[arg-type]


def _worst(deal: Deal, year: YearForecast) -> WorstCase:
    """Bound the year over the ranges the terms declare, widened to what was simulated."""
    contract = year.plan.contract
    bounds = {
        figure.id: (float(figure.lowest.amount), float(figure.highest.amount))
        for figure in contract.figures
        if figure.lowest is not None and figure.highest is not None
    }
    for name, given in year.years.figures.items():
        columns = given.values if isinstance(given.values, tuple) else (given.values,)
        low, high = min(one.min() for one in columns), max(one.max() for one in columns)
        before = bounds.get(name, (low, high))
        bounds[name] = (min(before[0], float(low)), max(before[1], float(high)))
    return worst_case(contract, bounds, without=deal.without_deal)


def _prices(deal: Deal, declared: Declaration, year: YearForecast) -> ClausePrices:
    years = year.years.part(0, min(len(year.years), YEARS_PRICED))
    return price(deal, year.plan.contract, years, declared.neutrals, most=MOST_PRICED)


def _capacity(declared: Declaration, past: Past, year: YearForecast) -> CapacityStudy | None:
    asked = declared.capacity
    if asked is None:
        return None
    starts = year.period.first
    tiers = access_tiers(year.plan.contract, asked.measure, starts)
    return study.study(asked, past.access, tiers, starts, ACCESS)
