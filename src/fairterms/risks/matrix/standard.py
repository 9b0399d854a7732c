"""Four matrices in common forms: three a deal may start from, and one that shows what goes wrong.

They are our own renderings, with equal bins on scales from 0 to 1, so that their lint figures can
be set beside each other. A deal puts its own edges in dollars and events a year instead of these:
the figures change with the edges, so the lint runs again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fairterms.risks.matrix.version import MatrixVersion

LEVELS = ("Low", "Medium", "High", "Extreme")
"""The levels of all four, the lowest first."""

MADE_ON = date(2026, 1, 1)
"""The day these renderings apply from; a deal's own version has its own day."""


@dataclass(frozen=True)
class StandardMatrix:
    """A common form of matrix, as data.

    Parameters
    ----------
    name
        What it is called here.
    grid
        Levels by rising frequency, then by rising severity.
    why
        How its levels are set, and for what it is here.
    is_start
        Whether a deal may start from it.
    """

    name: str
    grid: tuple[tuple[str, ...], ...]
    why: str
    is_start: bool

    @property
    def version(self) -> MatrixVersion:
        """The form with equal bins from 0 to 1 on both scales."""
        return self.with_edges(
            equal_bins(len(self.grid)),
            equal_bins(len(self.grid[0])),
            "share of the largest severity",
            frequency_unit="share of the largest frequency",
        )

    def with_edges(
        self,
        frequency_edges: tuple[float, ...],
        severity_edges: tuple[float, ...],
        unit: str,
        *,
        effective: date = MADE_ON,
        frequency_unit: str = "events per year",
    ) -> MatrixVersion:
        """Make a deal's first version of this form from its own edges.

        Parameters
        ----------
        frequency_edges, severity_edges
            Strictly rising, one more than the form has bands.
        unit
            The unit of severity.
        effective
            The day from which it applies.
        frequency_unit
            The unit of frequency.
        """
        return MatrixVersion(
            1,
            frequency_edges,
            severity_edges,
            unit,
            self.grid,
            LEVELS,
            effective,
            frequency_unit,
        )


def equal_bins(count: int) -> tuple[float, ...]:
    """Cut the scale from 0 to 1 into equal bands.

    Examples
    --------
    >>> equal_bins(4)
    (0.0, 0.25, 0.5, 0.75, 1.0)
    """
    return tuple(edge / count for edge in range(count + 1))


def by_product(size: int, starts: tuple[int, int, int]) -> tuple[tuple[str, ...], ...]:
    """Set levels by the product of the two ranks, each counted from 1.

    Parameters
    ----------
    size
        Bands on each scale.
    starts
        The product from which Medium, High and Extreme begin.

    Examples
    --------
    >>> by_product(2, (2, 3, 4))
    (('Low', 'Medium'), ('Medium', 'Extreme'))
    """
    return _grid(size, lambda row, column: LEVELS[sum(row * column >= start for start in starts)])


def _grid(size: int, level: Callable[[int, int], str]) -> tuple[tuple[str, ...], ...]:
    ranks = range(1, size + 1)
    return tuple(tuple(level(row, column) for column in ranks) for row in ranks)


_FIVE = by_product(5, (5, 10, 15))

THREE_BY_THREE = StandardMatrix(
    "3 × 3, by product of ranks",
    by_product(3, (3, 5, 7)),
    "Low to a product of 2, Medium to 4, High to 6, Extreme above. It treats both scales alike.",
    is_start=True,
)
FOUR_BY_FOUR = StandardMatrix(
    "4 × 4, by product of ranks",
    by_product(4, (3, 5, 9)),
    "Low to a product of 2, Medium to 4, High to 8, Extreme above. It treats both scales alike.",
    is_start=True,
)
FIVE_BY_FIVE = StandardMatrix(
    "5 × 5, by product of ranks",
    _FIVE,
    "Low to a product of 4, Medium to 9, High to 14, Extreme above. It treats both scales alike.",
    is_start=True,
)
WORST_IS_EXTREME = StandardMatrix(
    "5 × 5, worst severity always Extreme",
    tuple((*row[:-1], LEVELS[-1]) for row in _FIVE),
    "As the 5 × 5 form, but everything in the worst band of severity is Extreme, however rare. "
    "It is here to be compared: its lowest band of frequency starts at zero, so that an Extreme "
    "risk may lose next to nothing, and one step leads there from Low.",
    is_start=False,
)

STANDARD = (THREE_BY_THREE, FOUR_BY_FOUR, FIVE_BY_FIVE, WORST_IS_EXTREME)
"""The four, in the order they are shown."""
