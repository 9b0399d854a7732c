"""What striking each clause today is worth: one of the three prices, at a fraction of the work.

The other two ask for the contract without every combination of clauses. A trial run shows them
when its years are the report's.
"""

from collections.abc import Sequence

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.price_list import (
    ClausePrice,
    ClausePrices,
    ThreePrices,
    Worth,
)
from fairterms.simulate.clause_price.priced_clause import PricedClause, Unpriced, candidates
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import MEASURES, Gauge, estimate, sort_by_block
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.refusal import Refusal

NOT_KNOWN = Estimate(float("nan"), float("nan"))
"""Stands for a price that was not worked out."""

HALF_CENT = 0.005


def prices_given_the_rest(
    deal: Deal, contract: Contract, years: Years, declared: Sequence[DeclaredNeutral] = ()
) -> ClausePrices:
    """Price every clause as the only one that is struck.

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

    Returns
    -------
    ClausePrices
        The largest on average first. ``alone``, ``fair_share`` and the worth with everything struck
        are :data:`NOT_KNOWN`. The rest has the same bytes as
        :func:`fairterms.simulate.clause_price.prices.price` gives on the same years.

    Raises
    ------
    Refusal
        When the contract as written cannot be settled.
    """
    ordered = sort_by_block(years)
    gauge = Gauge(ordered.blocks)
    listed = candidates(contract, deal, declared)
    variants = Variants(deal, contract, listed.clauses, ordered)
    whole = _net(variants, variants.everything)
    worth = gauge.measure(whole)
    prices: list[ClausePrice] = []
    unmoved: list[PricedClause] = []
    refused: list[Unpriced] = []
    for bit, each in enumerate(variants.clauses):
        try:
            without = _net(variants, variants.everything ^ 1 << bit)
        except Refusal as refusal:
            why = f"without it the contract cannot be settled: {refusal.subject} {refusal.what}"
            refused.append(Unpriced(each.id, why))
            continue
        if np.all(np.abs(whole - without) < HALF_CENT):
            unmoved.append(each)
        else:
            prices.append(_price(each, worth - gauge.measure(without)))
    prices.sort(key=lambda one: (-abs(one.mean.given_the_rest.value), one.id))
    return ClausePrices(
        Worth(*(estimate(worth[:, at]) for at in range(len(MEASURES)))),
        Worth(NOT_KNOWN, NOT_KNOWN, NOT_KNOWN),
        tuple(prices),
        (),
        tuple(unmoved),
        (*listed.unpriced, *refused),
        len(years),
        gauge.blocks,
        1 + len(variants.clauses),
    )


def _net(variants: Variants, mask: int) -> FloatArray:
    return next(net for _, net in variants.net_gains([mask]))


def _price(clause: PricedClause, given: FloatArray) -> ClausePrice:
    """Make a price from an array of shape (1 + blocks, 3 measures)."""
    mean, tail, loss = (
        ThreePrices(estimate(given[:, at]), NOT_KNOWN, NOT_KNOWN) for at in range(len(MEASURES))
    )
    return ClausePrice((clause,), mean, tail, loss)
