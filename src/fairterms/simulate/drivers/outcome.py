"""What matters of some years' net margins: the mean, the worst 5 %, and the chance of a loss."""

from dataclasses import dataclass

import numpy as np

from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.forecast import TAIL
from fairterms.simulate.results.settled_years import HALF_CENT
from fairterms.simulate.results.statistic import TailMean
from fairterms.simulate.years import FloatArray, IntArray


@dataclass(frozen=True)
class Outcome:
    """Three figures of the net margin, or by how much they differ between two cases.

    Attributes
    ----------
    mean
        Dollars a year on average.
    worst
        Dollars a year in the worst 5 % of years, on average.
    loses
        The share of years with a net margin below zero, from 0 to 1.
    """

    mean: Estimate
    worst: Estimate
    loses: Estimate


def outcome(net: FloatArray, blocks: IntArray) -> Outcome:
    """Say what the net margins of years, shape (years,) in dollars, come to."""
    return Outcome(
        statistic.mean(net, blocks),
        statistic.tail_mean(net, TAIL, blocks),
        statistic.probability(is_loss(net) > 0, blocks),
    )


def difference(net: FloatArray, base: FloatArray, blocks: IntArray) -> Outcome:
    """Say by how much one case exceeds another on the same years.

    Parameters
    ----------
    net, base
        Net margins in dollars, shape (years,), year by year the same draws.
    blocks
        Shape (years,).
    """
    return Outcome(
        statistic.paired_difference(net, base, blocks),
        statistic.paired_difference(net, base, blocks, TailMean(TAIL)),
        statistic.paired_difference(is_loss(net), is_loss(base), blocks),
    )


def is_loss(net: FloatArray) -> FloatArray:
    """Return 1 for a year with a loss of a cent or more, else 0; shape (years,)."""
    return np.asarray(net < -HALF_CENT, dtype=np.float64)
