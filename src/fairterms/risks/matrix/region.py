"""An uncertain estimate as a region of a matrix: the likelihood of each cell, not one dot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import inf

import numpy as np

from fairterms.risks.matrix.version import OUTSIDE, FloatArray, MatrixCell, MatrixVersion, bands

SMALLEST_SHARE = 0.01
"""Cells with less likelihood than this are not drawn (our choice)."""


@dataclass(frozen=True)
class CellShare:
    """The likelihood that a risk lies in one cell.

    Parameters
    ----------
    cell
        The cell.
    level
        Its level.
    share
        From 0 to 1.
    """

    cell: MatrixCell
    level: str
    share: float


@dataclass(frozen=True)
class Region:
    """Where a risk lies on a matrix, as far as anybody knows.

    Parameters
    ----------
    cells
        The likeliest first; with ``outside`` their shares sum to 1. Cells below
        `SMALLEST_SHARE` are left out, and the others scaled up to fill their place.
    outside
        The likelihood that frequency or severity lies beyond the matrix's edges.
    levels
        The likelihood of every level, the lowest first, before any cell was left out; sums to 1
        with ``outside``.
    expected_loss
        The mean of frequency times severity over the draws, in the unit of severity a year:
        before any limit of the contract.
    """

    cells: tuple[CellShare, ...]
    outside: float
    levels: tuple[tuple[str, float], ...]
    expected_loss: float

    @property
    def level(self) -> str | None:
        """The likeliest level, of equally likely ones the higher; None if all lies outside."""
        level, share = max(reversed(self.levels), key=lambda entry: entry[1])
        return level if share > 0 else None


@dataclass(frozen=True)
class PlacedRisk:
    """A risk on a matrix with the loss it is ranked by.

    Parameters
    ----------
    id
        A short name that fits into a cell, such as "F3".
    title
        What may happen, in a few words.
    region
        Where it lies.
    expected_loss
        What it costs in an average year, in the unit of the matrix's severity: after the
        limits of the contract where they are known, else the region's own.
    """

    id: str
    title: str
    region: Region
    expected_loss: float


@dataclass(frozen=True)
class Reversal:
    """Two risks whose levels contradict their expected losses.

    Parameters
    ----------
    costlier
        The risk that costs more although its level is lower.
    cheaper
        The risk that costs less although its level is higher.
    """

    costlier: PlacedRisk
    cheaper: PlacedRisk

    @property
    def ratio(self) -> float:
        """How many times as much the lower level costs; infinite against nothing."""
        less = self.cheaper.expected_loss
        return self.costlier.expected_loss / less if less else inf


def region(
    version: MatrixVersion, frequency_draws: FloatArray, severity_draws: FloatArray
) -> Region:
    """Spread an uncertain estimate over the cells of a matrix.

    Parameters
    ----------
    version
        The matrix.
    frequency_draws
        Draws of the frequency, in the matrix's unit, shape (n,); one number for all is given
        as shape (1,).
    severity_draws
        Draws of the loss of one event, in the matrix's unit, shape (n,) or (1,), paired with
        the frequencies.

    Returns
    -------
    Region
        The share of the draws in every cell.

    Raises
    ------
    ValueError
        When there is no draw, the shapes differ, or a draw is negative or no number.

    Examples
    --------
    >>> from fairterms.risks.matrix.standard import THREE_BY_THREE
    >>> found = region(THREE_BY_THREE.version, np.array([0.5]), np.array([0.2, 0.5, 0.6, 0.9]))
    >>> [(share.level, share.share) for share in found.cells]
    [('Medium', 0.5), ('Low', 0.25), ('High', 0.25)]
    """
    frequency, severity = _paired(frequency_draws, severity_draws)
    rows = bands(version.frequency_edges, frequency)
    columns = bands(version.severity_edges, severity)
    is_inside = (rows != OUTSIDE) & (columns != OUTSIDE)
    codes = rows[is_inside] * len(version.grid[0]) + columns[is_inside]
    counts = np.bincount(codes, minlength=version.ranks.size)
    shares = dict(zip(version.cells, (counts / len(frequency)).tolist(), strict=True))
    outside = float(np.count_nonzero(~is_inside)) / len(frequency)
    levels = Counter(dict.fromkeys(version.colours, 0.0))
    for cell, share in shares.items():
        levels[version.level_at(cell)] += share
    return Region(
        _drawn(version, shares, outside),
        outside,
        tuple(levels.items()),
        float(np.mean(frequency * severity)),
    )


def region_of_years(version: MatrixVersion, losses: FloatArray) -> Region | None:
    """Spread a loss that the contract computes year by year over the cells of a matrix.

    Parameters
    ----------
    version
        A matrix with its frequency in events per year.
    losses
        The loss of every simulated year, in the matrix's unit, shape (years,); a year without
        loss is 0 or negative.

    Returns
    -------
    Region or None
        A year with a loss counts as one event: its frequency is the share of such years, its
        severity what was lost in them (our choice). None when no year has a loss.

    Examples
    --------
    >>> from fairterms.risks.matrix.standard import THREE_BY_THREE
    >>> found = region_of_years(THREE_BY_THREE.version, np.array([0.0, 0.5, -0.2, 0.9]))
    >>> [(share.level, share.share) for share in found.cells], round(found.expected_loss, 6)
    ([('Medium', 0.5), ('High', 0.5)], 0.35)
    """
    lost = losses[losses > 0]
    if not len(lost):
        return None
    return region(version, np.array([len(lost) / len(losses)]), lost)


def reversals(version: MatrixVersion, risks: Sequence[PlacedRisk]) -> tuple[Reversal, ...]:
    """Find the pairs of risks whose levels contradict their expected losses.

    Parameters
    ----------
    version
        The matrix the regions lie on.
    risks
        All of them; one that lies wholly outside the matrix has no level and is passed over.

    Returns
    -------
    tuple of Reversal
        The pair that differs most first. A risk's level is the likeliest of its region.
    """
    ranks = {level: rank for rank, level in enumerate(version.colours)}
    ranked = [(ranks[level], one) for one in risks if (level := one.region.level) is not None]
    found = [
        Reversal(low, high)
        for (lower, low), (higher, high) in permutations(ranked, 2)
        if lower < higher and low.expected_loss > high.expected_loss
    ]
    return tuple(sorted(found, key=lambda pair: -pair.ratio))


def _paired(frequency: FloatArray, severity: FloatArray) -> tuple[FloatArray, FloatArray]:
    sizes = {np.size(frequency), np.size(severity)} - {1}
    if np.ndim(frequency) != 1 or np.ndim(severity) != 1 or len(sizes) > 1 or 0 in sizes:
        raise ValueError(
            f"A region needs as many draws of the severity as of the frequency; there are "
            f"{np.size(frequency)} of the frequency and {np.size(severity)} of the severity. "
            "Draw both in the same trials."
        )
    pair = np.broadcast_arrays(frequency, severity)
    if not all(np.all(np.isfinite(draws) & (draws >= 0)) for draws in pair):
        raise ValueError(
            "A draw of the frequency or the severity is negative or no number: both are counted "
            "from 0 up. Correct the distribution it was drawn from."
        )
    return pair[0], pair[1]


def _drawn(
    version: MatrixVersion, shares: dict[MatrixCell, float], outside: float
) -> tuple[CellShare, ...]:
    """Leave out the least likely cells, but never the likeliest, and fill their place."""
    most = max(shares.values())
    kept = {c: share for c, share in shares.items() if share >= min(SMALLEST_SHARE, most) > 0}
    whole = sum(kept.values())
    cells = (
        CellShare(cell, version.level_at(cell), share / whole * (1 - outside))
        for cell, share in kept.items()
    )
    return tuple(sorted(cells, key=lambda one: (-one.share, one.cell)))
