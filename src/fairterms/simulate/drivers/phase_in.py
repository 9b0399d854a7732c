"""Ways into risk compared: as written, upside only, and a share of the losses that grows.

A schedule says which share of a loss the group bears in each performance year; gains stay as they
are. A dear first year is followed by dear ones: the years of the term share their whole-year
factors, which is the cautious choice (ours).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.contract.deal import Deal
from fairterms.simulate.drivers.loss_terms import has_loss_terms, with_loss_share
from fairterms.simulate.drivers.outcome import Outcome, difference, outcome
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.years import FloatArray, Years, net_gains

YEARS = 4_096
"""Simulated years used of each performance year."""

SHARES = (0.0, 0.1, 0.25, 0.5, 1.0)
"""Shares of the losses of one year that are compared."""


@dataclass(frozen=True)
class Schedule:
    """Which share of a loss the group bears, year by year.

    Attributes
    ----------
    name
        As a table names it.
    shares
        One a performance year; the last holds for all later ones. None is the contract as written.
    """

    name: str
    shares: tuple[float, ...] | None

    def share(self, year: int) -> float | None:
        """Return the share of a performance year, counted from 0; None for as written."""
        if self.shares is None:
            return None
        return self.shares[min(year, len(self.shares) - 1)]


SCHEDULES = (
    Schedule("As written", None),
    Schedule("Upside only", (0.0,)),
    Schedule("No loss at first, then 10 %, 25 %, 50 %", (0.0, 0.1, 0.25, 0.5)),
    Schedule("10 % of a loss at once, then 25 %, 50 %", (0.1, 0.25, 0.5)),
    Schedule("All of a loss at once", (1.0,)),
)
"""The schedules compared (our choice)."""


@dataclass(frozen=True)
class ScheduleResult:
    """What one schedule brings.

    Attributes
    ----------
    schedule
        The schedule.
    by_year
        The net margin of each performance year that could be simulated, in order.
    term
        Of all those years together: dollars over the term, and the chance that it ends in a loss.
    change
        By how much the term differs from the contract as written, on the same years.
    """

    schedule: Schedule
    by_year: tuple[Outcome, ...]
    term: Outcome
    change: Outcome


@dataclass(frozen=True)
class ShareResult:
    """What one year brings when the group bears one share of a loss."""

    share: float
    outcome: Outcome


@dataclass(frozen=True)
class PhaseIns:
    """All schedules.

    Attributes
    ----------
    results
        In the order of the schedules; none where the contract has no loss to share.
    shares
        The first simulated year under each of :data:`SHARES`.
    labels
        The performance years simulated, counted from 0.
    years
        Simulated years of each.
    why_not
        Why nothing is compared; empty where something is.
    """

    results: tuple[ScheduleResult, ...]
    shares: tuple[ShareResult, ...]
    labels: tuple[int, ...]
    years: int
    why_not: str = ""


def phase_ins(
    deal: Deal,
    simulated: Sequence[tuple[Plan, Years]],
    schedules: Sequence[Schedule] = SCHEDULES,
    most: int = YEARS,
) -> PhaseIns:
    """Compare schedules over the performance years that could be simulated.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    simulated
        Plan and years of each performance year, in order, drawn with one seed.
    schedules
        What is compared; the first is what the others are compared with.
    most
        Simulated years used of each; a multiple of 32.

    Raises
    ------
    Refusal
        When a clause cannot be settled.
    """
    if not any(has_loss_terms(plan.contract) for plan, _ in simulated):
        return PhaseIns((), (), (), 0, "The contract makes the group bear no share of a loss.")
    number = min(most, *(len(years) for _, years in simulated))
    used = [(plan, years.part(0, number)) for plan, years in simulated]
    blocks = used[0][1].blocks
    nets = [
        [_net(deal, one, schedule.share(one[0].year)) for one in used] for schedule in schedules
    ]
    whole = [np.sum(each, axis=0) for each in nets]
    results = tuple(
        ScheduleResult(
            schedule,
            tuple(outcome(net, blocks) for net in each),
            outcome(total, blocks),
            difference(total, whole[0], blocks),
        )
        for schedule, each, total in zip(schedules, nets, whole, strict=True)
    )
    shares = tuple(
        ShareResult(share, outcome(_net(deal, used[0], share), blocks)) for share in SHARES
    )
    return PhaseIns(results, shares, tuple(plan.year for plan, _ in used), number)


def _net(deal: Deal, one: tuple[Plan, Years], share: float | None) -> FloatArray:
    plan, years = one
    contract = plan.contract if share is None else with_loss_share(plan.contract, share)
    return net_gains(deal, contract, years)
