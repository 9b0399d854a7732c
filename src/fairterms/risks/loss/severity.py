"""How much each time: the loss of one event, in the unit of the objective it harms."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, isfinite, log, sqrt

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.loss.multiplier import checked_multiplier

FloatArray = npt.NDArray[np.float64]

_Z95 = float(special.ndtri(0.95))
_TABLE = 4_097
_FURTHEST = 8.3
"""Normal deviations; beyond them lies less than any number that can be drawn."""


@dataclass(frozen=True)
class Lognormal:
    """A loss that is usually moderate and now and then very large.

    Attributes
    ----------
    median
        Half of the events cost less; above 0.
    spread
        The standard deviation of the logarithm; above 0.

    Examples
    --------
    >>> round(Lognormal.from_interval(0.1e6, 1.0e6).mean)
    404001
    """

    median: float
    spread: float

    def __post_init__(self) -> None:
        _refuse_amounts((self.median, self.spread), least_above=True)

    @classmethod
    def from_interval(cls, low: float, high: float) -> "Lognormal":
        """Fit the distribution to a 90 % interval.

        Parameters
        ----------
        low, high
            The loss is below ``low`` with chance 5 %, above ``high`` with chance 5 %.

        Raises
        ------
        ValueError
            When the ends are not 0 < low < high, or so far apart that the mean would lie above
            the upper end.
        """
        _refuse_amounts((low, high), least_above=True)
        _refuse_order(low < high, low, high)
        spread = log(high / low) / (2 * _Z95)
        if spread > 2 * _Z95:
            raise ValueError(
                f"the range {low:,.6g} to {high:,.6g} is too wide: the average loss would lie "
                "above its upper end. Split the risk into small losses and large ones."
            )
        return cls(sqrt(low) * sqrt(high), spread)

    @property
    def mean(self) -> float:
        """The loss to expect from an event."""
        return self.median * exp(self.spread**2 / 2)

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return what a loss stays below with given probabilities, the same shape."""
        deviations = special.ndtri(np.asarray(probability, dtype=np.float64))
        return np.asarray(self.median * np.exp(self.spread * deviations), dtype=np.float64)

    def times(self, multiplier: float) -> "Lognormal":
        """Return what is left after a control; ``multiplier`` is a fraction above 0."""
        return Lognormal(self.median * checked_multiplier(multiplier), self.spread)


@dataclass(frozen=True)
class Pert:
    """A loss with a least, a likely and a largest amount, most weight near the likely one.

    Attributes
    ----------
    low, likely, high
        0 <= low <= likely <= high, and low below high.

    Notes
    -----
    A beta distribution on the range, with mean (low + 4 likely + high) / 6. Amounts are read off
    a table of it, right to a hundred-thousandth of the range.

    Examples
    --------
    >>> Pert(10.0, 20.0, 90.0).mean
    30.0
    """

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        _refuse_amounts((self.low, self.likely, self.high))
        _refuse_order(
            self.low <= self.likely <= self.high and self.low < self.high,
            self.low,
            self.likely,
            self.high,
        )

    @property
    def mean(self) -> float:
        """The loss to expect from an event."""
        return (self.low + 4 * self.likely + self.high) / 6

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return what a loss stays below with given probabilities, the same shape."""
        reach = self.high - self.low
        chances, shares = _pert_table(1 + 4 * (self.likely - self.low) / reach)
        return self.low + reach * np.interp(
            np.asarray(probability, dtype=np.float64), chances, shares
        )

    def times(self, multiplier: float) -> "Pert":
        """Return what is left after a control; ``multiplier`` is a fraction above 0."""
        left = checked_multiplier(multiplier)
        return Pert(self.low * left, self.likely * left, self.high * left)


@dataclass(frozen=True)
class Amounts:
    """Losses as they were seen; each is as likely as the others.

    Attributes
    ----------
    values
        One loss an event, 0 or more, not all 0; kept in rising order.

    Examples
    --------
    >>> Amounts([300.0, 100.0]).quantile([0.5, 0.51]).tolist()
    [100.0, 300.0]
    """

    values: Sequence[float]

    def __post_init__(self) -> None:
        ordered = tuple(sorted(float(value) for value in self.values))
        if not ordered:
            raise ValueError("there is no amount: give at least one loss that was seen")
        _refuse_amounts(ordered)
        object.__setattr__(self, "values", ordered)

    @property
    def mean(self) -> float:
        """The loss to expect from an event."""
        return sum(self.values) / len(self.values)

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return what a loss stays at or below with given probabilities, the same shape."""
        count = len(self.values)
        places = np.ceil(np.asarray(probability, dtype=np.float64) * count).astype(np.int64) - 1
        return np.asarray(self.values, dtype=np.float64)[np.clip(places, 0, count - 1)]

    def times(self, multiplier: float) -> "Amounts":
        """Return what is left after a control; ``multiplier`` is a fraction above 0."""
        left = checked_multiplier(multiplier)
        return Amounts([value * left for value in self.values])


@dataclass(frozen=True)
class Fixed:
    """A loss that is the same each time, such as an agreed penalty.

    Attributes
    ----------
    amount
        Above 0.
    """

    amount: float

    def __post_init__(self) -> None:
        _refuse_amounts((self.amount,))

    @property
    def mean(self) -> float:
        """The loss of an event."""
        return self.amount

    def quantile(self, probability: npt.ArrayLike) -> FloatArray:
        """Return the amount, in the shape of the input."""
        return np.full(np.shape(probability), self.amount)

    def times(self, multiplier: float) -> "Fixed":
        """Return what is left after a control; ``multiplier`` is a fraction above 0."""
        return Fixed(self.amount * checked_multiplier(multiplier))


Severity = Lognormal | Pert | Amounts | Fixed
"""How much one event costs."""


@lru_cache(maxsize=64)
def _pert_table(shape: float) -> tuple[FloatArray, FloatArray]:
    # Asked for each draw, the inverse takes a hundred times as long. Even steps of a normal
    # variable put the table's points where both tails still turn.
    chances = special.ndtr(np.linspace(-_FURTHEST, _FURTHEST, _TABLE))
    shares = special.betaincinv(shape, 6 - shape, chances)
    ends = np.array([0.0]), np.array([1.0])
    return np.concatenate((ends[0], chances, ends[1])), np.concatenate((ends[0], shares, ends[1]))


def _refuse_amounts(amounts: Sequence[float], *, least_above: bool = False) -> None:
    worst = next((each for each in amounts if not (isfinite(each) and each >= 0)), None)
    if worst is None and ((least_above and min(amounts) == 0) or max(amounts) == 0):
        worst = 0.0
    if worst is not None:
        raise ValueError(
            f"a loss of {worst:,.6g} does not fit here: losses are written as positive amounts"
        )


def _refuse_order(is_ordered: bool, *amounts: float) -> None:
    if not is_ordered:
        listed = ", ".join(f"{amount:,.6g}" for amount in amounts)
        raise ValueError(f"the amounts {listed} are not in rising order: put the smallest first")
