"""Many years of a deal with some of its numbers moved, a part at a time, so that work can go on.

Each part is a small array that can be kept; all parts together give what one run would have given.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from fairterms.contract.deal import Deal
from fairterms.decide.trial_run.blocks import figures_table, key_numbers, moved_table
from fairterms.decide.trial_run.case import Case, case_of, sliders
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.slider import Settings, Slider
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.simulate.drivers.outcome import Outcome, difference
from fairterms.simulate.forecast.panel import SHARD, Plan
from fairterms.simulate.forecast.year_moves import BLOCKS
from fairterms.simulate.page.forecast_section import loss_curve
from fairterms.simulate.results.forecast import Forecast, forecast_of
from fairterms.simulate.results.settled_years import SettledYears, settle_years
from fairterms.simulate.years import FloatArray
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

LONG = 100_000
"""Years of a long run (our choice): the error of a chance of loss is below 0.4 points."""

MOST = 1_000_000
ROWS = 4
"""Rows of a part: what the contract pays, what the deal adds, the net margin, the block."""

Cut = tuple[int, int]


@dataclass(frozen=True)
class LongSide:
    """The years of one side, settled, and what they leave the group."""

    settled: SettledYears = field(repr=False)
    forecast: Forecast


@dataclass(frozen=True, eq=False)
class LongRun:
    """What the moved numbers do, over many years.

    Attributes
    ----------
    period
        The performance year.
    sliders, settings
        Those that were moved, and what they were moved to.
    tried, standing
        The deal as moved, and as it stands, on the same years.
    difference
        Tried less standing, in net margin; None where nothing was moved.
    """

    period: Period
    sliders: tuple[Slider, ...]
    settings: Settings
    tried: LongSide
    standing: LongSide
    difference: Outcome | None


@dataclass(frozen=True)
class Work:
    """A long run that is ready to be done.

    Attributes
    ----------
    cases, plans
        The deal as it stands, then as moved where something was moved; each with its plan.
    years
        How many years.
    """

    cases: tuple[Case, ...]
    plans: tuple[Plan, ...]
    years: int

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The first year of each part, and the one after its last."""
        return tuple(
            (first, min(first + SHARD, self.years)) for first in range(0, self.years, SHARD)
        )

    def part(self, cut: Cut) -> FloatArray:
        """Simulate and settle the years of one part on every side.

        Parameters
        ----------
        cut
            One of :attr:`cuts`.

        Returns
        -------
        numpy.ndarray
            Shape (sides, :data:`ROWS`, years), in dollars a year.

        Raises
        ------
        Refusal
            When the terms cannot be settled on these years.
        """
        sides = []
        for case, plan in zip(self.cases, self.plans, strict=True):
            found = settle_years(case.deal, plan.contract, case.part(plan, *cut))
            blocks = found.blocks.astype(np.float64)
            sides.append(np.stack([found.payable, found.gains, found.net, blocks]))
        return np.stack(sides)

    def whole(self, parts: Sequence[FloatArray]) -> LongRun:
        """Put the parts together, in the order of their cuts."""
        assert [one.shape[2] for one in parts] == [last - first for first, last in self.cuts]
        joined = np.concatenate(list(parts), axis=2)
        sides = [_side(case, one) for case, one in zip(self.cases, joined, strict=True)]
        standing, tried = sides[0], sides[-1]
        last = self.cases[-1]
        moved = tuple(one for one in sliders(self.cases[0].prepared) if one.id in last.settings)
        nets = (tried.settled.net, standing.settled.net)
        by = difference(*nets, standing.settled.blocks) if last.settings else None
        return LongRun(last.prepared.period, moved, last.settings, tried, standing, by)


def work_of(prepared: Prepared, settings: Settings, years: int) -> Work:
    """Make a long run ready.

    Parameters
    ----------
    prepared
        The deal.
    settings
        Slider to the value it is set to.
    years
        How many years, in all.

    Raises
    ------
    Refusal
        When a setting is impossible, or so many years cannot be simulated.
    """
    if years < 2 * BLOCKS or years > MOST or years % BLOCKS:
        raise Refusal(
            f"{years:,} years",
            "cannot be simulated here",
            f"years are drawn in {BLOCKS} blocks of one size, and in reasonable time",
            f"choose a multiple of {BLOCKS} from {2 * BLOCKS} to {MOST:,}",
        )
    case = case_of(prepared, settings)
    cases = (Case(prepared), case) if case.settings else (case,)
    return Work(cases, tuple(one.plan(years) for one in cases), years)


def long_blocks(found: LongRun, deal: Deal) -> list[Block]:
    """Show a long run under a heading of the second level.

    Parameters
    ----------
    found
        The run.
    deal
        It says what the group can live with.
    """
    year = found.period.first.year
    nets = [("As the deal stands", found.standing.settled.net)]
    if found.sliders:
        nets.append(("As you moved it", found.tried.settled.net))
    named = nets if found.sliders else [(f"{year}", nets[0][1])]
    return [
        Heading(2, f"What {year} may leave", "long"),
        Prose(f"{len(found.tried.settled):,} made-up years of {year}."),
        key_numbers(found),
        *([moved_table(found)] if found.sliders else []),
        figures_table(
            ("As the deal stands", "As you moved it"),
            found.standing,
            found.tried,
            found.difference,
            "long",
        ),
        loss_curve(named, deal.appetite),
    ]


def _side(case: Case, joined: FloatArray) -> LongSide:
    payable, gains, net, blocks = joined
    cost = float(case.deal.cost_to_comply)
    found = SettledYears(
        payable,
        gains,
        net,
        {},
        {},
        {},
        (),
        cost,
        gains - cost - net,
        blocks.astype(np.int64),
    )
    return LongSide(found, forecast_of(found, case.deal.appetite))
