"""How good past estimates were: frozen forecasts against what came when the period closed."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.risks.loss.exceedance import exact_band


@dataclass(frozen=True)
class ClosedChance:
    """A forecast probability and what came.

    Attributes
    ----------
    estimate
        The id of the frozen estimate.
    probability
        That the event happens in the period, 0 to 1.
    happened
        Whether it did.
    """

    estimate: str
    probability: float
    happened: bool

    def __post_init__(self) -> None:
        assert 0 <= self.probability <= 1, "a probability lies from 0 to 1"


@dataclass(frozen=True)
class ClosedRange:
    """A forecast range and what came.

    Attributes
    ----------
    estimate
        The id of the frozen estimate.
    low, high
        The ends of the range, in the unit of the objective.
    actual
        What came, in the same unit.
    """

    estimate: str
    low: float
    high: float
    actual: float

    def __post_init__(self) -> None:
        assert self.low <= self.high, "a range goes from low to high"

    @property
    def is_held(self) -> bool:
        """Whether the range held what came, ends included."""
        return self.low <= self.actual <= self.high


@dataclass(frozen=True)
class BrierScore:
    """How far forecast probabilities were from what came.

    Attributes
    ----------
    score
        The mean of (probability − outcome)², 0 for a perfect forecast, 1 for the worst.
    of_base_rate
        The score of whoever had said the share that came for every event; a forecast that is
        larger has told nothing.
    n
        Forecasts scored.
    """

    score: float
    of_base_rate: float
    n: int


@dataclass(frozen=True)
class Coverage:
    """How often forecast ranges held what came.

    Attributes
    ----------
    held, n
        Ranges that held it, and all ranges.
    level
        The share that they should hold, such as 0.9.
    low, high
        The exact 95 % interval of the share they hold in the long run.
    """

    held: int
    n: int
    level: float
    low: float
    high: float

    @property
    def is_kept(self) -> bool:
        """Whether what came is no reason to doubt the level."""
        return self.low <= self.level <= self.high


def brier_score(closed: Sequence[ClosedChance]) -> BrierScore | None:
    """Score forecast probabilities.

    Parameters
    ----------
    closed
        Frozen forecasts whose period has closed.

    Returns
    -------
    BrierScore or None
        None where no period has closed yet.

    Sources
    -------
    Brier GW. Verification of forecasts expressed in terms of probability. Monthly Weather Review
    78, 1950, p. 1; here the mean over one event, so that the score goes from 0 to 1.

    Examples
    --------
    >>> told = [ClosedChance("e1", 0.8, True), ClosedChance("e2", 0.4, False)]
    >>> score = brier_score(told)
    >>> round(score.score, 6), score.of_base_rate
    (0.1, 0.25)
    """
    if not closed:
        return None
    n = len(closed)
    rate = sum(each.happened for each in closed) / n
    score = sum((each.probability - each.happened) ** 2 for each in closed) / n
    return BrierScore(score, rate * (1 - rate), n)


def coverage(closed: Sequence[ClosedRange], level: float) -> Coverage | None:
    """Count how often ranges held what came.

    Parameters
    ----------
    closed
        Frozen ranges whose period has closed, all meant to hold the same share.
    level
        That share, between 0 and 1.

    Returns
    -------
    Coverage or None
        None where no period has closed yet.
    """
    assert 0 < level < 1, "a range is meant to hold a share between 0 and 1"
    if not closed:
        return None
    held, n = sum(each.is_held for each in closed), len(closed)
    low, high = exact_band(held / n, n)
    return Coverage(held, n, level, float(low), float(high))
