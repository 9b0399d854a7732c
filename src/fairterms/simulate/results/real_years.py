"""Real years within the ranges of figures: how low a result comes when somebody looks for it.

A bound is proved by ranges; that it is near the truth is shown by a year that comes close. The
search moves one figure at a time over its range, then in ever smaller steps, and keeps what lowers
the result. It proves nothing by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from fairterms.contract.clause import Contract
from fairterms.payment.book import Given
from fairterms.payment.evaluation import run, survey
from fairterms.payment.worksheet import Worksheet
from fairterms.simulate.results.box_search import Question
from fairterms.units.number import FLOAT
from fairterms.units.quantity import Kind, Unit
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

FAR = 1e9
"""How far a figure without a highest value is tried."""

SCALES = (1.0, 1 / 8, 1 / 64, 1 / 1024, 1 / 32768)
"""Steps of the search, as shares of a figure's range."""

CORNERS, CORNER_SEED = 64, 20270101
"""How many corners of each box are looked at, and the seed that chooses them: always the same."""

_TICKS = {Kind.COUNT: 1.0, Kind.MONEY: 0.01, Kind.MONEY_PER: 0.01}


@dataclass(frozen=True)
class RealYears:
    """Settles years given as rows of figures.

    Attributes
    ----------
    question
        What is settled, and the ranges of the figures.
    """

    question: Question

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.question.ranges)

    @cached_property
    def ends(self) -> tuple[FloatArray, FloatArray]:
        """The lowest and highest values tried, shape (figures,) each."""
        low = np.array([low for low, _ in self.question.ranges.values()])
        high = np.array([high for _, high in self.question.ranges.values()])
        low = np.where(np.isfinite(low), low, -FAR)
        return low, np.where(np.isfinite(high), high, np.maximum(FAR, 10 * np.abs(low)))

    def worksheet(self, years: FloatArray) -> Worksheet:
        """Settle years, shape (years, figures), in floats."""
        given = {
            name: Given(np.ascontiguousarray(years[:, at])) for at, name in enumerate(self.figures)
        }
        return run(self.question.contract, given, len(years), FLOAT)

    def amounts(self, years: FloatArray) -> FloatArray:
        """Return the amount asked about, shape (years,); infinity where a year is refused."""
        try:
            return self.question.amount(self.worksheet(years))
        except Refusal:
            if len(years) == 1:
                return np.full(1, np.inf)
            half = len(years) // 2
            return np.concatenate([self.amounts(years[:half]), self.amounts(years[half:])])

    def made_real(self, years: FloatArray) -> FloatArray:
        """Return years with whole counts, whole cents, and nobody counted who is not there."""
        low, high = self.ends
        ticks = self._ticks
        rounded = np.where(
            ticks > 0, np.round(years / np.where(ticks > 0, ticks, 1)) * ticks, years
        )
        found = np.clip(rounded, low, high)
        for top, bottom in self._pairs:
            found[:, top] = np.minimum(found[:, top], found[:, bottom])
        return found

    @cached_property
    def _ticks(self) -> FloatArray:
        wanted = survey(self.question.contract).wanted
        units = [wanted[name].unit if name in wanted else Kind.FACTOR for name in self.figures]
        kinds = [unit.kind if isinstance(unit, Unit) else unit for unit in units]
        return np.array([_TICKS.get(kind, 0.0) for kind in kinds])

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        place = {name: at for at, name in enumerate(self.figures)}
        return [
            (at, place[name.replace(".numerator", ".denominator")])
            for name, at in place.items()
            if name.endswith(".numerator") and name.replace(".numerator", ".denominator") in place
        ]

    def lower(self, year: FloatArray) -> tuple[FloatArray, float]:
        """Move one figure at a time as long as that lowers the amount.

        Parameters
        ----------
        year
            Where to start, shape (figures,).

        Returns
        -------
        tuple
            The year found and its amount in dollars.
        """
        best = self.made_real(year[None])[0]
        least = float(self.amounts(best[None])[0])
        for scale in SCALES:
            for _ in range(3):
                found, amount = self._step(best, scale)
                if not amount < least - 0.005:
                    break
                best, least = found, amount
        return best, least

    def lowest(self, low: FloatArray, high: FloatArray) -> tuple[FloatArray, float]:
        """Return the lowest of many corners of boxes, lowered further.

        Parameters
        ----------
        low, high
            Ranges of the figures, shape (boxes, figures).
        """
        corners = np.random.default_rng(CORNER_SEED).integers(0, 3, (CORNERS, *low.shape))
        corners[:3] = np.arange(3)[:, None, None]
        tried = np.choose(corners, [low, high, (low + high) / 2]).reshape(-1, low.shape[1])
        tried = self.made_real(tried)
        return self.lower(tried[self.amounts(tried).argmin()])

    def _step(self, year: FloatArray, scale: float) -> tuple[FloatArray, float]:
        """Try moves of every figure, and all good moves together; return the best year."""
        low, high = self.ends
        moves = np.linspace(-scale, scale, 9)
        number = len(year)
        tried = np.repeat(year[None], number * len(moves), axis=0)
        at = np.repeat(np.arange(number), len(moves))
        tried[np.arange(len(tried)), at] += (high - low)[at] * np.tile(moves, number)
        tried = self.made_real(tried)
        amounts = self.amounts(tried)
        each = amounts.reshape(number, -1).argmin(axis=1)
        together = tried[np.arange(number) * len(moves) + each, np.arange(number)]
        candidates = np.vstack([tried[amounts.argmin()], self.made_real(together[None])[0]])
        values = self.amounts(candidates)
        return candidates[values.argmin()], float(values.min())


def default_ranges(
    contract: Contract, bounds: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Return the range of every figure the contract reads.

    Parameters
    ----------
    contract
        The terms in force in one period.
    bounds
        Figure name to its lowest and highest value, in its unit; wins over what is declared.

    Notes
    -----
    Then the contract's own realistic range counts. A figure without either is not below zero; a
    share lies between 0 % and 100 %, anything else has no highest value.
    """
    declared = {figure.id: figure for figure in contract.figures}
    ranges = {}
    for name, wanted in survey(contract).wanted.items():
        kind = wanted.unit.kind if isinstance(wanted.unit, Unit) else wanted.unit
        low, high = 0.0, 1.0 if kind is Kind.FRACTION else np.inf
        figure = declared.get(name)
        if figure is not None and figure.lowest is not None:
            low = float(figure.lowest.amount)
        if figure is not None and figure.highest is not None:
            high = float(figure.highest.amount)
        ranges[name] = bounds.get(name, (low, high))
    return ranges
