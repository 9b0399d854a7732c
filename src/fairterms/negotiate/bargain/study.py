"""The study of a bargain: weigh every outcome, and keep what a negotiation needs.

Every outcome is weighed on few years first. The frontier, the moves and the trades found there are
weighed again on all years, and the solutions are those of the second weighing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.offer import Change, Offer, apply
from fairterms.negotiate.bargain import logroll
from fairterms.negotiate.bargain.frontier import frontier
from fairterms.negotiate.bargain.logroll import Move, Scale, Trade
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.bargain.packages import equal_packages
from fairterms.negotiate.bargain.reservation import Reservation, reserve
from fairterms.negotiate.bargain.solutions import Solutions, solve
from fairterms.negotiate.bargain.survival import Doubt, survive
from fairterms.negotiate.bargain.utility import (
    Weighing,
    base_of_plan,
    certainty_equivalent,
    soft_worth,
    worth_of_leaving,
)
from fairterms.negotiate.positions.position import Issue, PlanSide, Positions, Spread
from fairterms.payment.gain import gains as gains_of
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.years import FloatArray, IntArray, Years, settled
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal

SCREENED = 512
"""Years on which every outcome is weighed."""

MOST_POINTS = 200
"""Frontier outcomes weighed again; of more, every few are taken and the page says so."""


@dataclass(frozen=True)
class Point:
    """An outcome as both sides see it.

    Attributes
    ----------
    outcome
        Its number in the space.
    group
        Dollars a year.
    plan
        Dollars a year; the group's estimate.
    stays
        In which share of varied estimates it stays on the frontier.
    suits
        In which share of them the plan is no worse off than by walking away.
    """

    outcome: int
    group: float
    plan: Spread
    stays: float = 1.0
    suits: float = 1.0


@dataclass(frozen=True)
class TermReservation:
    """Where one term alone makes the contract worth no more than walking away.

    Attributes
    ----------
    low, high
        The range tried, from the options.
    """

    issue: int
    change: Change
    low: Quantity
    high: Quantity
    found: Reservation


@dataclass(frozen=True)
class Bargain:
    """What can be agreed on, and what it is worth.

    Attributes
    ----------
    positions
        What was on the table, without problems.
    leaves, plan_leaves
        What walking away is worth to the group and to the plan, dollars a year.
    written
        The text as it stands.
    points
        The frontier, best for the group first; equal outcomes once, the nearest to the text.
    solutions
        Positions in :attr:`points` named by their outcomes.
    moves, gifts, trades, packages
        What logrolling finds, and three packages of equal worth to the group.
    reservations
        Of issues that are one term.
    screened, years
        Years of the first weighing and of the second.
    is_thinned
        Whether the frontier was too long to be weighed again as a whole.
    """

    positions: Positions
    space: OutcomeSpace
    leaves: float
    plan_leaves: Spread
    written: Point
    points: tuple[Point, ...]
    solutions: Solutions
    moves: tuple[Move, ...]
    gifts: tuple[Move, ...]
    trades: tuple[Trade, ...]
    packages: tuple[Point, ...]
    reservations: tuple[TermReservation, ...]
    screened: int
    years: int
    is_thinned: bool

    def options(self, outcome: int) -> tuple[int, ...]:
        """Return the option chosen for each issue."""
        return tuple(int(one) for one in self.space.digits(np.array([outcome]))[0])

    def point(self, outcome: int) -> Point:
        """Return the frontier's point of an outcome."""
        return next(one for one in self.points if one.outcome == outcome)


def study(
    deal: Deal,
    year: YearForecast,
    positions: Positions,
    threads: int = 1,
    tell: Callable[[str], None] = lambda _: None,
) -> Bargain:
    """Study the bargain of one performance year.

    Parameters
    ----------
    deal
        The deal.
    year
        Its simulated year; terms are weighed where they bite, so the riskiest one.
    positions
        What is on the table, without problems.
    threads
        Outcomes settled side by side.
    tell
        Called with a short sentence before each stage.

    Raises
    ------
    Refusal
        When an option cannot be weighed on the simulated years.
    """
    check_draws(positions.issues, year)
    return study_years(deal, year.plan.contract, year.years, positions, threads, tell)


def check_draws(issues: Iterable[Issue], year: YearForecast) -> None:
    """Refuse options that change how the years are drawn: they would need years of their own."""
    drawn = {one.attachment for one in year.plan.declared.patients if one.above}
    for issue in issues:
        for change in (change for option in issue.options for change in option.changes):
            if f"{change.clause}.{change.term}" in drawn:
                raise Refusal(
                    f'the issue "{issue.id}" in positions.toml',
                    f"changes {change.clause}.{change.term}, by which the forecast draws cost",
                    "the simulated years hold what one person costs above today's amount only",
                    "weigh it as an offer of its own: fairterms decide DEAL --with OFFER",
                )


@dataclass(frozen=True)
class _Table:
    """Who bargains over what: everything the stages share."""

    deal: Deal
    contract: Contract
    years: Years
    positions: Positions
    weight: float
    plan: PlanSide
    threads: int

    def weighing(self, years: Years) -> Weighing:
        return Weighing(
            self.deal, self.contract, self.positions.issues, years, self.weight, self.threads
        )


def study_years(
    deal: Deal,
    contract: Contract,
    years: Years,
    positions: Positions,
    threads: int = 1,
    tell: Callable[[str], None] = lambda _: None,
) -> Bargain:
    """Study a bargain on given years; see :func:`study`."""
    assert not positions.problems, "positions with problems are not weighed"
    plan, other, weight = positions.plan, positions.alternative, positions.appetite_weight
    assert plan is not None and other is not None and weight is not None, "the reader held this"  # noqa: PT018
    table = _Table(deal, contract, years, positions, weight, plan, threads)
    screen = years.part(0, min(len(years), SCREENED))
    tell("Weighing every outcome")
    base = base_of_plan(plan, contract, years)
    scale = _screen(table, screen, base)
    chosen, is_thinned = _thinned(_told_apart(scale, frontier(scale.group, scale.plan)))
    trades, gifts = logroll.trades(scale), logroll.gifts(scale)
    tell("Weighing the best outcomes again on all years")
    leaves = worth_of_leaving(other, deal, contract, years, weight)
    packages = _packages(scale, chosen, (leaves, plan.walk_away.likely))
    named = {scale.written, *map(int, chosen), *packages, *(one.outcome for one in trades)}
    named |= {scale.space.changed(scale.written, m.issue, m.option) for m in logroll.moves(scale)}
    again = _again(table, scale, np.array(sorted(named), dtype=np.int64), base)
    on = chosen[frontier(again.group[chosen], again.plan[chosen])]
    tell("Varying what we believe of the plan")
    points = _points(again, on, base)
    doubt = Doubt(positions.issues, base, plan.walk_away)
    stays, suits = survive(scale.space, doubt, (scale.group, scale.plan), again.plan[on], on)
    points = tuple(
        replace(one, stays=float(stay), suits=float(suit))
        for one, stay, suit in zip(points, stays, suits, strict=True)
    )
    solved = solve(again.group[on], again.plan[on], (leaves, plan.walk_away.likely))
    return Bargain(
        positions,
        scale.space,
        leaves,
        plan.walk_away,
        _points(again, np.array([scale.written]), base)[0],
        points,
        _named(solved, on),
        logroll.moves(again),
        logroll.confirmed_gifts(again, gifts),
        logroll.confirmed(again, trades),
        _points(again, np.array(packages, dtype=np.int64), base),
        tuple(_reservations(table, screen, leaves)),
        len(screen),
        len(years),
        is_thinned,
    )


def _screen(table: _Table, screen: Years, base: Spread) -> Scale:
    issues = table.positions.issues
    weighing = table.weighing(screen)
    found = weighing.weigh()
    space = weighing.space
    written = space.number([one.as_written for one in issues])
    plan = _of_plan(table, space, np.arange(space.size), found.paid, base)
    return Scale(space, issues, found.group, plan, written)


def _of_plan(
    table: _Table, space: OutcomeSpace, outcomes: IntArray, paid: FloatArray, base: Spread
) -> FloatArray:
    soft = soft_worth(table.positions.issues, space.digits(outcomes), "likely")
    return np.round(base.likely + soft - paid, 2)


def _again(table: _Table, scale: Scale, outcomes: IntArray, base: Spread) -> Scale:
    """Weigh some outcomes on all years; the others keep what the screen found."""
    found = table.weighing(table.years).weigh(outcomes)
    group, plan = scale.group.copy(), scale.plan.copy()
    group[outcomes] = found.group
    plan[outcomes] = _of_plan(table, scale.space, outcomes, found.paid, base)
    return replace(scale, group=group, plan=plan)


def _told_apart(scale: Scale, on: IntArray) -> IntArray:
    """Keep one of the outcomes that are worth the same to both: the one nearest to the text."""
    digits = scale.space.digits(on)
    written = scale.space.digits(np.array([scale.written]))[0]
    changed = (digits != written).sum(axis=1)
    order = np.lexsort((on, changed, -scale.plan[on], -scale.group[on]))
    sorted_on = on[order]
    u, w = scale.group[sorted_on], scale.plan[sorted_on]
    first = np.ones(len(sorted_on), dtype=bool)
    first[1:] = (u[1:] != u[:-1]) | (w[1:] != w[:-1])
    return sorted_on[first]


def _thinned(on: IntArray) -> tuple[IntArray, bool]:
    if len(on) <= MOST_POINTS:
        return on, False
    places = np.unique(np.linspace(0, len(on) - 1, MOST_POINTS).round().astype(np.int64))
    return on[places], True


def _packages(scale: Scale, on: IntArray, walking_away: tuple[float, float]) -> tuple[int, ...]:
    """Choose packages worth as much to us as the fair solution; none is worth less than no deal.

    The fair solution is sought beside the better of no deal and the text as written.
    """
    ours, theirs = walking_away
    leaves = (
        max(ours, float(scale.group[scale.written])),
        max(theirs, float(scale.plan[on].min())),
    )
    fair = solve(scale.group[on], scale.plan[on], leaves).nash
    if not fair:
        return ()
    target = float(scale.group[on[fair[0]]])
    return equal_packages(scale.space, scale.group, scale.plan, target)


def _points(scale: Scale, outcomes: IntArray, base: Spread) -> tuple[Point, ...]:
    """Pair each outcome's worths; what is known of the plan is widened by what is not."""
    digits = scale.space.digits(outcomes)
    low, likely, high = (soft_worth(scale.issues, digits, end) for end in ("low", "likely", "high"))
    plan = scale.plan[outcomes]
    lower = plan - (likely - low) - (base.likely - base.low)
    upper = plan + (high - likely) + (base.high - base.likely)
    return tuple(
        Point(int(o), float(u), Spread(round(float(a), 2), float(w), round(float(b), 2)))
        for o, u, a, w, b in zip(outcomes, scale.group[outcomes], lower, plan, upper, strict=True)
    )


def _named(found: Solutions, on: IntArray) -> Solutions:
    def outcomes(places: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(int(on[place]) for place in places)

    return Solutions(
        outcomes(found.nash),
        outcomes(found.kalai_smorodinsky),
        outcomes(found.utilitarian),
        found.feasible,
    )


def _reservations(table: _Table, screen: Years, leaves: float) -> Iterable[TermReservation]:
    """Yield the reservation value of every issue that is one number in one term."""
    sheet = settled(table.contract, screen)
    anyway = sheet.payable.values - gains_of(table.deal, table.contract, sheet)
    work = float(table.deal.cost_to_comply) + screen.delivery
    for at, issue in enumerate(table.positions.issues):
        tried = _one_term(issue, table.contract)
        if tried is None:
            continue
        change, low, high = tried

        def worth(value: float, change: Change = change, low: Quantity = low) -> float:
            here = replace(change, value=low.with_amount(type(low.amount)(repr(value))))
            paid = settled(apply(table.contract, Offer("", (here,), "")), screen).payable.values
            net = np.asarray(paid - anyway - work, dtype=np.float64)
            return float(certainty_equivalent(net[None, :], table.weight)[0])

        ends = (float(low.amount), float(high.amount))
        tick = float(low.unit.tick)
        yield TermReservation(at, change, low, high, reserve(worth, leaves, ends, tick))


def _one_term(issue: Issue, contract: Contract) -> tuple[Change, Quantity, Quantity] | None:
    """Return the term an issue is about and the range of its options; None if it is more."""
    changes = [change for option in issue.options for change in option.changes]
    if len({(one.clause, one.term) for one in changes}) != 1:
        return None
    terms = contract.clause(changes[0].clause).terms
    values = [one.value for one in changes]
    if changes[0].term in terms:
        values.append(terms[changes[0].term].value)
    numbers = [one for one in values if isinstance(one, Quantity)]
    if len(numbers) < len(values) or len({(one.unit, one.base) for one in numbers}) != 1:
        return None
    if any(one.group_worth for one in issue.options):
        return None
    ordered = sorted(numbers, key=lambda one: one.amount)
    return changes[0], ordered[0], ordered[-1]
