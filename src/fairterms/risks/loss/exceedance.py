"""Loss exceedance: how likely a year loses more than so much, with the band of the simulation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.loss.annual_loss import AnnualLoss, Basis

FloatArray = npt.NDArray[np.float64]

CONFIDENCE = 0.95


@dataclass(frozen=True, eq=False)
class Exceedance:
    """A loss exceedance curve.

    Attributes
    ----------
    levels
        Losses, shape (levels,), rising.
    probability
        P(loss > level) in a year, shape (levels,).
    low, high
        The exact 95 % band of the simulation, shape (levels,). It tells how far more years would
        move the curve, not whether the estimates behind it are right.
    unit
        Of the levels.
    basis
        "aggregate" for sums of a year, "per occurrence" for the largest single event.
    """

    levels: FloatArray
    probability: FloatArray
    low: FloatArray
    high: FloatArray
    unit: str
    basis: Basis

    @property
    def label(self) -> str:
        """What the curve is of, in words."""
        what = "all events of a year" if self.basis == "aggregate" else "the largest single event"
        return f"{self.basis}: {what}, in {self.unit}"


def exceedance(loss: AnnualLoss, levels: Sequence[float] | FloatArray) -> Exceedance:
    """Work out the curve at some levels.

    Parameters
    ----------
    loss
        Simulated years.
    levels
        Losses in the unit of ``loss``, rising; shape (levels,).

    Returns
    -------
    Exceedance
        Strictly more than the level counts.

    Examples
    --------
    >>> years = AnnualLoss(np.array([0.0, 0.0, 10.0, 20.0]), "$")
    >>> exceedance(years, [0.0, 10.0]).probability.tolist()
    [0.5, 0.25]
    """
    at = np.asarray(levels, dtype=np.float64)
    assert bool((np.diff(at) > 0).all()), "the levels of a curve rise"
    ordered = np.sort(loss.trials)
    # Counted, then divided: 1 less a share is a hair above a tolerance that is met exactly.
    beyond = (len(ordered) - np.searchsorted(ordered, at, side="right")) / len(ordered)
    low, high = exact_band(beyond, loss.years)
    return Exceedance(at, beyond, low, high, loss.unit, loss.basis)


def even_levels(loss: AnnualLoss, count: int = 60, least: float = 0.001) -> FloatArray:
    """Return levels for a drawing: even steps from 0 to what the worst years pass.

    Parameters
    ----------
    loss
        Simulated years.
    count
        How many levels.
    least
        The probability at which the drawing may end.

    Returns
    -------
    FloatArray
        Rising, shape (count,); (1,) with a 0 where no year loses anything.
    """
    end = float(np.quantile(loss.trials, 1 - least)) or float(loss.trials.max())
    return np.linspace(0.0, end, count) if end > 0 else np.zeros(1)


def exact_band(share: npt.ArrayLike, years: int) -> tuple[FloatArray, FloatArray]:
    """Return the exact binomial (Clopper-Pearson) band of shares.

    Parameters
    ----------
    share
        Of years in which something was seen, 0 to 1; any shape.
    years
        How many different years there are.

    Returns
    -------
    tuple of FloatArray
        The lower and the upper ends, the shape of ``share``.

    Sources
    -------
    Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the
    binomial. Biometrika 26, 1934, p. 404.

    Examples
    --------
    >>> low, high = exact_band([0.0, 0.1], 30)
    >>> high.round(4).tolist()
    [0.1157, 0.2653]
    """
    seen = np.asarray(share, dtype=np.float64) * years
    beyond = (1 - CONFIDENCE) / 2
    some, others = np.maximum(seen, 1e-300), np.maximum(years - seen, 1e-300)
    low = np.where(seen > 0, special.betaincinv(some, others + 1, beyond), 0.0)
    high = np.where(seen < years, special.betaincinv(some + 1, others, 1 - beyond), 1.0)
    return np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
