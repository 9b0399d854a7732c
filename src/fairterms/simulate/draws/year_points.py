"""Points that fill the space of year-level factors more evenly than chance would.

A Sobol sequence, scrambled anew for each block. Within a block the points avoid each other, which
makes means many times more precise; the blocks are independent, so the spread between them is the
error of the result. The scrambling is our own, keyed by seed, block and dimension, because a
library's may change from one version to the next.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.draws.keyed import substream, year_keys
from fairterms.simulate.draws.words import FloatArray, IntArray, Words, mixed

BITS = 32

BLOCKS = 32
"""Independent scramblings: with 32 the error itself is known to about an eighth."""

_MOST_DIMENSIONS = 21_201
_ONE = np.uint64(1)


@dataclass(frozen=True, eq=False)
class YearPoints:
    """One point for each simulated year.

    Attributes
    ----------
    values
        float64 of shape (years, dimensions), between 0 and 1, both excluded.
    block
        Which independent scrambling a year belongs to, int64 of shape (years,).
    """

    values: FloatArray
    block: IntArray

    def __len__(self) -> int:
        """Return the number of years."""
        return len(self.block)

    def part(self, first: int, last: int) -> "YearPoints":
        """Return the years from ``first`` up to and without ``last``.

        Parameters
        ----------
        first, last
            Numbered from 0.
        """
        return YearPoints(self.values[first:last], self.block[first:last])


def year_points(seed: int, dimensions: int, years: int, blocks: int = BLOCKS) -> YearPoints:
    """Spread years over the space of their factors.

    Parameters
    ----------
    seed
        Of the whole simulation; any whole number.
    dimensions
        Factors of a year, 1 or more.
    years
        How many, 1 or more. Best is a power of two times the number of blocks, such as 131,072:
        then every block is a whole net.
    blocks
        Independent scramblings, 1 or more; below 16 the error is itself too uncertain.

    Returns
    -------
    YearPoints
        Year y belongs to block y mod ``blocks`` and is its point number y // ``blocks``. So any
        shard holds all blocks alike, and more years leave the first ones as they were.

    Notes
    -----
    Nested uniform scrambling: each bit of a coordinate is turned or not by a coin hashed from the
    bits before it. Each point alone is uniform, so the mean is unbiased for any number of years.
    """
    assert 1 <= dimensions <= _MOST_DIMENSIONS, "a year has one factor or more"
    assert years >= 1, "at least one year"
    assert blocks >= 1, "at least one block"
    per_block = -(-years // blocks)
    scrambled = _scrambled(_sobol(dimensions, per_block), _keys(seed, dimensions, blocks))
    values = (scrambled.reshape(-1, dimensions)[:years].astype(np.float64) + 0.5) * 2.0**-BITS
    return YearPoints(values, np.arange(years, dtype=np.int64) % blocks)


def normal(points: npt.ArrayLike) -> FloatArray:
    """Turn uniform points into standard normal ones.

    Parameters
    ----------
    points
        Between 0 and 1, both excluded, any shape.

    Returns
    -------
    FloatArray
        Φ⁻¹ of each, the same shape.

    Examples
    --------
    >>> normal([0.5, 0.975]).round(2).tolist()
    [0.0, 1.96]
    """
    return np.asarray(ndtri(np.asarray(points, dtype=np.float64)), dtype=np.float64)


def _sobol(dimensions: int, count: int) -> Words:
    """Return the first points of the plain sequence, as whole numbers of 32 bits."""
    # scipy.stats takes a second to import, and only a forecast needs it.
    from scipy.stats import qmc  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415

    sequence = qmc.Sobol(dimensions, scramble=False, bits=BITS)
    # Asked for a whole power of two, SciPy has nothing to warn of.
    points = sequence.random_base2((count - 1).bit_length())[:count]
    whole: Words = np.ldexp(points, BITS).astype(np.uint64)
    return whole


def _keys(seed: int, dimensions: int, blocks: int) -> Words:
    """Give each block and dimension its key, shape (blocks, dimensions)."""
    of_blocks = year_keys(seed, "year points", 0, blocks)
    return np.stack([substream(of_blocks, str(number)) for number in range(dimensions)], axis=1)


def _scrambled(points: Words, keys: Words) -> Words:
    """Turn each bit by a coin that depends on the bits before it.

    Parameters
    ----------
    points
        Below 2^32, uint64 of shape (points, dimensions).
    keys
        Shape (blocks, dimensions).

    Returns
    -------
    Words
        uint64 of shape (points, blocks, dimensions).
    """
    turned = np.repeat(points[:, None, :], len(keys), axis=1)
    for bit in range(BITS):
        # The bits before this one, with a 1 in front that tells how many they are.
        before = (points >> np.uint64(BITS - bit)) | (_ONE << np.uint64(bit))
        coin = mixed(keys ^ mixed(before)[:, None, :]) >> np.uint64(63)
        turned ^= coin << np.uint64(BITS - 1 - bit)
    return turned
