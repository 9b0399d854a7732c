"""Profiles: patients alike in every attribute, added up once before a search."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.exceptions.score_curve import Floats, Integers, Runs, cut_runs
from fairterms.outcomes.exceptions.subgroup import Attribute, check_codes

Booleans = npt.NDArray[np.bool_]


MOST_SEARCHES = 64
"""Searches made together."""

BLOCK_PRODUCTS = 2**18
"""Multiplications in one block."""


@dataclass(frozen=True, eq=False)
class Profiles:
    """The different rows of the attributes; n patients, M profiles, k attributes.

    Attributes
    ----------
    attributes
        k of them.
    codes
        Place of each profile's value in each attribute, shape (M, k).
    place
        Each patient's profile, shape (n,).
    runs
        The patients sorted by profile, for adding up.
    orders, cuts
        For each attribute the profiles sorted by its value, shape (M,), and where each value
        begins, with the end, shape (m + 1,).
    """

    attributes: tuple[Attribute, ...]
    codes: Integers
    place: Integers
    runs: Runs
    orders: tuple[Integers, ...]
    cuts: tuple[Integers, ...]

    @property
    def count(self) -> int:
        """Number of profiles, M."""
        return len(self.codes)

    def add_up(self, values: Floats) -> Floats:
        """Add up a number of each patient, shape (n,), by profile, shape (M,)."""
        return np.bincount(self.place, weights=values, minlength=self.count).astype(np.float64)

    def slices(self, curves: Floats, chosen: Sequence[Booleans], at: int) -> Floats:
        """Add up the curves of each value of one attribute, the others as chosen.

        Parameters
        ----------
        curves
            Sorted by the attribute's values, shape (M, TERMS).
        chosen
            For each attribute whether each value is in, shapes (R, m): R searches.
        at
            Which attribute.

        Returns
        -------
        Floats
            Shape (R, m, TERMS).
        """
        order, cuts = self.orders[at], self.cuts[at]
        searches = len(chosen[at])
        # A bit for each search: all of them pass through the profiles at once.
        passes = np.full(self.count, 2**MOST_SEARCHES - 1, dtype=np.uint64)
        for other, values in enumerate(chosen):
            if other != at and not values.all():
                passes &= _bits(values)[self.codes[:, other]]
        flags = passes[order].astype("<u8").view(np.uint8).reshape(-1, 8)
        is_in = np.unpackbits(flags, axis=1, count=searches, bitorder="little")
        weights = is_in.astype(np.float64).T
        parts = [_product(weights, curves, low, high) for low, high in pairwise(cuts.tolist())]
        return np.stack(parts, axis=1)


def _product(weights: Floats, curves: Floats, low: int, high: int) -> Floats:
    """Return weights times curves over some rows, a short block at a time.

    So short that the matrix library does not call in other threads, which on a busy machine wait
    for each other many times longer than the product takes.
    """
    found = np.zeros((len(weights), curves.shape[1]))
    step = BLOCK_PRODUCTS // found.size
    for first in range(low, high, step):
        rows = slice(first, min(first + step, high))
        found += weights[:, rows] @ curves[rows]
    return found


def _bits(values: Booleans) -> npt.NDArray[np.uint64]:
    """Return for each value the searches it is in, one bit each, from shape (R, m) to (m,)."""
    powers = np.left_shift(np.uint64(1), np.arange(len(values), dtype=np.uint64))
    return np.asarray(np.where(values.T, powers, np.uint64(0)).sum(axis=1, dtype=np.uint64))


def collapse(attributes: Sequence[Attribute], codes: npt.ArrayLike) -> Profiles:
    """Collapse patients into profiles.

    Parameters
    ----------
    attributes, codes
        As in :func:`fairterms.outcomes.exceptions.subgroup.check_codes`; shape (n, k).

    Raises
    ------
    Refusal
        Where a patient has no value of an attribute.

    Examples
    --------
    >>> from fairterms.outcomes.exceptions.subgroup import KnownAt
    >>> stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
    >>> found = collapse([stay], [[1], [0], [1]])
    >>> found.count, found.place.tolist()
    (2, [1, 0, 1])
    """
    table = check_codes(attributes, codes)
    keys, kinds = np.zeros(len(table), dtype=np.int64), 1
    for at, attribute in enumerate(attributes):
        if kinds * len(attribute.values) > 2**40:  # long before whole numbers overflow
            used, keys = np.unique(keys, return_inverse=True)
            kinds = len(used)
        keys = keys * len(attribute.values) + table[:, at]
        kinds *= len(attribute.values)
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    rows = table[first]
    orders = tuple(np.argsort(rows[:, at], kind="stable") for at in range(len(attributes)))
    cuts = tuple(
        np.searchsorted(rows[order, at], np.arange(len(attribute.values) + 1))
        for at, (attribute, order) in enumerate(zip(attributes, orders, strict=True))
    )
    runs = cut_runs(place, len(rows))
    return Profiles(tuple(attributes), rows, place.astype(np.int64), runs, orders, cuts)
