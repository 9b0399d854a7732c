"""Statistics of simulated years, each with its Monte Carlo error.

Notes
-----
With two blocks or more (independent scramblings of quasi-random points) the error is the spread of
the blocks' results ÷ √blocks. With one block the years count as independent draws, and the error is
the plain formula: mean s/√Y; probability √(p(1−p)/Y); quantile, from the order statistics that
enclose it; tail mean √((Var of the tail + (1−α)(TVaR−VaR)²)/(αY)); standard deviation
√((m₄ − s⁴)/Y)/(2s).

A chance of which no year (or every year) was simulated is not known without error: its error is
then at least 1.5/Y, so that two errors are the "rule of three". That floor is our choice.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.results.estimate import Estimate, Statistic, block_parts, over_blocks, parts
from fairterms.simulate.years import FloatArray, IntArray
from fairterms.units.number import Mask


def mean(values: FloatArray, blocks: IntArray) -> Estimate:
    """Return the average year; ``values`` and ``blocks`` have shape (years,)."""
    groups = block_parts(_checked(values, blocks))
    if len(groups) > 1:
        return over_blocks(values, groups, _mean)
    return Estimate(_mean(values), _spread(values) / float(np.sqrt(len(values))))


def probability(mask: Mask, blocks: IntArray) -> Estimate:
    """Return the share of years in which something happens; ``mask`` has shape (years,).

    Examples
    --------
    >>> found = probability(np.arange(100) < 20, np.zeros(100, dtype=np.int64))
    >>> found.value, round(found.error, 2)
    (0.2, 0.04)
    """
    share = mask.astype(np.float64)
    groups = block_parts(_checked(share, blocks))
    value = _mean(share)
    if value in (0.0, 1.0):
        return Estimate(value, 1.5 / len(share), len(groups))
    if len(groups) > 1:
        return over_blocks(share, groups, _mean)
    return Estimate(value, float(np.sqrt(value * (1 - value) / len(share))))


def quantile(values: FloatArray, level: float, blocks: IntArray) -> Estimate:
    """Return the year that a share of years does not exceed.

    Parameters
    ----------
    values
        Shape (years,).
    level
        Between 0 and 1; 0.05 is the 5 % quantile, the best of the worst twentieth of years.
    blocks
        Shape (years,).

    Notes
    -----
    The value is a simulated year (the order statistic ⌈level × Y⌉), never a number between two:
    payments have atoms, and half-way between nothing and a payment lies no year at all.
    """
    groups = block_parts(_checked(values, blocks))
    if len(groups) > 1:
        return over_blocks(values, groups, lambda part: _quantile(np.sort(part), level))
    low, high = quantile_interval(values, level)
    return Estimate(_quantile(np.sort(values), level), (high - low) / (2 * float(ndtri(0.975))))


def quantile_interval(
    values: FloatArray, level: float, confidence: float = 0.95
) -> tuple[float, float]:
    """Return the two order statistics that enclose a quantile of independent years.

    The number of years below the quantile is binomial: level × Y ± z × √(Y × level × (1 − level)).
    """
    ordered, number = np.sort(values), len(values)
    reach = float(ndtri((1 + confidence) / 2)) * float(np.sqrt(number * level * (1 - level)))
    first = max(int(np.floor(number * level - reach)), 1)
    last = min(int(np.ceil(number * level + reach)) + 1, number)
    return float(ordered[first - 1]), float(ordered[last - 1])


def interval_of(values: FloatArray, level: float) -> tuple[float, float]:
    """Return the range that holds a share of the years, as much left out below as above.

    Examples
    --------
    >>> interval_of(np.arange(1.0, 101.0), 0.8)
    (11.0, 90.0)
    """
    ordered = np.sort(values)
    first = int(np.floor((1 - level) / 2 * len(ordered) + 1e-9))
    return float(ordered[first]), _quantile(ordered, (1 + level) / 2)


def tail_mean(values: FloatArray, alpha: float, blocks: IntArray) -> Estimate:
    """Return the average of the worst years, the tail mean or expected shortfall (TVaR).

    Parameters
    ----------
    values
        Shape (years,).
    alpha
        The share of years that counts as the tail, such as 0.05.
    blocks
        Shape (years,).

    Notes
    -----
    The lowest αY years are averaged, the last of them only with the part of it that belongs to
    the tail. Averaging all years at or below the quantile instead would be wrong: where two years
    in three pay exactly nothing, that reaches far beyond the tail.
    """
    groups = block_parts(_checked(values, blocks))
    if len(groups) > 1:
        return over_blocks(values, groups, lambda part: _tail_mean(np.sort(part), alpha))
    ordered = np.sort(values)
    found, edge = _tail_mean(ordered, alpha), _quantile(ordered, alpha)
    tail = ordered[: max(int(np.ceil(alpha * len(ordered))), 1)]
    variance = float(np.var(tail)) + (1 - alpha) * (found - edge) ** 2
    return Estimate(found, float(np.sqrt(variance / (alpha * len(ordered)))))


def best_mean(values: FloatArray, alpha: float, blocks: IntArray) -> Estimate:
    """Return the average of the best years, a share ``alpha`` of all; see :func:`tail_mean`."""
    return -tail_mean(-values, alpha, blocks)


def standard_deviation(values: FloatArray, blocks: IntArray) -> Estimate:
    """Return how much a year differs from the average one, in the unit of the values."""
    groups = block_parts(_checked(values, blocks))
    if len(groups) > 1:
        return over_blocks(values, groups, _spread)
    spread = _spread(values)
    if spread == 0:
        return Estimate(0.0, 0.0)
    fourth = float(np.mean((values - values.mean()) ** 4))
    error = np.sqrt(max(fourth - spread**4, 0.0) / len(values)) / (2 * spread)
    return Estimate(spread, float(error))


@dataclass(frozen=True)
class TailMean:
    """The tail mean as a statistic of its own, for :func:`paired_difference`."""

    alpha: float

    def __call__(self, values: FloatArray) -> float:
        """Return the tail mean of values of shape (years,)."""
        return _tail_mean(np.sort(values), self.alpha)


def paired_difference(
    first: FloatArray, second: FloatArray, blocks: IntArray, statistic: Statistic | None = None
) -> Estimate:
    """Return by how much a statistic of one variant exceeds that of another on the same years.

    Parameters
    ----------
    first, second
        What the variants give in each year, shape (years,), year by year the same draws.
    blocks
        Shape (years,).
    statistic
        None for the mean; else a function of the years, such as :class:`TailMean`.

    Notes
    -----
    The variants share their years, so what moves both cancels. The error is that of the difference
    itself, block by block, and never the two errors added. With one block it comes from 16 runs
    of consecutive years, except for the mean, where it is s/√Y of the differences.
    """
    _checked(first, blocks)
    if statistic is None:
        return mean(first - second, blocks)
    chosen = statistic
    found = [chosen(first[group]) - chosen(second[group]) for group in parts(blocks)]
    error = float(np.std(found, ddof=1) / np.sqrt(len(found)))
    return Estimate(chosen(first) - chosen(second), error, len(found))


def _checked(values: FloatArray, blocks: IntArray) -> IntArray:
    assert len(values) == len(blocks) > 1, "each year belongs to a block, and one year is no sample"
    return blocks


def _mean(values: FloatArray) -> float:
    return float(values.mean())


def _spread(values: FloatArray) -> float:
    return float(np.std(values, ddof=1))


def _quantile(ordered: FloatArray, level: float) -> float:
    # The nudge keeps 0.07 × 100 from becoming the eighth year.
    at = int(np.ceil(level * len(ordered) - 1e-9))
    return float(ordered[min(max(at, 1), len(ordered)) - 1])


def _tail_mean(ordered: FloatArray, alpha: float) -> float:
    size = alpha * len(ordered)
    whole = min(int(np.floor(size + 1e-9)), len(ordered))
    total = float(ordered[:whole].sum())
    rest = size - whole
    if rest > 1e-9 and whole < len(ordered):
        total += rest * float(ordered[whole])
    return total / size
