"""The price of every clause of a deal, on the same simulated years.

Notes
-----
The worth v(S) of a variant is measured on the years all variants share, so a price is a *paired*
difference: what is common to both sides cancels, and the error shown is that of the difference.
Every price is linear in v, so it is worked out for each block of years too, and the spread between
blocks is its error.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.simulate.clause_price import shapley
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.price_list import (
    ClausePrice,
    ClausePrices,
    PairPrice,
    ThreePrices,
    Worth,
)
from fairterms.simulate.clause_price.priced_clause import (
    PricedClause,
    Unpriced,
    candidates,
)
from fairterms.simulate.clause_price.screening import Screened, screen
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import (
    MEASURES,
    Gauge,
    estimate,
    sort_by_block,
)
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.refusal import Refusal

MOST_EXACT = 12
"""Priced exactly, by all subsets; more clauses are grouped (our choice)."""


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
    listed = candidates(contract, deal, declared)
    variants = Variants(deal, contract, listed.clauses, ordered)
    usable, refused = _settleable(variants)
    found = screen(variants, gauge, usable)
    units = _units(found, 0 if orders else most)
    if orders and units:
        result = _sample(variants, gauge, units, orders)
    else:
        result = _exact(variants, gauge, units)
    return replace(
        result,
        unmoved=tuple(variants.clauses[bit] for bit in found.unmoved),
        unpriced=(*listed.unpriced, *refused),
        years=len(years),
    )


def _settleable(variants: Variants) -> tuple[list[int], list[Unpriced]]:
    """Return the bits of what can be struck so that the contract can still be settled."""
    list(variants.net_gains([variants.everything]))
    usable, refused = [], []
    for bit, each in enumerate(variants.clauses):
        try:
            list(variants.net_gains([variants.everything ^ 1 << bit]))
        except Refusal as refusal:
            why = f"without it the contract cannot be settled: {refusal.subject} {refusal.what}"
            refused.append(Unpriced(each.id, why))
        else:
            usable.append(bit)
    return usable, refused


def _units(found: Screened, most: int) -> list[list[int]]:
    """Return what is priced as one: each mover by itself; when above ``most``, the rest as one."""
    places = range(len(found.movers))
    if not most or len(places) <= most:
        return [[bit] for bit in found.movers]
    by_size = sorted(places, key=lambda at: (-found.sizes[at], at))
    large, small = sorted(by_size[: most - 1]), sorted(by_size[most - 1 :])
    return [*([found.movers[at]] for at in large), [found.movers[at] for at in small]]


def _masks(variants: Variants, units: list[list[int]]) -> list[int]:
    """Return the mask of every subset of the units; what is no unit stays in force."""
    bits = [sum(1 << bit for bit in unit) for unit in units]
    fixed = variants.everything & ~sum(bits)
    masks = [fixed]
    for bit in bits:
        masks += [mask | bit for mask in masks]
    return masks


def _exact(variants: Variants, gauge: Gauge, units: list[list[int]]) -> ClausePrices:
    """Settle every subset of the units."""
    masks = _masks(variants, units)
    place = {mask: subset for subset, mask in enumerate(masks)}
    worth = np.empty((len(masks), 1 + gauge.blocks, len(MEASURES)))
    for mask, nets in variants.net_gains(masks):
        worth[place[mask]] = gauge.measure(nets)
    rest, by_itself = shapley.given_the_rest(worth), shapley.alone(worth)
    shares = shapley.fair_shares(worth)
    prices = [
        _price(
            tuple(variants.clauses[bit] for bit in unit),
            np.stack([rest[at], by_itself[at], shares[at]]),
        )
        for at, unit in enumerate(units)
    ]
    order = _largest_first(prices)
    return _summary(
        worth[-1], worth[0], [prices[at] for at in order], len(masks), _pairs(worth, order)
    )


def _sample(variants: Variants, gauge: Gauge, units: list[list[int]], count: int) -> ClausePrices:
    """Settle the subsets met in some orders; the other two prices are exact."""
    orders = shapley.antithetic_orders(len(units), count, seed=2027)
    n, everybody = len(units), (1 << len(units)) - 1
    ends = {everybody ^ 1 << at for at in range(n)} | {1 << at for at in range(n)}
    fixed = variants.everything & ~sum(1 << bit for unit in units for bit in unit)
    subset_of = {
        fixed | sum(1 << units[at][0] for at in range(n) if subset >> at & 1): subset
        for subset in {*shapley.subsets_of(orders), *ends, 0, everybody}
    }
    worth = {
        subset_of[mask]: gauge.measure(nets) for mask, nets in variants.net_gains(list(subset_of))
    }
    shares, missed = shapley.sampled_shares(worth, orders)
    prices = []
    for at, (bit,) in enumerate(units):
        rest = worth[everybody] - worth[everybody ^ 1 << at]
        by_itself = worth[1 << at] - worth[0]
        exact = _price((variants.clauses[bit],), np.stack([rest, by_itself, shares[at]]))
        prices.append(_widened(exact, missed[at, 0]))
    ordered = [prices[at] for at in _largest_first(prices)]
    return replace(_summary(worth[everybody], worth[0], ordered, len(worth)), orders=count)


def _summary(
    in_force: FloatArray,
    struck: FloatArray,
    prices: Sequence[ClausePrice],
    variants: int,
    pairs: tuple[PairPrice, ...] = (),
) -> ClausePrices:
    """Put a result together; what was left out of it, and the years, are added by the caller."""
    blocks = len(in_force) - 1
    return ClausePrices(
        _worth(in_force), _worth(struck), tuple(prices), pairs, (), (), 0, blocks, variants
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
