"""Pairs of risks drawn over a matrix: how many it cannot tell apart, how many it ranks wrongly."""

from dataclasses import dataclass
from hashlib import sha256
from math import isfinite, sqrt

import numpy as np
from scipy.special import ndtr, ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.matrix.version import FloatArray, IntArray, MatrixVersion

PAIRS = 200_000
"""Pairs of risks a lint draws."""

NEGATIVE = -0.8
"""The correlation of the drawn frequencies and severities, of a bivariate normal.

Payment contracts behave so: small frequent denials, rare large clawbacks. How strong it is there
nobody has measured; this figure is our choice.
"""

_CHUNK = 100_000


@dataclass(frozen=True)
class Shares:
    """What a matrix does to pairs of risks, with the Monte Carlo error of each share.

    Parameters
    ----------
    tied
        The share of pairs with the same level: the matrix cannot say which is worse.
    tied_error
        Its standard error.
    misranked
        Of the pairs with two levels, the share in which the lower level loses more.
    misranked_error
        Its standard error.
    """

    tied: float
    tied_error: float
    misranked: float
    misranked_error: float


def count_pairs(
    version: MatrixVersion, correlation: float = 0.0, *, pairs: int = PAIRS, seed: str = "lint"
) -> Shares:
    """Draw pairs of risks over a matrix and count what it does to them.

    Parameters
    ----------
    version
        The matrix.
    correlation
        Of the normal numbers behind frequency and severity, from -1 to 1; 0 draws both uniformly
        and apart. Either way each alone is uniform along its scale.
    pairs
        How many.
    seed
        The same seed gives the same pairs, and the same pairs for every matrix.

    Returns
    -------
    Shares
        Ties, and wrong ranks among the rest. A risk's loss is frequency times severity.

    Notes
    -----
    A risk is drawn along the matrix's own scale: each band is met equally often, and within it
    every number between its edges. With equal bins this is the plain uniform draw. An open band
    ends at `reach` (both our choice).
    """
    rows, columns = reach(version.frequency_edges), reach(version.severity_edges)
    tied = wrong = 0
    key = int.from_bytes(sha256(seed.encode()).digest()[:16], "big")
    stream = np.random.Philox(key=key)
    for start in range(0, pairs, _CHUNK):
        size = min(_CHUNK, pairs - start)
        # The raw words of this generator stay the same in every version of NumPy.
        words = stream.random_raw(4 * size).reshape(4, size) >> np.uint64(11)
        uniform = (words.astype(np.float64) + 0.5) * 2.0**-53
        one, other = (
            _risks(version, rows, columns, _correlate(part, correlation))
            for part in (uniform[:2], uniform[2:])
        )
        above = one[0] - other[0]
        tied += int(np.count_nonzero(above == 0))
        wrong += int(np.count_nonzero(above * (one[1] - other[1]) < 0))
    decided = pairs - tied
    tied_share, misranked = tied / pairs, wrong / max(1, decided)
    return Shares(
        tied_share,
        sqrt(tied_share * (1 - tied_share) / pairs),
        misranked,
        sqrt(misranked * (1 - misranked) / max(1, decided)),
    )


def reach(edges: tuple[float, ...]) -> FloatArray:
    """Close an open scale so that numbers can be drawn from it.

    Parameters
    ----------
    edges
        Strictly rising; the last may be infinite.

    Returns
    -------
    FloatArray
        The same edges. An open band is taken to be to its lower edge what that edge is to the
        one before it, and to end at twice its lower edge where the one before is zero.

    Examples
    --------
    >>> reach((0.0, 1.0, 10.0, float("inf"))).tolist()
    [0.0, 1.0, 10.0, 100.0]
    >>> reach((0.0, 5.0, float("inf"))).tolist()
    [0.0, 5.0, 10.0]
    """
    if isfinite(edges[-1]):
        return np.array(edges, dtype=np.float64)
    before, last = edges[-3], edges[-2]
    end = last * last / before if before > 0 else 2 * last
    return np.array((*edges[:-1], end), dtype=np.float64)


def _correlate(uniform: FloatArray, correlation: float) -> FloatArray:
    """Tie two rows of uniform numbers together, each staying uniform alone."""
    if correlation == 0:
        return uniform
    frequency, apart = ndtri(uniform)
    tied = correlation * frequency + sqrt(1 - correlation**2) * apart
    return np.stack([uniform[0], ndtr(tied)])


def _risks(
    version: MatrixVersion, rows: FloatArray, columns: FloatArray, places: FloatArray
) -> tuple[IntArray, FloatArray]:
    """Give the level (as a rank) and the loss of risks at places from 0 to 1 on both scales."""
    along = places * np.array([[len(rows) - 1], [len(columns) - 1]])
    # A place that rounds up to the very end belongs to the last band.
    row = np.minimum(along[0].astype(np.intp), len(rows) - 2)
    column = np.minimum(along[1].astype(np.intp), len(columns) - 2)
    frequency = np.interp(along[0], np.arange(len(rows)), rows)
    severity = np.interp(along[1], np.arange(len(columns)), columns)
    return version.ranks[row, column], frequency * severity
