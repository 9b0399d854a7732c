"""A difference split among its causes: in no order where there are few, else one after the other.

Notes
-----
The worth of a set of causes is the amount with just these changed. The fair part of a cause is the
mean, over all orders in which the causes could be changed one after the other, of what it adds
(Shapley). Parts are whole cents that add up to the difference exactly; cents left over go to the
parts that lost most by rounding down.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import comb, floor

CENT = Decimal("0.01")
MOST_FAIR = 8
"""Most causes split in no order: each one more doubles the settlements needed."""

Worths = Callable[[Sequence[int]], Sequence[Decimal | None]]
"""Gives the amount for sets of causes; a set is a mask, bit i for cause i; None where refused."""


def split(causes: int, worths: Worths) -> tuple[tuple[Decimal, ...], bool] | None:
    """Split what all causes together move.

    Parameters
    ----------
    causes
        How many.
    worths
        Amounts in dollars, whole cents.

    Returns
    -------
    tuple or None
        A part for each cause, in dollars, and whether the order played no part. None when the
        amount cannot be worked out on the way.
    """
    if causes <= MOST_FAIR:
        every = worths(range(1 << causes))
        known = [worth for worth in every if worth is not None]
        if len(known) == len(every):
            return _in_cents(_shares(causes, known), known[-1] - known[0]), True
    masks = [(1 << count) - 1 for count in range(causes + 1)]
    in_order = worths(masks)
    steps = [worth for worth in in_order if worth is not None]
    if len(steps) < len(masks):
        return None
    return tuple(after - before for before, after in pairwise(steps)), False


def _shares(causes: int, worths: Sequence[Decimal]) -> list[Fraction]:
    exact = [Fraction(worth) for worth in worths]
    shares = []
    for bit in (1 << item for item in range(causes)):
        share = Fraction(0)
        for mask in range(len(exact)):
            if not mask & bit:
                orders = causes * comb(causes - 1, mask.bit_count())
                share += (exact[mask | bit] - exact[mask]) / orders
        shares.append(share)
    return shares


def _in_cents(shares: Sequence[Fraction], total: Decimal) -> tuple[Decimal, ...]:
    """Bring exact shares to whole cents that add up to the total."""
    cent = Fraction(CENT)
    cents = [floor(share / cent) for share in shares]
    lost = [share / cent - whole for share, whole in zip(shares, cents, strict=True)]
    left = Fraction(total) / cent - sum(cents)
    assert left.denominator == 1, "worths are whole cents"
    for at in sorted(range(len(cents)), key=lambda place: -lost[place])[: int(left)]:
        cents[at] += 1
    return tuple(CENT * whole for whole in cents)
