"""Simulated years: one value of every figure a contract reads, for each of many years."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.payment.book import Given
from fairterms.payment.evaluation import run
from fairterms.payment.gain import gains
from fairterms.payment.worksheet import Worksheet
from fairterms.units.number import FLOAT

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

CHUNK = 50_000
"""Years settled at once: many enough to keep the work per clause small beside the arithmetic."""


@dataclass(frozen=True)
class Years:
    """Simulated years of one performance period.

    Attributes
    ----------
    figures
        Figure name to its values, float64 of shape (years,) in the figure's unit, or a tuple of
        such columns for a list of figures.
    blocks
        Which independent scrambling of the quasi-random points a year belongs to, shape (years,);
        the spread between blocks is the simulation's error.
    factors
        What the whole year brought: name to the share by which it moved things, shape (years,);
        0 is a year as expected.
    delivery
        Dollars that giving care costs the group above the expected year, shape (years,); 0 unless
        the forecast declares what a unit of care costs.
    """

    figures: Mapping[str, Given]
    blocks: IntArray
    factors: Mapping[str, FloatArray]
    delivery: FloatArray

    def __len__(self) -> int:
        """Return the number of years."""
        return len(self.blocks)

    def part(self, first: int, last: int) -> "Years":
        """Return the years from ``first`` up to and without ``last``."""
        cut = slice(first, last)
        return Years(
            {name: _cut(given, cut) for name, given in self.figures.items()},
            self.blocks[cut],
            {name: values[cut] for name, values in self.factors.items()},
            self.delivery[cut],
        )


def settled(contract: Contract, years: Years) -> Worksheet:
    """Settle every year in floats, all steps kept.

    Parameters
    ----------
    contract
        The terms in force in the period.
    years
        The figures.

    Raises
    ------
    Refusal
        When a clause cannot be settled on these figures.
    """
    return run(contract, years.figures, len(years), FLOAT)


def net_gains(deal: Deal, contract: Contract, years: Years) -> FloatArray:
    """Return what the deal adds in each year after the cost of its work, in dollars.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    contract
        The terms in force in the period.
    years
        The figures.

    Returns
    -------
    Array
        Shape (years,), in dollars; negative where the deal leaves the group worse off.
    """
    found = np.empty(len(years))
    for first in range(0, len(years), CHUNK):
        part = years.part(first, first + CHUNK)
        found[first : first + CHUNK] = gains(deal, contract, settled(contract, part))
    return found - float(deal.cost_to_comply) - years.delivery


def _cut(given: Given, cut: slice) -> Given:
    if isinstance(given.values, tuple):
        return replace(given, values=tuple(column[cut] for column in given.values))
    return replace(given, values=given.values[cut])
