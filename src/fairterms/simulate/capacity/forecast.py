"""The forecast of a year: visits needed and offered, waits, and the contract's share."""

from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.flow import Flow, Uniforms, simulate
from fairterms.simulate.capacity.practice import BUSINESS_DAYS, WEEKS, Practice
from fairterms.simulate.capacity.stress import unlimited
from fairterms.simulate.capacity.waiting import Waits, counted, third_next, wait_at, waits
from fairterms.simulate.draws import keyed
from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate

YEARS = 2_000
"""Years simulated unless said otherwise: chances are then known to about one per cent."""


def chance(seed: int, years: int, first: int = 0) -> Uniforms:
    """Return chance keyed by seed, stream and year, for years from ``first`` on."""

    def draw(stream: str, count: int) -> Floats:
        return keyed.uniforms(seed, stream, first, first + years, count)

    return draw


@dataclass(frozen=True, eq=False)
class YearsOfAccess:
    """What a practice gives in each simulated year.

    Attributes
    ----------
    flow, waits
        The weeks, and the waits in them.
    in_time, asked
        Those the contract counts: in time, and all; shape (years,).
    """

    practice: Practice
    flow: Flow
    waits: Waits
    in_time: Counts
    asked: Counts

    def share(self) -> Floats:
        """Return the contract's share of each year; shape (years,)."""
        found: Floats = self.in_time / np.maximum(self.asked, 1)
        return found

    def meets(self, at: float) -> Estimate:
        """Return the chance that a year reaches a share."""
        # A share that equals the tier reaches it; a float may fall short of it by its last digit.
        reached = self.in_time >= at * self.asked - 1e-9
        return statistic.probability(reached, _one_block(len(reached)))


def simulate_access(practice: Practice, uniforms: Uniforms) -> YearsOfAccess:
    """Simulate years of a practice and count whom the contract counts."""
    flow = simulate(practice, uniforms)
    found = waits(practice, flow, uniforms)
    return YearsOfAccess(practice, flow, found, *counted(practice, found, uniforms))


@dataclass(frozen=True)
class Spread:
    """A quantity of a year: the middle year and the two between which 80 % of years lie."""

    low: Estimate
    middle: Estimate
    high: Estimate


@dataclass(frozen=True)
class TierChance:
    """The chance that a year reaches a tier."""

    tier: AccessTier
    chance: Estimate


@dataclass(frozen=True)
class MonthChance:
    """The chance that people who ask in a month are seen in time less often than a tier asks.

    Attributes
    ----------
    month
        1 for January.
    """

    month: int
    below: Estimate

    @property
    def name(self) -> str:
        """The month's name."""
        return month_name[self.month]


@dataclass(frozen=True)
class CapacityForecast:
    """A performance year of access.

    Attributes
    ----------
    practice
        What was simulated.
    years
        How many years.
    requests
        People who ask in the year.
    needed, offered
        Appointments needed so that nobody waits for a clinician, and appointments clinicians give;
        missed ones count in both.
    utilisation
        Share of appointments given that are taken.
    enough
        The chance that those given are as many as those needed.
    share
        The contract's share of new patients in time.
    median_wait, long_wait
        Business days within which half, and nine in ten, of the new patients are seen or offered
        a visit; infinite where it is more than thirteen weeks.
    third_next
        Business days to a clinician's third open place, in a usual week of the year.
    waiting_at_end
        People on the list when the year ends.
    tiers
        The chance of each tier, lowest first.
    months
        By month of the year simulated, against the lowest tier; empty without tiers.
    """

    practice: Practice
    years: int
    requests: Spread
    needed: Spread
    offered: Spread
    utilisation: Spread
    enough: Estimate
    share: Spread
    median_wait: Spread
    long_wait: Spread
    third_next: Spread
    waiting_at_end: Spread
    tiers: tuple[TierChance, ...]
    months: tuple[MonthChance, ...]


def forecast(
    practice: Practice, tiers: Sequence[AccessTier], seed: int, years: int = YEARS
) -> CapacityForecast:
    """Forecast a performance year.

    Parameters
    ----------
    practice
        What it is simulated from.
    tiers
        What the contract asks, lowest first.
    seed
        The same seed gives the same forecast.
    years
        How many years are simulated.
    """
    uniforms = chance(seed, years)
    found = simulate_access(practice, uniforms)
    flow, part = found.flow, slice(0, WEEKS)
    needed = appointments_taken(simulate(unlimited(practice), uniforms))
    taken, offered = appointments_taken(flow), flow.appointments[:, part].sum(axis=1)
    third = np.median(third_next(flow), axis=1)
    return CapacityForecast(
        practice,
        years,
        spread(flow.asked[:, part].sum(axis=1).astype(np.float64)),
        spread(needed),
        spread(offered),
        spread(taken / np.maximum(offered, 1e-12)),
        statistic.probability(offered >= needed, _one_block(years)),
        spread(found.share()),
        spread(wait_at(practice, found.waits, 0.5)),
        spread(wait_at(practice, found.waits, 0.9)),
        spread(third),
        spread((flow.on_list + flow.rebooked)[:, WEEKS - 1].astype(np.float64)),
        tuple(TierChance(tier, found.meets(tier.at)) for tier in tiers),
        _months(found, tiers[0].at) if tiers else (),
    )


def appointments_taken(flow: Flow, weeks: int = WEEKS) -> Floats:
    """Return appointments taken in a year, kept or missed; shape (years,)."""
    begun = (flow.called - flow.gone)[:, :weeks].sum(axis=1)
    again = np.minimum(
        np.concatenate((np.zeros((len(begun), 1)), flow.rebooked[:, : weeks - 1]), axis=1),
        flow.open_places[:, :weeks],
    ).sum(axis=1)
    found: Floats = flow.in_care[:, :weeks].sum(axis=1) + begun + again
    return found


def spread(values: Floats) -> Spread:
    """Return the middle year and the two between which 80 % of years lie."""
    with np.errstate(invalid="ignore"):
        at = partial(statistic.quantile, values, blocks=_one_block(len(values)))
        return Spread(at(0.1), at(0.5), at(0.9))


def _months(found: YearsOfAccess, tier: float) -> tuple[MonthChance, ...]:
    """Return the chance of each month to stay below a tier, in the order of the year."""
    of_week = [found.practice.month(week) for week in range(WEEKS)]
    of_day = np.repeat(of_week, BUSINESS_DAYS)
    rows = []
    for month in dict.fromkeys(of_week):
        people = found.waits.people[:, of_day == month]
        in_time = (found.waits.in_time[:, of_day == month] * people).sum(axis=1)
        below = in_time < tier * people.sum(axis=1)
        rows.append(MonthChance(month, statistic.probability(below, _one_block(len(below)))))
    return tuple(rows)


def _one_block(years: int) -> Counts:
    return np.zeros(years, dtype=np.int64)
