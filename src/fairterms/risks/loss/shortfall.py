"""The tail: what a bad year loses at least, and what the worst years lose on average."""

from math import floor, sqrt

import numpy as np
import numpy.typing as npt

from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.sampled import Sampled

FloatArray = npt.NDArray[np.float64]

_DIGITS = 6
"""Of a trial: 0.01 x 100,000 must be 1,000 trials and not a hair more."""


def value_at_risk(loss: AnnualLoss, alpha: float) -> Sampled:
    """Return the loss that a year stays at or below with probability alpha.

    Parameters
    ----------
    loss
        Simulated years.
    alpha
        Such as 0.95; between 0 and 1.

    Returns
    -------
    Sampled
        The smallest trial that alpha of the trials do not pass, and its error: half the distance
        between the trials one standard error of the share to either side.
    """
    _check(alpha)
    ordered = np.sort(loss.trials)
    reach = sqrt(alpha * (1 - alpha) / loss.years)
    low, high = _at(ordered, alpha - reach), _at(ordered, alpha + reach)
    return Sampled(_at(ordered, alpha), (high - low) / 2)


def expected_shortfall(loss: AnnualLoss, alpha: float) -> Sampled:
    """Return what the worst years lose on average.

    Parameters
    ----------
    loss
        Simulated years.
    alpha
        0.95 takes the worst 5 % of the years; between 0 and 1.

    Returns
    -------
    Sampled
        The mean of the worst (1 − alpha) N sorted trials, the last of them weighted by the
        fraction that is left, and its error.

    Notes
    -----
    Never the mean of all trials that reach the value at risk: where most years lose nothing, that
    value is 0, every trial reaches it, and the figure becomes the mean of all years. The error
    takes the excess over the value at risk as the thing that was sampled.

    Examples
    --------
    >>> five = AnnualLoss(np.array([0.0, 0.0, 0.0, 0.0, 10.0]), "$")
    >>> expected_shortfall(five, 0.7).value
    6.666666666666667
    """
    _check(alpha)
    share = tail_mean(loss.trials, alpha)
    at = _at(np.sort(loss.trials), alpha)
    excess = np.maximum(loss.trials - at, 0.0)
    return Sampled(share, loss.standard_error(excess) / (1 - alpha))


def tail_mean(trials: FloatArray, alpha: float) -> float:
    """Return the mean of the worst (1 − alpha) N trials, the last weighted by its fraction.

    Parameters
    ----------
    trials
        Losses, shape (N,).
    alpha
        Between 0 and 1.

    Returns
    -------
    float
        In the unit of the losses.
    """
    tail = round((1 - alpha) * len(trials), _DIGITS)
    whole = min(floor(tail), len(trials) - 1)
    cut = len(trials) - whole - 1
    worst = np.partition(trials, cut)[cut:]
    return float((np.sort(worst[1:]).sum() + (tail - whole) * worst[0]) / tail)


def _at(ordered: FloatArray, share: float) -> float:
    place = int(np.ceil(round(share * len(ordered), _DIGITS))) - 1
    return float(ordered[min(max(place, 0), len(ordered) - 1)])


def _check(alpha: float) -> None:
    assert 0 < alpha < 1, "the share of years lies between 0 and 1"
