"""Run the years of a deal with some of its numbers moved, beside the same years as it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from fairterms.contract.clause import Contract
from fairterms.decide.ahead import SAMPLE
from fairterms.decide.trial_run.case import Case, case_of, sliders
from fairterms.decide.trial_run.panels import FEW
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.quick_prices import prices_given_the_rest
from fairterms.decide.trial_run.slider import Settings, Slider
from fairterms.simulate.clause_price.price_list import ClausePrices
from fairterms.simulate.clause_price.prices import price
from fairterms.simulate.drivers.outcome import Outcome, difference
from fairterms.simulate.forecast.year_moves import BLOCKS
from fairterms.simulate.outlook import MOST_PRICED, YEARS_PRICED
from fairterms.simulate.results.forecast import Forecast, forecast_of
from fairterms.simulate.results.settled_years import SettledYears, settle_years
from fairterms.simulate.years import Years
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

FIRST, FIRST_DRAWN = 1_024, 256
"""Years of a first answer: many where only terms move, fewer where the years are drawn again, so
that either takes a part of a second (measured by benchmarks/sliders.py)."""

REFINED = SAMPLE.number
"""Years of the decision report: a run of so many gives its figures to the last bit."""

MOST = 65_536
"""More years are asked of the verb ``simulate``."""

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes
    ----------
    case
        What was simulated.
    contract
        Its terms in force, for a group of that size.
    years
        The figures of every year.
    settled
        Its years, settled.
    forecast
        What they leave the group.
    """

    case: Case
    contract: Contract
    years: Years = field(repr=False)
    settled: SettledYears = field(repr=False)
    forecast: Forecast


@dataclass(frozen=True, eq=False)
class TrialRun:
    """What the moved numbers do.

    Attributes
    ----------
    period
        The performance year.
    sliders
        Those that were moved, with what they were moved to in ``settings``.
    settings
        What differs from the deal as it stands; empty for the deal itself.
    tried, standing
        The deal as moved, and as it stands, on the same years.
    difference
        Tried less standing, in net margin; None where nothing was moved.
    prices
        What each clause is worth as moved: all three prices in a refined run, else what striking
        it today is worth.
    """

    period: Period
    sliders: tuple[Slider, ...]
    settings: Settings
    tried: Side
    standing: Side
    difference: Outcome | None
    prices: ClausePrices

    @property
    def years(self) -> int:
        """How many years were simulated on each side."""
        return len(self.tried.settled)

    @property
    def is_refined(self) -> bool:
        """Whether the years are as many as the report's."""
        return self.years >= REFINED

    @property
    def fingerprint(self) -> str:
        """One line of hex that two runs share exactly when every net margin has the same bytes."""
        digest = sha256(self.standing.settled.net.tobytes())
        digest.update(self.tried.settled.net.tobytes())
        return f"sha256:{digest.hexdigest()}"

    def as_rows(self) -> list[tuple[str, str, float, float, str]]:
        """Return rows of side, figure, value, error and unit, for a table or a program."""
        rows = [("standing", *row) for row in self.standing.forecast.as_rows()]
        rows += [("tried", *row) for row in self.tried.forecast.as_rows()]
        if self.difference is not None:
            named = (("net_margin", "mean"), ("worst_years", "worst"), ("loses", "loses"))
            for figure, part in named:
                found = getattr(self.difference, part)
                unit = "share of years" if part == "loses" else "$ a year"
                rows.append(("difference", figure, found.value, found.error, unit))
        return rows


def first_years(prepared: Prepared, settings: Settings) -> int:
    """Return how many years a first answer to some settings is worked out from.

    Parameters
    ----------
    prepared
        The deal.
    settings
        Slider to the value it is set to.
    """
    drawn = {
        one.id
        for one in sliders(prepared)
        if one.is_drawn and settings.get(one.id, one.now) != one.now
    }
    return FIRST_DRAWN if drawn else FIRST


def run(
    prepared: Prepared,
    settings: Settings,
    years: int,
    tell: Tell = lambda _: None,
) -> TrialRun:
    """Run a deal's year with some of its numbers moved.

    Parameters
    ----------
    prepared
        The deal.
    settings
        Slider to the value it is set to; values as they stand change nothing.
    years
        How many years: :func:`first_years` for a first answer, :data:`REFINED` for the report's.
    tell
        Called with a short sentence before each part; what it raises ends the work.

    Returns
    -------
    TrialRun
        The same settings and years give the same bytes.

    Raises
    ------
    Refusal
        When a setting is impossible, the terms cannot be settled with it, or so many years cannot
        be simulated here.
    """
    check_years(years)
    case = case_of(prepared, settings)
    standing = standing_side(prepared, years, tell)
    tried = side(case, years, tell) if case.settings else standing
    moved = {one.id: one for one in sliders(prepared) if one.id in case.settings}
    tell("Pricing every clause")
    return TrialRun(
        prepared.period,
        tuple(moved.values()),
        case.settings,
        tried,
        standing,
        compared_sides(tried, standing) if case.settings else None,
        prices_of(tried),
    )


def warm(prepared: Prepared, tell: Tell = lambda _: None) -> None:
    """Simulate the deal as it stands, so that the first slider need not wait for it.

    Parameters
    ----------
    prepared
        The deal.
    tell
        Called with a short sentence before each part.
    """
    sliders(prepared)
    for years in (FIRST, FIRST_DRAWN):
        standing_side(prepared, years, tell)


def check_years(years: int) -> None:
    """Refuse a number of years that cannot be simulated here."""
    if years < 2 * BLOCKS or years > MOST or years % BLOCKS:
        raise Refusal(
            f"{years:,} years",
            "cannot be simulated here",
            f"years are drawn in {BLOCKS} blocks of one size, and in reasonable time",
            f"choose a multiple of {BLOCKS} from {2 * BLOCKS} to {MOST:,}",
        )


def side(case: Case, years: int, tell: Tell = lambda _: None) -> Side:
    """Simulate and settle one side.

    Raises
    ------
    Refusal
        When its terms cannot be settled on its years.
    """
    plan = case.plan(years)
    drawn = case.years(plan, tell)
    found = settle_years(case.deal, plan.contract, drawn)
    return Side(case, plan.contract, drawn, found, forecast_of(found, case.deal.appetite))


def standing_side(prepared: Prepared, years: int, tell: Tell = lambda _: None) -> Side:
    """Simulate the deal as it stands; few years are remembered."""
    name = f"standing, {years} years"
    found = prepared.memo.get(name)
    if not isinstance(found, Side):
        found = side(Case(prepared), years, tell)
        if years <= FEW:
            prepared.memo[name] = found
    return found


def compared_sides(tried: Side, standing: Side) -> Outcome:
    """Return by how much the net margin of one side exceeds that of another on the same years."""
    return difference(tried.settled.net, standing.settled.net, tried.settled.blocks)


def prices_of(one: Side) -> ClausePrices:
    """Price the clauses of one side: as the report does where its years are as many."""
    deal, neutrals = one.case.deal, one.case.prepared.declared.neutrals
    if len(one.settled) < REFINED:
        return prices_given_the_rest(deal, one.contract, one.years, neutrals)
    part = one.years.part(0, min(len(one.years), YEARS_PRICED))
    return price(deal, one.contract, part, neutrals, most=MOST_PRICED)
