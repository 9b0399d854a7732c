"""Which clauses move anything in these years, and how much: found before all subsets are settled.

A clause that moves nothing in the company of all others may still move something without them: a
cap in the shadow of another. So each clause is also tried alone, in a few orders of joining, and,
if nothing has moved by then, with each of the others away.
"""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from fairterms.simulate.clause_price import shapley
from fairterms.simulate.clause_price.priced_clause import PricedClause
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import Gauge
from fairterms.simulate.years import FloatArray

ORDERS = 8
"""Orders of joining tried (our choice)."""


@dataclass(frozen=True)
class Screened:
    """The clauses that move something, how much each moves at most, and those that do not.

    Attributes
    ----------
    sizes
        For each mover the largest change of the mean or the bad years that was seen, in dollars.
    """

    movers: tuple[PricedClause, ...]
    sizes: tuple[float, ...]
    unmoved: tuple[PricedClause, ...]


def screen(variants: Variants, gauge: Gauge) -> Screened:
    """Sort the clauses into those that move something and those that do not."""
    n = len(variants.clauses)
    everything = variants.everything
    orders = shapley.antithetic_orders(n, ORDERS, seed=2027) if n else ()
    pairs = [
        (before, before | 1 << item, item) for order in orders for before, item in _joined(order)
    ]
    pairs += [(everything ^ 1 << item, everything, item) for item in range(n)]
    pairs += [(0, 1 << item, item) for item in range(n)]
    moves = _moves(variants, gauge, pairs)
    still = [item for item in range(n) if not moves[item][0]]
    more = [
        (everything & ~(1 << item) & ~(1 << away), everything & ~(1 << away), item)
        for item in still
        for away in range(n)
        if away != item
    ]
    found = [
        max(one, other) for one, other in zip(moves, _moves(variants, gauge, more), strict=True)
    ]
    movers = [item for item in range(n) if found[item][0]]
    return Screened(
        tuple(variants.clauses[item] for item in movers),
        tuple(found[item][1] for item in movers),
        tuple(variants.clauses[item] for item in range(n) if item not in movers),
    )


def _joined(order: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return who was there before each one joined."""
    found, before = [], 0
    for item in order:
        found.append((before, item))
        before |= 1 << item
    return found


def _moves(
    variants: Variants, gauge: Gauge, pairs: list[tuple[int, int, int]]
) -> list[tuple[bool, float]]:
    """Say for each clause whether it moved any year, and the most it moved mean or bad years.

    Parameters
    ----------
    pairs
        Masks without and with a clause, and the clause.
    """
    masks = {mask for before, after, _ in pairs for mask in (before, after)}
    measured: dict[int, FloatArray] = {}
    marks: dict[int, bytes] = {}
    for mask, nets in variants.net_gains(sorted(masks)):
        measured[mask] = gauge.measure(nets)[0]
        marks[mask] = _mark(nets)
    found = [(False, 0.0)] * len(variants.clauses)
    for before, after, item in pairs:
        has_moved = marks[after] != marks[before]
        size = float(np.abs(measured[after] - measured[before])[:2].max())
        found[item] = (found[item][0] or has_moved, max(found[item][1], size))
    return found


def _mark(nets: FloatArray) -> bytes:
    """Return a mark that changes when any year changes by a cent."""
    return blake2b(np.rint(nets * 100).astype(np.int64).tobytes(), digest_size=16).digest()
