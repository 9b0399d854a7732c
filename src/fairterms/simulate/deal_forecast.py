"""The forecast of a whole deal: every performance year simulated, or the reason why not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import performance_years
from fairterms.simulate.forecast.declaration import FILE, Declaration
from fairterms.simulate.forecast.panel import Plan, simulate
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import USUAL, Sample, plan_year
from fairterms.simulate.results.cash import Cash, cash
from fairterms.simulate.results.cash_declaration import CashDeclaration, read_cash
from fairterms.simulate.results.chain import Chain, chain
from fairterms.simulate.results.forecast import Forecast, forecast_of
from fairterms.simulate.results.settled_years import SettledYears, settle_years
from fairterms.simulate.years import Years
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]


@dataclass(frozen=True)
class YearForecast:
    """One performance year.

    Attributes
    ----------
    period
        The year.
    plan
        What was simulated.
    years
        The figures of every simulated year.
    settled
        Every one of them settled.
    forecast
        What they leave the group.
    chain
        The steps in between: what bites how often.
    cash
        When the money comes; None where nobody says, and ``no_cash`` then says why.
    no_cash
        Why there is no cash by month; empty where there is.
    """

    period: Period
    plan: Plan
    years: Years
    settled: SettledYears
    forecast: Forecast
    chain: Chain
    cash: Cash | None = None
    no_cash: str = ""


@dataclass(frozen=True)
class NotForecast:
    """A performance year that could not be simulated, and why."""

    period: Period
    refusal: Refusal


@dataclass(frozen=True)
class DealForecast:
    """A deal's performance years.

    Attributes
    ----------
    declared
        What forecast.toml says.
    years
        Those that could be simulated, in order.
    missing
        The others.
    """

    declared: Declaration
    years: tuple[YearForecast, ...]
    missing: tuple[NotForecast, ...]

    @property
    def riskiest(self) -> YearForecast | None:
        """The year whose worst 5 % are worst: terms are priced where they bite."""
        return min(self.years, key=lambda one: one.forecast.worst_years.value, default=None)

    @property
    def first(self) -> YearForecast | None:
        """The first year that could be simulated."""
        return self.years[0] if self.years else None


def expected_scenario(deal: Deal) -> FigureSet | None:
    """Return the scenario a forecast takes its levels from; None where the deal has none."""
    return next((one for one in deal.scenarios if one.role == "expected"), None)


def forecast_deal(
    deal: Deal,
    contract: Contract,
    declared: Declaration,
    past: Past = NOTHING_PAST,
    sample: Sample = USUAL,
    tell: Tell = lambda _: None,
) -> DealForecast:
    """Simulate every performance year of a deal.

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
        Called with a short sentence before each year.

    Raises
    ------
    Refusal
        When the deal has no expected scenario.
    """
    expected = expected_scenario(deal)
    if expected is None:
        raise Refusal(
            deal.folder.name,
            "has no expected scenario",
            "a forecast takes the level of every figure from it",
            'add scenarios/expected.toml with role = "expected"',
        )
    found = list(_each_year(deal, contract, (declared, past, sample), expected, tell))
    return DealForecast(
        declared,
        tuple(one for one in found if isinstance(one, YearForecast)),
        tuple(one for one in found if isinstance(one, NotForecast)),
    )


def _each_year(
    deal: Deal,
    contract: Contract,
    told: tuple[Declaration, Past, Sample],
    expected: FigureSet,
    tell: Tell,
) -> Iterator[YearForecast | NotForecast]:
    declared, past, sample = told
    for period in performance_years(contract):
        tell(f"Simulating {period}")
        try:
            plan = plan_year(contract, declared, expected, period, past, sample)
            years = simulate(plan, sample.threads, sample.shards)
            dates = read_cash(declared.cash, declared.notes, plan.contract)
            settled = settle_years(deal, plan.contract, years, dates.steps)
        except Refusal as refusal:
            yield NotForecast(period, refusal)
            continue
        money, why_not = _cash(deal, plan, settled, dates)
        yield YearForecast(
            period,
            plan,
            years,
            settled,
            forecast_of(settled, deal.appetite),
            chain(plan.contract, settled),
            money,
            why_not,
        )


def _cash(
    deal: Deal, plan: Plan, settled: SettledYears, dates: CashDeclaration
) -> tuple[Cash | None, str]:
    declared = plan.declared
    if not declared.cash:
        return None, f"{FILE} does not say when money is paid: add a section [cash]."
    wrong = [one for one in declared.notes.problems() if one not in declared.problems]
    if wrong:
        return None, " ".join(f"{FILE}, line {o.line}: {o.what} ({o.fix})." for o in wrong)
    try:
        return cash(plan.contract, deal.without_deal, settled, dates), ""
    except Refusal as refusal:
        return None, refusal.sentences
