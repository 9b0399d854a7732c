"""The price of every clause of a deal, on the same simulated years.

Notes
-----
The worth v(S) of a variant is measured on the years all variants share, so a price is a *paired*
difference: what is common to both sides cancels, and the error shown is that of the difference.
Every price is linear in v, so it is worked out for each block of years too, and the spread between
blocks is its error.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.simulate.clause_price import shapley
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.priced_clause import (
    Candidates,
    PricedClause,
    Unpriced,
    candidates,
)
from fairterms.simulate.clause_price.screening import Screened, screen
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import (
    MEASURES,
    Estimate,
    Gauge,
    estimate,
    sort_by_block,
)
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.refusal import Refusal

MOST_EXACT = 12
"""Priced exactly, by all subsets; more clauses are grouped (our choice)."""

OTHERS = "other-terms"
"""The id under which the smallest terms are priced together."""


@dataclass(frozen=True)
class ThreePrices:
    """The three prices of a clause on one measure: with it minus without it."""

    given_the_rest: Estimate
    alone: Estimate
    fair_share: Estimate


@dataclass(frozen=True)
class ClausePrice:
    """What a clause is worth to the group; below 0 it costs the group.

    Attributes
    ----------
    clauses
        The clause; several when the smallest terms are priced together.
    mean
        Dollars a year, on average.
    tail
        Dollars a year, on average over the worst 5 % of years.
    loss
        What it adds to the chance of a loss, as a fraction; above 0 is bad.
    """

    clauses: tuple[PricedClause, ...]
    mean: ThreePrices
    tail: ThreePrices
    loss: ThreePrices

    @property
    def id(self) -> str:
        """The priced clause's id, or :data:`OTHERS`."""
        return self.clauses[0].id if len(self.clauses) == 1 else OTHERS

    @property
    def title(self) -> str:
        """As a table names it."""
        if len(self.clauses) == 1:
            return self.clauses[0].title
        return f"{len(self.clauses)} other terms together"

    @property
    def words(self) -> str:
        """The strike in words."""
        return self.clauses[0].words if len(self.clauses) == 1 else "without all of these"


@dataclass(frozen=True)
class PairPrice:
    """How two clauses change each other's worth: below 0 they do the same work.

    Attributes
    ----------
    one, other
        Places among the prices.
    mean, tail
        Their interaction in dollars a year.
    """

    one: int
    other: int
    mean: Estimate
    tail: Estimate


@dataclass(frozen=True)
class Worth:
    """What a variant is worth: dollars on average, dollars in bad years, chance of a loss."""

    mean: Estimate
    tail: Estimate
    loss: Estimate


@dataclass(frozen=True)
class ClausePrices:
    """The prices of a deal's clauses.

    Attributes
    ----------
    in_force, struck
        What the deal is worth as written, and with every priced clause struck.
    prices
        The largest fair share first.
    pairs
        Interactions, the strongest on average first; none when shares were sampled.
    unmoved
        Clauses that move nothing in these years.
    unpriced
        Clauses and terms without a price, and why.
    years, blocks, variants
        How many were simulated.
    orders
        The orders sampled; 0 when all subsets were settled.
    """

    in_force: Worth
    struck: Worth
    prices: tuple[ClausePrice, ...]
    pairs: tuple[PairPrice, ...]
    unmoved: tuple[PricedClause, ...]
    unpriced: tuple[Unpriced, ...]
    years: int
    blocks: int
    variants: int
    orders: int = 0


def price(
    deal: Deal,
    contract: Contract,
    years: Years,
    declared: Sequence[DeclaredNeutral] = (),
    *,
    most: int = MOST_EXACT,
    orders: int = 0,
) -> ClausePrices:
    """Price every clause that can be struck.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    contract
        The terms in force in the period.
    years
        Simulated years in at least two blocks, or the prices have no errors.
    declared
        The deal's own neutral values.
    most
        How many are priced exactly, by all 2**most subsets; of more, the smallest are grouped.
    orders
        When above 0: every clause is priced by itself, and its fair share is sampled in so many
        antithetic orders (even).

    Raises
    ------
    Refusal
        When the contract as written, or a combination of strikes, cannot be settled.
    """
    ordered = sort_by_block(years)
    gauge = Gauge(ordered.blocks)
    usable = _settleable(deal, contract, candidates(contract, deal, declared), ordered)
    found = screen(Variants(deal, contract, usable.clauses, ordered), gauge)
    movers = found.movers
    variants = Variants(deal, contract, movers, ordered)
    units = _units(found, most)
    result = _sample(variants, gauge, orders) if orders else _exact(variants, gauge, units)
    return replace(result, unmoved=found.unmoved, unpriced=usable.unpriced, years=len(years))


def _settleable(deal: Deal, contract: Contract, found: Candidates, years: Years) -> Candidates:
    """Leave out what cannot be struck without leaving a contract nobody can settle."""
    variants = Variants(deal, contract, found.clauses, years)
    list(variants.net_gains([variants.everything]))
    kept, left = [], []
    for bit, each in enumerate(found.clauses):
        try:
            list(variants.net_gains([variants.everything ^ 1 << bit]))
        except Refusal as refusal:
            why = f"without it the contract cannot be settled: {refusal.subject} {refusal.what}"
            left.append(Unpriced(each.id, why))
        else:
            kept.append(each)
    return Candidates(tuple(kept), (*found.unpriced, *left))


def _units(found: Screened, most: int) -> list[list[int]]:
    """Return what is priced as one: each mover by itself, the smallest ones together."""
    by_size = sorted(range(len(found.movers)), key=lambda at: (-found.sizes[at], at))
    if len(by_size) <= most:
        return [[at] for at in sorted(by_size)]
    large, small = by_size[: most - 1], by_size[most - 1 :]
    return [*([at] for at in sorted(large)), sorted(small)]


def _exact(variants: Variants, gauge: Gauge, units: list[list[int]]) -> ClausePrices:
    """Settle every subset of the units."""
    bits = [sum(1 << at for at in unit) for unit in units]
    masks = [
        sum(bit for place, bit in enumerate(bits) if subset >> place & 1)
        for subset in range(1 << len(bits))
    ]
    place = {mask: subset for subset, mask in enumerate(masks)}
    worth = np.empty((len(masks), 1 + gauge.blocks, len(MEASURES)))
    for mask, nets in variants.net_gains(masks):
        worth[place[mask]] = gauge.measure(nets)
    three = (
        np.stack([shapley.given_the_rest(worth), shapley.alone(worth), shapley.fair_shares(worth)])
        if units
        else np.empty((3, 0, 1 + gauge.blocks, len(MEASURES)))
    )
    prices = [
        _price(tuple(variants.clauses[at] for at in unit), three[:, number])
        for number, unit in enumerate(units)
    ]
    order = _largest_first(prices)
    return ClausePrices(
        _worth(worth[-1]),
        _worth(worth[0]),
        tuple(prices[at] for at in order),
        _pairs(worth, order),
        (),
        (),
        0,
        gauge.blocks,
        len(masks),
    )


def _sample(variants: Variants, gauge: Gauge, count: int) -> ClausePrices:
    """Settle the subsets met in some orders; the other two prices are exact."""
    n = len(variants.clauses)
    orders = shapley.antithetic_orders(n, count, seed=2027)
    everything = variants.everything
    ends = {everything ^ 1 << at for at in range(n)} | {1 << at for at in range(n)}
    masks = {*shapley.subsets_of(orders), *ends}
    worth = {mask: gauge.measure(nets) for mask, nets in variants.net_gains(sorted(masks))}
    shares, missed = shapley.sampled_shares(worth, orders)
    prices = []
    for at, clause in enumerate(variants.clauses):
        rest = worth[everything] - worth[everything ^ 1 << at]
        by_itself = worth[1 << at] - worth[0]
        exact = _price((clause,), np.stack([rest, by_itself, shares[at]]))
        prices.append(_widened(exact, missed[at, 0]))
    order = _largest_first(prices)
    return ClausePrices(
        _worth(worth[everything]),
        _worth(worth[0]),
        tuple(prices[at] for at in order),
        (),
        (),
        (),
        0,
        gauge.blocks,
        len(masks),
        count,
    )


def _price(clauses: tuple[PricedClause, ...], three: FloatArray) -> ClausePrice:
    """Make a price from an array of shape (3 prices, 1 + blocks, 3 measures)."""
    mean, tail, loss = (
        ThreePrices(*(estimate(one[:, measure]) for one in three))
        for measure in range(len(MEASURES))
    )
    return ClausePrice(clauses, mean, tail, loss)


def _widened(found: ClausePrice, missed: FloatArray) -> ClausePrice:
    """Add the error of not having tried all orders to the fair shares; shape (3 measures,)."""

    def widen(three: ThreePrices, extra: float) -> ThreePrices:
        share = three.fair_share
        error = float(np.hypot(share.error, extra))
        return replace(three, fair_share=Estimate(share.value, error))

    mean, tail, loss = (float(extra) for extra in missed)
    return replace(
        found,
        mean=widen(found.mean, mean),
        tail=widen(found.tail, tail),
        loss=widen(found.loss, loss),
    )


def _largest_first(prices: Sequence[ClausePrice]) -> list[int]:
    return sorted(
        range(len(prices)), key=lambda at: (-abs(prices[at].mean.fair_share.value), prices[at].id)
    )


def _pairs(worth: FloatArray, order: list[int]) -> tuple[PairPrice, ...]:
    """Return all interactions, the strongest first; places are those of the sorted prices."""
    if len(order) < 2:
        return ()
    between = shapley.interactions(worth)
    found = [
        PairPrice(
            one,
            other,
            estimate(between[order[one], order[other], :, 0]),
            estimate(between[order[one], order[other], :, 1]),
        )
        for other in range(len(order))
        for one in range(other)
    ]
    return tuple(sorted(found, key=lambda pair: (-abs(pair.mean.value), pair.one, pair.other)))


def _worth(measured: FloatArray) -> Worth:
    return Worth(*(estimate(measured[:, measure]) for measure in range(len(MEASURES))))
