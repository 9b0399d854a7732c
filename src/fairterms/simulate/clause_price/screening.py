"""Which clauses move anything in these years, and how much: found before all subsets are settled.

A clause that moves nothing in the company of all others may still move something without them: a
cap in the shadow of another. So each clause is also tried alone, in a few orders of joining, and,
if nothing has moved by then, with each of the others away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from fairterms.simulate.clause_price import shapley
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import Gauge
from fairterms.simulate.years import FloatArray

ORDERS = 8
"""Orders of joining tried (our choice)."""


@dataclass(frozen=True)
class Screened:
    """Which priced clauses move something, by their bits.

    Attributes
    ----------
    movers
        Bits of those that move something, in written order.
    sizes
        For each of them the largest change of the mean or the bad years that was seen, in dollars.
    unmoved
        Bits of those that move nothing.
    """

    movers: tuple[int, ...]
    sizes: tuple[float, ...]
    unmoved: tuple[int, ...]


def screen(variants: Variants, gauge: Gauge, items: Sequence[int]) -> Screened:
    """Sort the clauses of these bits into those that move something and those that do not."""
    fixed = variants.everything & ~sum(1 << item for item in items)
    orders = shapley.antithetic_orders(len(items), ORDERS, seed=2027)
    steps = [
        (fixed | _joint(items, before), items[place])
        for order in orders
        for before, place in _joined(order)
    ]
    steps += [(variants.everything ^ 1 << item, item) for item in items]
    steps += [(fixed, item) for item in items]
    moves = _moves(variants, gauge, steps)
    still = [item for item in items if not moves[item][0]]
    shadows = [
        (variants.everything & ~(1 << item | 1 << away), item)
        for item in still
        for away in items
        if away != item
    ]
    moves |= {
        item: max(moves[item], move) for item, move in _moves(variants, gauge, shadows).items()
    }
    movers = tuple(item for item in items if moves[item][0])
    return Screened(
        movers,
        tuple(moves[item][1] for item in movers),
        tuple(item for item in items if item not in movers),
    )


def _joint(items: Sequence[int], subset: int) -> int:
    """Return the mask of a subset of the items."""
    return sum(1 << item for place, item in enumerate(items) if subset >> place & 1)


def _joined(order: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return who was there before each one joined."""
    found, before = [], 0
    for item in order:
        found.append((before, item))
        before |= 1 << item
    return found


def _moves(
    variants: Variants, gauge: Gauge, steps: Sequence[tuple[int, int]]
) -> dict[int, tuple[bool, float]]:
    """Say for each clause whether it moved any year, and the most it moved mean or bad years.

    Parameters
    ----------
    steps
        A mask without a clause, and the bit of that clause, which then joins.
    """
    masks = {mask for before, item in steps for mask in (before, before | 1 << item)}
    measured: dict[int, FloatArray] = {}
    marks: dict[int, bytes] = {}
    for mask, nets in variants.net_gains(sorted(masks)):
        measured[mask] = gauge.measure(nets)[0]
        marks[mask] = _mark(nets)
    found: dict[int, tuple[bool, float]] = {}
    for before, item in steps:
        after = before | 1 << item
        has_moved, most = found.get(item, (False, 0.0))
        size = float(np.abs(measured[after] - measured[before])[:2].max())
        found[item] = (has_moved or marks[after] != marks[before], max(most, size))
    return found


def _mark(nets: FloatArray) -> bytes:
    """Return a mark that changes when any year changes by a cent."""
    return blake2b(np.rint(nets * 100).astype(np.int64).tobytes(), digest_size=16).digest()
