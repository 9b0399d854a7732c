"""The forecast tried on the group's own past: each later year from the years before it.

It tries what can be counted: the rates of measures and what a person costs. What a contract paid in
the past was paid by another contract, so it is not tried.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy.special import bdtr  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.group_results.assessment import (
    MeasureAssessment,
    MeasureYear,
    next_year_like,
)
from fairterms.outcomes.small_cells.audience import LARGEST_SMALL
from fairterms.simulate.forecast.declaration import Declaration, MeasureSpec
from fairterms.simulate.forecast.past_years import (
    LEVEL,
    YearlyCost,
    forecast_cost,
    forecast_rate,
)
from fairterms.simulate.results.back_test import BackTest, back_test

FEWEST = 3
"""Years on record from which the past is tried at all; fewer leave one forecast from one year."""

RARE = 0.05
"""A record this rare under a forecast that is right is worth a warning. Our choice."""

COST = "cost of a person"
"""The name of the yearly cost among the figures tried."""


@dataclass(frozen=True)
class TriedFigure:
    """One figure's past.

    Attributes
    ----------
    name
        The measure's id, or :data:`COST`.
    record
        Each later year with its forecast; rates from 0 to 1, costs in dollars.
    """

    name: str
    record: BackTest

    @property
    def is_cost(self) -> bool:
        """Whether it is dollars and not a rate."""
        return self.name == COST


@dataclass(frozen=True)
class OwnBackTest:
    """What forecasts of the group's past years would have been, and what came.

    Attributes
    ----------
    tried
        A figure each; those with too few years are left out.
    left_out
        What was not tried, and why, as sentences.
    """

    tried: tuple[TriedFigure, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def together(self) -> BackTest:
        """Every forecast of every figure."""
        return back_test([year for one in self.tried for year in one.record.years], LEVEL)

    @property
    def calendar_years(self) -> int:
        """How many calendar years were forecast; figures of one year are not separate tries."""
        return len({year.label for one in self.tried for year in one.record.years})

    @property
    def fails_too_often(self) -> bool:
        """Whether a forecast that is right would so seldom hold so few, years taken one by one."""
        whole = self.together
        return bool(whole.years) and bdtr(whole.held, len(whole.years), LEVEL) < RARE

    def words(self) -> tuple[str, ...]:
        """Say what the past shows, and how little where its years are few."""
        whole, years = self.together, self.calendar_years
        number = len(whole.years)
        if not number:
            return ("No past year could be forecast from the years before it.",)
        tally = (
            f"{whole.held} of {number} forecasts of past years held. Of ranges meant for 80 % "
            f"{number * LEVEL:.1f} would on average."
        )
        caution = (
            f"{_years(years)} cannot prove a forecast: a range that holds in only half of all "
            f"years passes {_years(years).lower()} in a row one time in {2**years:,}. Figures of "
            "one year rise and fall together, so more figures help little."
        )
        if self.fails_too_often:
            return (tally, caution, _SEEN_BEFORE, _TOO_NARROW)
        return (tally, caution, _SEEN_BEFORE)


def try_past(
    assessed: Iterable[MeasureAssessment],
    costs: Sequence[YearlyCost],
    declared: Declaration,
) -> OwnBackTest:
    """Forecast the group's past years, each from those before it.

    Parameters
    ----------
    assessed
        The measures that the group's records could judge, with their counts by year.
    costs
        What a person cost, by year, the oldest first; empty without claims.
    declared
        How figures may move.
    """
    specs = {one.id: one for one in declared.measures}
    found: list[TriedFigure] = []
    left_out: list[str] = []
    for one in assessed:
        name = one.declared.measure
        if name not in specs:
            continue
        years, why = usable_years(one.years)
        left_out += [f"{_named(name)}: {reason}" for reason in why]
        if len(years) >= FEWEST:
            found.append(_tried_measure(one, years, specs[name], declared))
        else:
            left_out.append(f"{_named(name)}: {_too_few(len(years))}")
    if costs and len(costs) < FEWEST:
        left_out.append(f"{COST.capitalize()}: {_too_few(len(costs))}")
    if len(costs) >= FEWEST:
        past = [forecast_cost(costs[:at], costs[at], declared) for at in range(1, len(costs))]
        found.append(TriedFigure(COST, back_test(past, LEVEL)))
    return OwnBackTest(tuple(found), tuple(left_out))


def usable_years(years: Sequence[MeasureYear]) -> tuple[list[MeasureYear], list[str]]:
    """Return the years that tell something, and why others do not.

    Parameters
    ----------
    years
        The oldest first.

    Examples
    --------
    >>> years = [MeasureYear(2025, 300, 700), MeasureYear(2026, 65, 221)]
    >>> usable_years(years)[1]
    ['2026 is left out: most of its patients cannot be judged yet.']
    """
    found = [one for one in years if one.n > LARGEST_SMALL]
    why = [
        f"{one.year} is left out: {LARGEST_SMALL} patients or fewer tell nothing."
        for one in years
        if one.n <= LARGEST_SMALL
    ]
    if found and next_year_like(found) is not found[-1]:
        why.append(f"{found[-1].year} is left out: most of its patients cannot be judged yet.")
        found.pop()
    return found, why


def _tried_measure(
    assessed: MeasureAssessment,
    years: Sequence[MeasureYear],
    spec: MeasureSpec,
    declared: Declaration,
) -> TriedFigure:
    past = [
        forecast_rate(assessed, years[:at], years[at], spec, declared)
        for at in range(1, len(years))
    ]
    return TriedFigure(spec.id, back_test(past, LEVEL))


def _too_few(years: int) -> str:
    return f"{_years(years).lower()} on record, and a trial needs {FEWEST}."


def _years(number: int) -> str:
    return "One year" if number == 1 else f"{number} years"


def _named(name: str) -> str:
    return name.replace("_", " ").capitalize()


_SEEN_BEFORE = (
    "The spreads in forecast.toml were written by people who had seen these years. So the test is "
    "kinder than the future."
)
_TOO_NARROW = "Fewer held than chance explains: widen the spreads in forecast.toml."
