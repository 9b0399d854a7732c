"""Regression to the mean: a provider chosen because it was lowest rises by itself.

That part of a gain is nobody's merit, and the fall of the best is nobody's fault.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats, floats


def expect_change(rate: npt.ArrayLike, mean: float, reliability: npt.ArrayLike) -> Floats:
    """Give the change to expect next year from chance alone.

    Parameters
    ----------
    rate
        Observed rates; any shape.
    mean
        The rate of all.
    reliability
        0 to 1; broadcasts.

    Returns
    -------
    Floats
        (1 − R)(mean − rate): above 0 for a low rate. Subtract it before praising a gain.

    Examples
    --------
    >>> round(float(expect_change(0.40, 0.50, 0.7)), 3)
    0.03
    """
    return floats((1 - floats(reliability)) * (mean - floats(rate)))


@dataclass(frozen=True)
class LowestGain:
    """What became of the providers that were lowest.

    Attributes
    ----------
    lowest
        How many they were.
    still_lowest
        How many of them are lowest again.
    gain
        Their mean change of rate.
    gain_of_all
        The mean change of all providers.
    """

    lowest: int
    still_lowest: int
    gain: float
    gain_of_all: float


def follow_lowest(before: npt.ArrayLike, after: npt.ArrayLike, share: float = 0.25) -> LowestGain:
    """Follow the providers that were lowest into the next year.

    Parameters
    ----------
    before, after
        Rates of the same providers, shape (J,).
    share
        The share called lowest, rounded down to whole providers.

    Returns
    -------
    LowestGain
        With the gain of all beside it: what the lowest gained more is mostly luck running out.

    Examples
    --------
    >>> follow_lowest([0.3, 0.5, 0.6, 0.7], [0.5, 0.4, 0.6, 0.7]).still_lowest
    0
    """
    first, second = floats(before), floats(after)
    count = int(len(first) * share)
    lowest = np.argsort(first, kind="stable")[:count]
    again = np.argsort(second, kind="stable")[:count]
    gains = second - first
    return LowestGain(
        count,
        len(set(lowest.tolist()) & set(again.tolist())),
        float(gains[lowest].mean()) if count else math.nan,
        float(gains.mean()),
    )
