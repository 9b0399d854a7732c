"""Prices of the parts of a whole: given the rest, alone, and the fair share that adds up.

Notes
-----
v(S) is the worth of the subset S, and N is everybody. A subset is a mask: bit i is 1 where i is in
it, and v is an array whose first axis is the mask. Further axes (measures, blocks) ride along.

- given the rest: v(N) - v(N without i)
- alone: v({i}) - v(nobody)
- fair share (Shapley): sum over S without i of |S|! (n - |S| - 1)! ÷ n! x [v(S with i) - v(S)]
- interaction of i and j: sum over S without both of |S|! (n - |S| - 2)! ÷ (n - 1)! x
  [v(S, i, j) - v(S, i) - v(S, j) + v(S)]

Fair shares add up to v(N) - v(nobody). An interaction below 0 says that the two do the same work,
above 0 that one needs the other.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import comb

import numpy as np

from fairterms.simulate.years import FloatArray, IntArray


def given_the_rest(worth: FloatArray) -> FloatArray:
    """Return v(N) - v(N without i); from shape (2**n, ...) to (n, ...)."""
    everybody = len(worth) - 1
    return np.asarray(worth[everybody] - worth[[everybody ^ bit for bit in _bits(worth)]])


def alone(worth: FloatArray) -> FloatArray:
    """Return v({i}) - v(nobody); from shape (2**n, ...) to (n, ...)."""
    return np.asarray(worth[_bits(worth)] - worth[0])


def fair_shares(worth: FloatArray) -> FloatArray:
    """Return the Shapley value of each; from shape (2**n, ...) to (n, ...).

    Examples
    --------
    Two who earn 1 and 2 alone and 5 together:

    >>> fair_shares(np.array([0.0, 1.0, 2.0, 5.0])).tolist()
    [2.0, 3.0]
    """
    bits = _bits(worth)
    n = len(bits)
    masks = np.arange(len(worth))
    found = []
    for bit in bits:
        without = masks[masks & bit == 0]
        weights = np.array([1 / (n * comb(n - 1, size)) for size in _sizes(without)])
        found.append(np.tensordot(weights, worth[without | bit] - worth[without], axes=1))
    return np.array(found)


def interactions(worth: FloatArray) -> FloatArray:
    """Return the interaction of each pair; from shape (2**n, ...) to (n, n, ...), 0 on itself.

    Examples
    --------
    >>> interactions(np.array([0.0, 1.0, 2.0, 5.0]))[0, 1].item()
    2.0
    """
    bits = _bits(worth)
    n = len(bits)
    masks = np.arange(len(worth))
    found = np.zeros((n, n, *worth.shape[1:]))
    for one in range(n):
        for other in range(one):
            i, j = bits[one], bits[other]
            rest = masks[masks & (i | j) == 0]
            weights = np.array([1 / ((n - 1) * comb(n - 2, size)) for size in _sizes(rest)])
            extra = worth[rest | i | j] - worth[rest | i] - worth[rest | j] + worth[rest]
            found[one, other] = found[other, one] = np.tensordot(weights, extra, axes=1)
    return found


def antithetic_orders(n: int, count: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """Draw orders of 0 ... n - 1; each one is followed by itself read backwards.

    Parameters
    ----------
    n
        How many there are to put in order.
    count
        How many orders; even.
    seed
        The same seed gives the same orders.
    """
    assert count % 2 == 0, "orders come in pairs"
    draws = np.random.default_rng(seed)
    found: list[tuple[int, ...]] = []
    for _ in range(count // 2):
        order = tuple(int(item) for item in draws.permutation(n))
        found += [order, order[::-1]]
    return tuple(found)


def subsets_of(orders: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the masks met when everybody joins in these orders, from nobody to all."""
    return frozenset(mask for order in orders for mask in _joining(order))


def sampled_shares(
    worth: Mapping[int, FloatArray], orders: Sequence[Sequence[int]]
) -> tuple[FloatArray, FloatArray]:
    """Estimate fair shares from antithetic orders.

    Parameters
    ----------
    worth
        Mask to v, an array of any one shape, for every mask of :func:`subsets_of`.
    orders
        From :func:`antithetic_orders`.

    Returns
    -------
    tuple
        The shares, shape (n, ...), and the standard error of not having tried all orders, from the
        spread between pairs; nan with one pair. The shares add up to v(N) - v(nobody).
    """
    n = len(orders[0])
    per_order = []
    for order in orders:
        joined = list(_joining(order))
        gained = [worth[after] - worth[before] for before, after in _steps(joined)]
        per_order.append(np.array([gained[order.index(item)] for item in range(n)]))
    pairs = (np.array(per_order[::2]) + np.array(per_order[1::2])) / 2
    spread = pairs.std(axis=0, ddof=1) if len(pairs) > 1 else np.full(pairs.shape[1:], np.nan)
    return pairs.mean(axis=0), spread / np.sqrt(len(pairs))


def _joining(order: Sequence[int]) -> list[int]:
    masks = [0]
    for item in order:
        masks.append(masks[-1] | 1 << item)
    return masks


def _steps(masks: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise(masks))


def _bits(worth: FloatArray) -> list[int]:
    n = len(worth).bit_length() - 1
    assert len(worth) == 1 << n, "one worth for each subset"
    return [1 << item for item in range(n)]


def _sizes(masks: IntArray) -> list[int]:
    return [int(mask).bit_count() for mask in masks]
