"""A version of a risk matrix: numeric edges and the level of every cell; it never changes."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from json import dumps
from math import inf, isfinite

import numpy as np
import numpy.typing as npt

from fairterms.risks.matrix.bands import band_names

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

EVENTS_PER_YEAR = "events per year"
OUTSIDE = -1
"""The band of a number that no band of the scale holds."""
_MOST_LEVELS = 5


class NotAMatrix(ValueError):
    """What was given is no matrix.

    Attributes
    ----------
    reasons
        Everything that is wrong with it, each a sentence that says what to do.
    """

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = tuple(reasons)


@dataclass(frozen=True, order=True)
class MatrixCell:
    """One cell, by its bands.

    Parameters
    ----------
    frequency_band, severity_band
        Counted from 0, the lowest first.
    """

    frequency_band: int
    severity_band: int


@dataclass(frozen=True)
class MatrixVersion:
    """A risk matrix as agreed on one day.

    Parameters
    ----------
    number
        1 for the first version; a change makes the next.
    frequency_edges
        Where the bands of frequency begin and end, in ``frequency_unit``; strictly rising, one
        more than there are bands. The last may be infinite: the highest band is then open.
    severity_edges
        The same for the loss of one event, in ``unit``.
    unit
        The unit of severity, such as "dollars" or "days".
    grid
        The level of every cell: one row per band of frequency and one entry per band of
        severity, each from the lowest up.
    colours
        The names of the levels, the lowest first; two to five. A level is a name with a shade,
        never a shade alone.
    effective
        The day from which it applies.
    frequency_unit
        The unit of frequency.

    Raises
    ------
    NotAMatrix
        With every reason, when edges do not rise or the grid does not fit them.

    Notes
    -----
    A band holds its lower edge and not its upper one; the highest band holds its upper edge
    too. A number below the first edge or above the last lies outside and is not moved inside.
    """

    number: int
    frequency_edges: tuple[float, ...]
    severity_edges: tuple[float, ...]
    unit: str
    grid: tuple[tuple[str, ...], ...]
    colours: tuple[str, ...]
    effective: date
    frequency_unit: str = EVENTS_PER_YEAR

    def __post_init__(self) -> None:
        if reasons := tuple(_reasons(self)):
            raise NotAMatrix(reasons)

    @cached_property
    def canonical(self) -> str:
        """The version as one text that two parties can compare sign by sign."""
        form = {
            "number": self.number,
            "frequency edges": [_edge(edge) for edge in self.frequency_edges],
            "frequency unit": self.frequency_unit,
            "severity edges": [_edge(edge) for edge in self.severity_edges],
            "severity unit": self.unit,
            "levels": self.colours,
            "grid": self.grid,
            "effective": self.effective.isoformat(),
        }
        return dumps(form, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def sha256(self) -> str:
        """``sha256:`` and the digest of the canonical text."""
        return f"sha256:{sha256(self.canonical.encode()).hexdigest()}"

    @property
    def cells(self) -> Iterator[MatrixCell]:
        """All cells, by rising frequency, then by rising severity."""
        for row, levels in enumerate(self.grid):
            for column in range(len(levels)):
                yield MatrixCell(row, column)

    @cached_property
    def ranks(self) -> IntArray:
        """The level of every cell as its place in ``colours``; shape as the grid."""
        rows = [[self.colours.index(level) for level in row] for row in self.grid]
        return np.array(rows, dtype=np.intp)

    @property
    def frequency_names(self) -> tuple[str, ...]:
        """The bands of frequency by their edges, the lowest first."""
        return band_names(self.frequency_edges, self.frequency_unit)

    @property
    def severity_names(self) -> tuple[str, ...]:
        """The bands of severity by their edges, the lowest first."""
        return band_names(self.severity_edges, self.unit)

    def cell(self, frequency: float, severity: float) -> MatrixCell | None:
        """Find the cell of a frequency and a severity; None where the matrix has none."""
        row, column = _band(self.frequency_edges, frequency), _band(self.severity_edges, severity)
        return None if OUTSIDE in (row, column) else MatrixCell(row, column)

    def level_at(self, cell: MatrixCell) -> str:
        """Give the level of a cell."""
        return self.grid[cell.frequency_band][cell.severity_band]

    def level(self, frequency: float, severity: float) -> str | None:
        """Read the level of a frequency and a severity; None outside the matrix.

        Parameters
        ----------
        frequency
            In ``frequency_unit``.
        severity
            The loss of one event, in ``unit``.
        """
        cell = self.cell(frequency, severity)
        return None if cell is None else self.level_at(cell)


@dataclass(frozen=True)
class TwoLevels:
    """The same estimate read through two versions.

    Parameters
    ----------
    risk
        The risk's id.
    old, new
        The level under each version; None where it lies outside that matrix.
    """

    risk: str
    old: str | None
    new: str | None


def relevel(
    estimates: Mapping[str, tuple[float, float]], old: MatrixVersion, new: MatrixVersion
) -> tuple[TwoLevels, ...]:
    """Read old estimates through a new version; the estimates themselves stay as they are.

    Parameters
    ----------
    estimates
        Frequency and severity of each risk by its id, in the units of the versions.
    old, new
        Two versions in the same units.

    Returns
    -------
    tuple of TwoLevels
        Both levels of every risk, in the order given. A number that the new version has no band
        for lies outside it: nothing is moved to the nearest band.

    Raises
    ------
    ValueError
        When the versions measure in different units.
    """
    if (old.unit, old.frequency_unit) != (new.unit, new.frequency_unit):
        raise ValueError(
            f"Version {old.number} measures {old.unit} and {old.frequency_unit}, version "
            f"{new.number} {new.unit} and {new.frequency_unit}: estimates cannot be read through "
            "both. Make the new version in the old units, or estimate the risks anew."
        )
    return tuple(
        TwoLevels(risk, old.level(*estimate), new.level(*estimate))
        for risk, estimate in estimates.items()
    )


def bands(edges: Sequence[float], values: FloatArray) -> IntArray:
    """Find the band of every number.

    Parameters
    ----------
    edges
        Strictly rising.
    values
        In the unit of the edges, any shape.

    Returns
    -------
    IntArray
        Bands from 0, in the shape of ``values``; `OUTSIDE` where no band holds the number.

    Examples
    --------
    >>> bands((1.0, 2.0, 4.0), np.array([0.5, 1.0, 2.0, 4.0, 4.1])).tolist()
    [-1, 0, 1, 1, -1]
    """
    found = np.searchsorted(edges, values, side="right") - 1
    last = len(edges) - 2
    found = np.where(np.asarray(values) == edges[-1], last, found)
    return np.where((found < 0) | (found > last), OUTSIDE, found)


def _band(edges: Sequence[float], value: float) -> int:
    """Find the band of one number, as `bands` does of many."""
    last = len(edges) - 2
    if value == edges[-1]:
        return last
    found = bisect_right(edges, value) - 1
    return found if 0 <= found <= last else OUTSIDE


def _edge(edge: float) -> str:
    return "open" if edge == inf else repr(float(edge) + 0.0)


def _reasons(version: MatrixVersion) -> Iterator[str]:
    """Yield what is wrong with a version."""
    if version.number < 1:
        yield f"A version is numbered from 1, not {version.number}: give it the next number."
    yield from _scale_reasons("frequency", version.frequency_edges, version.frequency_unit)
    yield from _scale_reasons("severity", version.severity_edges, version.unit)
    yield from _shape_reasons(version)
    yield from _level_reasons(version)


def _scale_reasons(scale: str, edges: Sequence[float], unit: str) -> Iterator[str]:
    if not unit.strip():
        yield f"The edges of {scale} have no unit: say what they count."
    if len(edges) < 3:
        yield f"The scale of {scale} has {max(0, len(edges) - 1)} bands: give it at least two."
        return
    if edges[0] < 0 or not all(isfinite(edge) for edge in edges[:-1]) or edges[-1] != edges[-1]:
        yield (
            f"The edges of {scale} must be numbers from 0 up; only the last may be open: "
            "write each as a number."
        )
        return
    for low, high in pairwise(edges):
        if not low < high:
            yield (
                f"The edges of {scale} must rise: {high:g} stands after {low:g}. "
                "Put them in order and take out repeated ones."
            )


def _shape_reasons(version: MatrixVersion) -> Iterator[str]:
    rows, columns = len(version.frequency_edges) - 1, len(version.severity_edges) - 1
    if len(version.grid) != rows:
        yield (
            f"The grid has {len(version.grid)} rows, but frequency has {rows} bands: "
            "give one row for each."
        )
    for number, row in enumerate(version.grid, start=1):
        if len(row) != columns:
            yield (
                f"Row {number} of the grid has {len(row)} cells, but severity has {columns} "
                "bands: give one cell for each."
            )


def _level_reasons(version: MatrixVersion) -> Iterator[str]:
    levels = version.colours
    if not 2 <= len(levels) <= _MOST_LEVELS or len(set(levels)) < len(levels):
        yield (
            f"The levels are {', '.join(levels) or 'not named'}; a matrix has two to five, each "
            "with a name of its own: list each once, the lowest first."
        )
    used = [level for row in version.grid for level in row]
    for level in dict.fromkeys(used):
        if level not in levels:
            yield (
                f"The grid names the level {level!r}, which is not among {', '.join(levels)}: "
                "use one of these, or add it to them."
            )
    for level in dict.fromkeys(levels):
        if level not in used:
            yield f"No cell has the level {level!r}: use it in the grid, or take it out."
